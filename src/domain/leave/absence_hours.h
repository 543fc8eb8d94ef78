// What an absence is worth: the hours that the person would have worked on those days.
#pragma once

#include <optional>
#include <vector>

#include "domain/leave/work_calendar.h"

namespace leave {

/// From one time of day to another; `until` at or before `from` is on the next day.
struct PartOfDay {
  base::Minutes from{};
  base::Minutes until{};
};

struct HoursOfDay {
  base::Day day;
  base::Minutes minutes{};
  friend bool operator==(const HoursOfDay&, const HoursOfDay&) = default;
};

/// The working days of the range, each with what is paid for its shift. Of a part of the day the
/// time that lies within the shift counts, but never more than the whole shift is worth; a night
/// shift belongs to the day on which it begins. Days on which nothing falls are left out.
std::vector<HoursOfDay> absence_hours(const WorkCalendar& calendar, base::DayRange days,
                                      std::optional<PartOfDay> part);

/// What is left to take for one of those days once `taken` was taken for it by other requests: a
/// day is never charged more than its shift is worth.
base::Minutes left_of(const WorkCalendar& calendar, const HoursOfDay& hours, base::Minutes taken);

/// Their sum.
base::Minutes total(const std::vector<HoursOfDay>& hours);

}  // namespace leave
