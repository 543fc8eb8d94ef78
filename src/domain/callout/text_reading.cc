#include "domain/callout/text_reading.h"

#include <algorithm>

#include "domain/callout/text_vocabulary.h"

namespace callout {
namespace {

/// Around what is said, not part of it.
bool is_framing(Role role) {
  return is_day(role) || is_one_of(role, {Role::greeting, Role::introduction, Role::courtesy,
                                          Role::link, Role::joiner, Role::adverb, Role::since});
}

}  // namespace

bool is_one_of(Role role, std::initializer_list<Role> roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool is_day(Role role) {
  return is_one_of(role, {Role::today, Role::tonight, Role::tomorrow, Role::weekday, Role::date});
}

bool is_absence_word(Role role) {
  return is_one_of(role, {Role::absent, Role::away, Role::sick, Role::fmla});
}

Reading::Reading(std::string_view body, const WrittenText& written)
    : body_(body), units_(units_of(written.words)), spans_(phrasebook().find(units_)) {
  absorb_names();
}

/// "this is Ana from the front desk", "Ana here": the name goes with the introduction.
void Reading::absorb_names() {
  std::vector<Span> kept;
  for (const Span& span : spans_) {
    const bool goes_on = !kept.empty() && !span.opens_clause;
    const bool introduced = goes_on && kept.back().role == Role::introduction;
    const bool names = is_one_of(span.role, {Role::other, Role::preposition, Role::filler});
    if (introduced && names) {
      kept.back().end = span.end;
    } else if (goes_on && span.role == Role::introduction && starts_with(span, {"here", "aqui"}) &&
               kept.back().opens_clause && kept.back().role == Role::other) {
      kept.back().role = Role::introduction;
      kept.back().end = span.end;
    } else {
      kept.push_back(span);
    }
  }
  spans_ = std::move(kept);
  for (Span& span : spans_) {  // "this is not ...": nobody was introduced
    const bool bare = span.role == Role::introduction && span.end == span.first + 2;
    if (bare && starts_with(span, {"this", "it"})) span.role = Role::filler;
  }
}

bool Reading::has(std::initializer_list<Role> roles) const {
  return std::any_of(spans_.begin(), spans_.end(),
                     [roles](const Span& span) { return is_one_of(span.role, roles); });
}

const Span* Reading::before(std::size_t span) const {
  return opens_clause(span) ? nullptr : &spans_[span - 1];
}

std::size_t Reading::clause_start(std::size_t span) const {
  while (!spans_[span].opens_clause) --span;
  return span;
}

bool Reading::starts_with(const Span& span, std::initializer_list<std::string_view> words) const {
  return std::find(words.begin(), words.end(), units_[span.first].text) != words.end();
}

/// The first span of the clause that is more than framing, or where the clause ends.
std::size_t Reading::subject_of_clause(std::size_t start) const {
  std::size_t at = start;
  while (at < size() && (at == start || !opens_clause(at)) && is_framing(role(at))) ++at;
  return at;
}

bool Reading::begins_a_question() const {
  for (std::size_t at = 0; at < size(); ++at) {
    if (!opens_clause(at)) continue;
    const std::size_t subject = subject_of_clause(at);
    if (subject == size() || (subject != at && opens_clause(subject))) continue;
    if (is_one_of(role(subject), {Role::question, Role::auxiliary})) return true;
  }
  return false;
}

bool Reading::names_sender(const Span& span) const {
  return span.subject == Subject::sender ||
         starts_with(span, {"i", "im", "ill", "id", "ive", "yo", "me"});
}

bool Reading::speaks_of_sender(std::size_t span) const {
  const std::size_t start = clause_start(span);
  const Span* previous = before(span);
  if (names_sender(spans_[span])) {
    if (previous == nullptr) return true;
    for (std::size_t at = start; at < span; ++at) {
      // "the doctor said I can't come in", but not "Ana said".
      const bool by_doctor = at > start && starts_with(spans_[at - 1], {"doctor", "dr", "er"});
      if (role(at) == Role::report && !by_doctor) return false;
    }
    if (previous->role == Role::joiner && span >= start + 2) {  // "Ana and I can't come in"
      return !is_one_of(role(span - 2), {Role::other, Role::relative, Role::third_person});
    }
    const bool denied = previous->role == Role::filler && starts_with(*previous, {"no", "not"});
    return !denied && !is_one_of(previous->role, {Role::hedge, Role::question, Role::condition});
  }
  if (previous != nullptr && !may_precede_open(span)) return false;
  return clause_is_of_sender(start, span) && earlier_clauses_are_of_sender(start);
}

/// What may stand directly before "can't come in" for it to be the sender who can't.
bool Reading::may_precede_open(std::size_t span) const {
  const Role previous = role(span - 1);
  if (is_framing(previous) || is_absence_word(previous)) return true;
  if (is_one_of(role(span), {Role::sick, Role::away})) return false;
  return is_one_of(previous, {Role::cause, Role::back, Role::better, Role::not_sick, Role::late,
                              Role::early, Role::several});
}

/// "Ana", "she", "my coworker".
bool Reading::names_stranger(std::size_t span) const {
  const bool mine = starts_with(spans_[span], {"my", "mi", "our", "his", "her", "the"});
  if (mine && !opens_clause(span + 1)) ++span;
  return is_one_of(role(span), {Role::other, Role::third_person});
}

/// Between the clause's start and the phrase nobody else is named. "My kid has a fever and can't
/// come in" is about the kid.
bool Reading::clause_is_of_sender(std::size_t start, std::size_t end) const {
  const std::size_t subject = subject_of_clause(start);
  bool relative = false;
  bool stranger = false;
  for (std::size_t at = start; at < end; ++at) {
    if (role(at) == Role::third_person) return false;
    relative = relative || role(at) == Role::relative;
    stranger = stranger || role(at) == Role::other;
  }
  if (stranger && subject < end && names_stranger(subject)) return false;
  // "the car can't come in": the thing itself.
  const bool thing = end == subject + 2 && role(end - 1) == Role::cause;
  if (thing && starts_with(spans_[subject], {"my", "mi", "the", "a", "our"})) return false;
  const bool joined = end > start && role(end - 1) == Role::joiner;
  const bool about_relative = relative && (joined || role(end) == Role::sick);
  return !about_relative;
}

/// "Ana is out, can't come in": no. "Hi Ana, can't come in": the name is who is greeted.
bool Reading::earlier_clauses_are_of_sender(std::size_t start) const {
  for (std::size_t at = 0; at < start; ++at) {
    if (!opens_clause(at) || is_one_of(role(at), {Role::greeting, Role::introduction})) continue;
    const std::size_t subject = subject_of_clause(at);
    if (subject >= start || (subject != at && opens_clause(subject))) continue;
    if (names_stranger(subject)) return false;
  }
  return true;
}

}  // namespace callout
