// For which day an absence is recorded: today in the site's zone, the shift that began yesterday
// for a night worker in the small hours, the day that was named; or one question. Never a silent
// "today".
#pragma once

#include <variant>

#include "base/time.h"
#include "domain/callout/text_command.h"
#include "domain/leave/work_calendar.h"

namespace callout {

/// What the wall clock of the person's site shows.
struct WallClock {
  base::Day day;
  base::Minutes time_of_day;  // after midnight
};

struct Record {
  base::Day day;
  friend bool operator==(const Record&, const Record&) = default;
};
/// "1 {first}, 2 {second}".
struct AskDay {
  base::Day first;
  base::Day second;
  friend bool operator==(const AskDay&, const AskDay&) = default;
};
using DayDecision = std::variant<Record, AskDay>;

/// The day whose shift an absence reported now is about: yesterday between midnight and 6:00 when
/// yesterday's shift runs over midnight, else the date.
base::Day day_at_hand(const WallClock& now, const leave::WorkCalendar& calendar);

/// `ask_from`: the team's time of day from which "which day?" is asked when none was named (default
/// 14:00).
DayDecision which_day(const DayWords& words, const WallClock& now,
                      const leave::WorkCalendar& calendar, base::Minutes ask_from);

}  // namespace callout
