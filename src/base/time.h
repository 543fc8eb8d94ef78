// Days and moments. A day is a calendar date without a zone; a moment is UTC, in whole seconds.
// Which day a moment falls on is asked of platform::TimeZone, once per act, never computed here.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Day = std::chrono::sys_days;
using Moment = std::chrono::sys_seconds;
using Minutes = std::chrono::minutes;

/// Both ends belong to the range.
struct DayRange {
  Day first;
  Day last;
  bool contains(Day day) const { return first <= day && day <= last; }
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// "2026-11-22", ISO 8601.
std::string iso(Day day);
/// "2026-11-22T15:04:05Z", RFC 3339.
std::string iso(Moment moment);
/// Exactly YYYY-MM-DD and a date that exists; anything else is nothing.
std::optional<Day> parse_day(std::string_view text);

inline std::int64_t epoch_seconds(Moment moment) {
  return moment.time_since_epoch().count();
}
inline Moment from_epoch_seconds(std::int64_t seconds) {
  return Moment(std::chrono::seconds(seconds));
}
inline std::chrono::weekday weekday_of(Day day) {
  return std::chrono::weekday(day);
}

}  // namespace base
