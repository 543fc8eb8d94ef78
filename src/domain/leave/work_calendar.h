// When somebody works: the pattern of the week (rotations, nights), single dates that differ, and
// holidays. 7.5 hours Monday to Friday where nothing is said.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/time.h"

namespace leave {

/// The hours of one working day. `ends <= starts` means that it ends on the next day.
struct Shift {
  base::Minutes starts{};  // after midnight
  base::Minutes ends{};
  base::Minutes paid{};  // what an absence of the whole shift is worth
  bool is_overnight() const { return ends <= starts; }
  friend bool operator==(const Shift&, const Shift&) = default;
};

struct PatternDay {
  int week = 0;  // of the rotation, from 0
  std::chrono::weekday weekday{};
  Shift shift;
};

struct WorkingPattern {
  int rotation_weeks = 1;
  base::Day first_monday{};  // a Monday on which week 0 began; matters for rotations only
  std::vector<PatternDay> days;

  /// 9:00 to 17:00 with 7.5 paid hours, Monday to Friday.
  static WorkingPattern office_hours();
};

class WorkCalendar {
 public:
  explicit WorkCalendar(WorkingPattern pattern) : pattern_(std::move(pattern)) {}

  /// On that date the hours are these, whatever the pattern says; no paid minutes: a day off.
  void override_day(base::Day day, Shift shift) { overrides_[day] = shift; }
  void add_holiday(base::Day day) { holidays_.insert(day); }

  /// The shift that begins on that date, if any. An override beats a holiday, a holiday the
  /// pattern.
  std::optional<Shift> shift_on(base::Day day) const;
  bool works_on(base::Day day) const { return shift_on(day).has_value(); }
  /// The first working day after `day`; the very next date when none is found within ten weeks.
  base::Day next_working_day(base::Day day) const;

 private:
  WorkingPattern pattern_;
  std::map<base::Day, Shift> overrides_;
  std::set<base::Day> holidays_;
};

}  // namespace leave
