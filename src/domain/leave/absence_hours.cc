#include "domain/leave/absence_hours.h"

#include <algorithm>

namespace leave {
namespace {

using base::Minutes;

constexpr Minutes one_day{24 * 60};

struct Span {
  Minutes from;
  Minutes until;
  Minutes overlap(const Span& other) const {
    return std::max(Minutes(0), std::min(until, other.until) - std::max(from, other.from));
  }
};

Span span_of(Minutes from, Minutes until) {
  return {from, until <= from ? until + one_day : until};
}

/// "2:00 to 6:00" of a night shift is the early morning that follows.
Minutes within(const Shift& shift, const PartOfDay& part) {
  const Span work = span_of(shift.starts, shift.ends);
  const Span away = span_of(part.from, part.until);
  const Span away_later{away.from + one_day, away.until + one_day};
  return std::min(shift.paid, work.overlap(away) + work.overlap(away_later));
}

}  // namespace

std::vector<HoursOfDay> absence_hours(const WorkCalendar& calendar, base::DayRange days,
                                      std::optional<PartOfDay> part) {
  std::vector<HoursOfDay> hours;
  for (base::Day day = days.first; day <= days.last; day += std::chrono::days(1)) {
    const auto shift = calendar.shift_on(day);
    if (!shift) continue;
    const Minutes minutes = part ? within(*shift, *part) : shift->paid;
    if (minutes > Minutes(0)) hours.push_back({day, minutes});
  }
  return hours;
}

Minutes left_of(const WorkCalendar& calendar, const HoursOfDay& hours, Minutes taken) {
  const auto shift = calendar.shift_on(hours.day);
  const Minutes worth = shift ? shift->paid : Minutes(0);
  return std::clamp(worth - taken, Minutes(0), hours.minutes);
}

Minutes total(const std::vector<HoursOfDay>& hours) {
  Minutes sum{0};
  for (const HoursOfDay& one : hours) sum += one.minutes;
  return sum;
}

}  // namespace leave
