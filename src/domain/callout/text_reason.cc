#include "domain/callout/text_reason.h"

#include <algorithm>

#include "domain/callout/text_fold.h"

namespace callout {
namespace {

bool is_trimmed(Role role) {
  return is_day(role) || is_one_of(role, {Role::several, Role::back, Role::fmla, Role::greeting,
                                          Role::introduction, Role::courtesy, Role::link,
                                          Role::joiner, Role::preposition, Role::range});
}

/// Nothing by itself: a reason has at least one other word.
bool is_empty_word(Role role) {
  return is_one_of(role, {Role::filler, Role::adverb, Role::first_person, Role::auxiliary,
                          Role::link, Role::joiner, Role::alternative});
}

/// The name in "Hey Maria I can't come in".
bool is_greeted(const Reading& reading, std::size_t span) {
  const Span* previous = reading.before(span);
  return reading.role(span) == Role::other && previous != nullptr &&
         previous->role == Role::greeting;
}

/// "my surgery is tomorrow": the day is what is told, not when the absence is.
bool is_told(const Reading& reading, std::size_t span) {
  const Span* previous = reading.before(span);
  return is_day(reading.role(span)) && previous != nullptr && previous->role == Role::auxiliary;
}

}  // namespace

std::string reason_in(const Reading& reading, const std::vector<std::size_t>& absences) {
  const auto& spans = reading.spans();
  const auto trimmed = [&](std::size_t at) {
    return is_trimmed(spans[at].role) || std::binary_search(absences.begin(), absences.end(), at);
  };
  std::size_t first = 0;
  std::size_t end = spans.size();
  const auto before_a_day = [&](std::size_t at) {  // "again today"
    return spans[at].role == Role::adverb && at + 1 < end && is_day(spans[at + 1].role);
  };
  while (first < end && (trimmed(first) || is_greeted(reading, first) || before_a_day(first))) {
    ++first;
  }
  while (end > first && trimmed(end - 1) && !is_told(reading, end - 1)) --end;
  bool empty = true;
  for (std::size_t at = first; at < end; ++at) empty = empty && is_empty_word(spans[at].role);
  if (empty) return {};
  const std::size_t begin = reading.units()[spans[first].first].begin;
  const std::size_t length = reading.units()[spans[end - 1].end - 1].end - begin;
  return presentable(reading.body().substr(begin, length));
}

}  // namespace callout
