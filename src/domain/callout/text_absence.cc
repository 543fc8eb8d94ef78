#include "domain/callout/text_absence.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "domain/callout/text_days.h"
#include "domain/callout/text_late.h"
#include "domain/callout/text_reason.h"

namespace callout {
namespace {

bool is_small_word(Role role) {
  return is_one_of(role, {Role::adverb, Role::filler, Role::preposition, Role::auxiliary});
}

/// What may come next for "can't come in" to be the whole of it. Not "early", not "to the meeting".
bool may_go_on_with(Role role) {
  return is_absence_word(role) ||
         is_one_of(role, {Role::link, Role::joiner, Role::courtesy, Role::cause, Role::relative,
                          Role::first_person, Role::not_sick, Role::since, Role::back, Role::better,
                          Role::introduction, Role::greeting, Role::late});
}

std::size_t after_days(const Reading& reading, std::size_t span) {
  std::size_t at = span + 1;
  while (!reading.opens_clause(at)) {
    const Role role = reading.role(at);
    const bool day = is_day(role) || role == Role::several || role == Role::adverb;
    const bool between_days = is_one_of(role, {Role::joiner, Role::alternative, Role::range}) &&
                              !reading.opens_clause(at + 1) && is_day(reading.role(at + 1));
    if (!day && !between_days) break;
    ++at;
  }
  return at;
}

bool goes_on_rightly(const Reading& reading, std::size_t span) {
  std::size_t at = after_days(reading, span);
  if (reading.opens_clause(at)) return true;
  // "in the morning", "in the car".
  const Unit& last = reading.units()[reading.spans()[span].end - 1];
  if (at == span + 1 && last.text == "in" &&
      reading.starts_with(reading.spans()[at], {"the", "a", "an"})) {
    return false;
  }
  constexpr int few = 5;
  for (int skipped = 0; skipped < few && is_small_word(reading.role(at)); ++skipped) {
    ++at;
    if (reading.opens_clause(at)) return false;
  }
  return may_go_on_with(reading.role(at));
}

bool has_day_beside(const Reading& reading, std::size_t span) {
  const Span* previous = reading.before(span);
  if (previous != nullptr && is_day(previous->role)) return true;
  const std::size_t next = span + 1;
  return !reading.opens_clause(next) &&
         (is_day(reading.role(next)) || reading.role(next) == Role::several);
}

/// "out with the flu", "sick - fever": a cause follows at once, small words and one break aside.
bool has_cause_after(const Reading& reading, std::size_t span) {
  std::size_t at = span + 1;
  while (at < reading.size() &&
         (is_small_word(reading.role(at)) || reading.role(at) == Role::link ||
          (at > span + 1 && reading.role(at) == Role::first_person))) {
    ++at;
  }
  return at < reading.size() && is_one_of(reading.role(at), {Role::cause, Role::sick});
}

/// "out today, maybe".
bool is_doubted_after(const Reading& reading, std::size_t span) {
  bool doubted = false;
  for (std::size_t at = after_days(reading, span); at < reading.size(); ++at) {
    if (reading.role(at) != Role::hedge && !is_day(reading.role(at))) return false;
    doubted = doubted || reading.role(at) == Role::hedge;
  }
  return doubted;
}

bool says_enough(const Reading& reading, std::size_t span) {
  const Role role = reading.role(span);
  if (role == Role::absent) return true;
  if (role == Role::sick && reading.spans()[span].subject == Subject::sender) return true;
  return has_day_beside(reading, span) || (role != Role::fmla && has_cause_after(reading, span));
}

std::vector<std::size_t> absences_of(const Reading& reading) {
  std::vector<std::size_t> absences;
  for (std::size_t at = 0; at < reading.size(); ++at) {
    if (!is_absence_word(reading.role(at)) || !says_enough(reading, at)) continue;
    if (is_doubted_after(reading, at)) return {};
    if (reading.speaks_of_sender(at) && goes_on_rightly(reading, at)) absences.push_back(at);
  }
  return absences;
}

/// Words that speak against an absence. "Sick" gives way sooner than "can't come in".
bool is_contradicted(const Reading& reading, const std::vector<std::size_t>& absences) {
  if (reading.has({Role::condition, Role::withdrawn, Role::coming, Role::far})) return true;
  const bool firm = std::any_of(absences.begin(), absences.end(), [&reading](std::size_t span) {
    return reading.role(span) != Role::sick;
  });
  if (!firm) return reading.has({Role::better, Role::not_sick, Role::late, Role::early});
  if (reading.has({Role::early})) return true;
  return reading.has({Role::late}) && names_a_time(reading);
}

/// "Out today: Ana, Luis": a list, as far as anybody can tell.
bool may_be_about_others(const Reading& reading, const std::vector<std::size_t>& absences) {
  const bool bare = std::all_of(absences.begin(), absences.end(), [&reading](std::size_t span) {
    return reading.starts_with(reading.spans()[span], {"out", "sick", "off", "home"});
  });
  return bare && reading.has({Role::other}) &&
         !reading.has({Role::cause, Role::relative, Role::first_person, Role::introduction});
}

bool claims_fmla(const Reading& reading) {
  for (std::size_t at = 0; at < reading.size(); ++at) {
    if (reading.role(at) != Role::fmla) continue;
    const Span* previous = reading.before(at);
    return previous == nullptr || !reading.starts_with(*previous, {"not", "no", "isnt", "dont"});
  }
  return false;
}

/// "Ana Ruiz no puede venir": somebody says it of themselves, or for another.
bool says_somebody_cannot_come(const Reading& reading) {
  static constexpr std::array<std::string_view, 5> coming = {"ir", "venir", "llegar", "asistir",
                                                             "trabajar"};
  const auto& units = reading.units();
  for (std::size_t at = 0; at + 2 < units.size(); ++at) {
    if (units[at].text == "no" && units[at + 1].text == "puede" &&
        std::ranges::find(coming, units[at + 2].text) != coming.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<AbsenceReport> absence_in(const Reading& reading) {
  const auto absences = absences_of(reading);
  if (absences.empty() || is_contradicted(reading, absences)) return std::nullopt;
  if (may_be_about_others(reading, absences)) return std::nullopt;
  const auto days = days_of(reading, absences);
  if (!days) return std::nullopt;
  return AbsenceReport{days->first, reason_in(reading, absences), claims_fmla(reading),
                       days->several};
}

std::optional<AbsenceReport> likely_absence_in(const Reading& reading) {
  std::vector<std::size_t> absences;
  for (std::size_t at = 0; at < reading.size(); ++at) {
    const bool is_sick = reading.role(at) == Role::sick;
    if (is_absence_word(reading.role(at)) && (is_sick || says_enough(reading, at)))
      absences.push_back(at);
  }
  if (absences.empty() && !says_somebody_cannot_come(reading)) return std::nullopt;
  if (is_contradicted(reading, absences)) return std::nullopt;
  if (reading.has({Role::better, Role::not_sick, Role::late, Role::early})) return std::nullopt;
  const auto days = days_of(reading, absences).value_or(DaysSaid{});
  return AbsenceReport{days.first, reason_in(reading, absences), claims_fmla(reading),
                       days.several};
}

}  // namespace callout
