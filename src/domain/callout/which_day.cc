#include "domain/callout/which_day.h"

namespace callout {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr base::Minutes night_ends = hours(6);
// Somebody who writes "tomorrow" before this hour has not slept yet and means either of two days.
constexpr base::Minutes day_begins = hours(4);
constexpr base::Minutes evening = hours(15);
constexpr days planned_ahead_at_most{14};

class Chooser {
 public:
  Chooser(const WallClock& now, const leave::WorkCalendar& calendar, base::Minutes ask_from)
      : now_(now),
        calendar_(calendar),
        ask_from_(ask_from),
        at_hand_(day_at_hand(now, calendar)),
        next_(calendar.next_working_day(at_hand_)) {}

  DayDecision unsaid() const {
    if (is_night_shift()) return Record{at_hand_};
    if (!calendar_.works_on(at_hand_) || now_.time_of_day >= ask_from_) return ask();
    return Record{at_hand_};
  }

  DayDecision today() const {
    if (!calendar_.works_on(at_hand_)) return ask();
    return Record{at_hand_};
  }

  DayDecision tonight() const {
    const auto shift = calendar_.shift_on(now_.day);
    const bool works_tonight = shift && (shift->is_overnight() || shift->starts >= evening);
    if (!works_tonight || now_.time_of_day < night_ends) return ask();
    return Record{now_.day};
  }

  DayDecision tomorrow() const {
    if (now_.time_of_day < day_begins) return ask();
    return named(now_.day + days(1));
  }

  DayDecision weekday(std::chrono::weekday wanted) const {
    return named(now_.day + (wanted - base::weekday_of(now_.day)));
  }

  DayDecision date(std::chrono::month_day wanted) const {
    const std::chrono::year_month_day today(now_.day);
    for (const auto year : {today.year(), today.year() + std::chrono::years(1)}) {
      const std::chrono::year_month_day candidate = year / wanted;
      if (candidate.ok() && base::Day(candidate) >= at_hand_) return named(base::Day(candidate));
    }
    return ask();
  }

 private:
  bool is_night_shift() const { return at_hand_ != now_.day; }
  DayDecision ask() const { return AskDay{at_hand_, next_}; }

  // A call-out is for the day at hand or the next working day. A working day further ahead is
  // confirmed.
  DayDecision named(base::Day day) const {
    if (!calendar_.works_on(day)) return ask();
    if (day == at_hand_ || day == next_) return Record{day};
    if (day - now_.day > planned_ahead_at_most) return ask();
    return AskDay{at_hand_, day};
  }

  const WallClock& now_;
  const leave::WorkCalendar& calendar_;
  base::Minutes ask_from_;
  base::Day at_hand_;
  base::Day next_;
};

}  // namespace

base::Day day_at_hand(const WallClock& now, const leave::WorkCalendar& calendar) {
  const base::Day yesterday = now.day - days(1);
  if (now.time_of_day >= night_ends) return now.day;
  const auto shift = calendar.shift_on(yesterday);
  return shift && shift->is_overnight() ? yesterday : now.day;
}

DayDecision which_day(const DayWords& words, const WallClock& now,
                      const leave::WorkCalendar& calendar, base::Minutes ask_from) {
  const Chooser chooser(now, calendar, ask_from);
  switch (words.kind) {
    case NamedDay::unsaid: return chooser.unsaid();
    case NamedDay::today: return chooser.today();
    case NamedDay::tonight: return chooser.tonight();
    case NamedDay::tomorrow: return chooser.tomorrow();
    case NamedDay::weekday: return chooser.weekday(words.weekday);
    case NamedDay::date: return chooser.date(words.date);
  }
  return chooser.unsaid();
}

}  // namespace callout
