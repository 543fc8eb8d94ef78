#include "domain/leave/work_calendar.h"

#include <algorithm>

namespace leave {
namespace {

constexpr int days_searched = 70;

int week_of_rotation(const WorkingPattern& pattern, base::Day day) {
  if (pattern.rotation_weeks <= 1) return 0;
  const auto weeks = std::chrono::floor<std::chrono::weeks>(day - pattern.first_monday).count();
  const auto rotation = static_cast<std::int64_t>(pattern.rotation_weeks);
  return static_cast<int>((weeks % rotation + rotation) % rotation);
}

}  // namespace

WorkingPattern WorkingPattern::office_hours() {
  using std::chrono::hours;
  const Shift shift{.starts = hours(9), .ends = hours(17), .paid = base::Minutes(450)};
  WorkingPattern pattern;
  for (unsigned weekday = 1; weekday <= 5; ++weekday) {
    pattern.days.push_back({.week = 0, .weekday = std::chrono::weekday(weekday), .shift = shift});
  }
  return pattern;
}

std::optional<Shift> WorkCalendar::shift_on(base::Day day) const {
  if (const auto own = overrides_.find(day); own != overrides_.end()) {
    if (own->second.paid == base::Minutes(0)) return {};
    return own->second;
  }
  if (holidays_.contains(day)) return {};
  const int week = week_of_rotation(pattern_, day);
  const auto found = std::ranges::find_if(pattern_.days, [&](const PatternDay& one) {
    return one.week == week && one.weekday == base::weekday_of(day);
  });
  if (found == pattern_.days.end()) return {};
  return found->shift;
}

base::Day WorkCalendar::next_working_day(base::Day day) const {
  for (int ahead = 1; ahead <= days_searched; ++ahead) {
    const base::Day candidate = day + std::chrono::days(ahead);
    if (works_on(candidate)) return candidate;
  }
  return day + std::chrono::days(1);
}

}  // namespace leave
