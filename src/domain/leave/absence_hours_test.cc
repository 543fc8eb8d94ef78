#include "domain/leave/absence_hours.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace leave {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using base::Minutes;

constexpr base::Day monday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
constexpr base::Day saturday = monday + std::chrono::days(5);
constexpr base::Day sunday = monday + std::chrono::days(6);

WorkCalendar office() {
  return WorkCalendar(WorkingPattern::office_hours());
}
WorkCalendar nights() {
  WorkingPattern pattern;
  pattern.days.push_back(
      {.weekday = std::chrono::Monday, .shift = {.starts = 22h, .ends = 6h, .paid = 7h}});
  return WorkCalendar(pattern);
}

TEST(AbsenceHours, AWeekIsItsFiveWorkingDays) {
  const auto hours = absence_hours(office(), {monday, sunday}, {});
  ASSERT_EQ(hours.size(), 5U);
  EXPECT_EQ(hours.front(), (HoursOfDay{monday, Minutes(450)}));
  EXPECT_EQ(total(hours), Minutes(5 * 450));
}

TEST(AbsenceHours, ATwelveHourWeekendShiftIsTwelveHoursAndAMondayOffNone) {
  WorkingPattern pattern;
  pattern.days.push_back(
      {.weekday = std::chrono::Saturday, .shift = {.starts = 7h, .ends = 19h, .paid = 12h}});
  const WorkCalendar nurse(pattern);
  EXPECT_EQ(total(absence_hours(nurse, {saturday, saturday}, {})), 12h);
  EXPECT_TRUE(absence_hours(nurse, {monday, monday}, {}).empty());
}

TEST(AbsenceHours, AHolidayCountsNothingAndADateWithOtherHoursCountsThose) {
  WorkCalendar calendar = office();
  calendar.add_holiday(monday + std::chrono::days(3));
  calendar.override_day(saturday, {.starts = 8h, .ends = 12h, .paid = 4h});
  EXPECT_EQ(total(absence_hours(calendar, {monday, sunday}, {})), Minutes(4 * 450 + 240));
}

TEST(AbsenceHours, APartOfTheDayIsWhatOfItLiesWithinTheShift) {
  const auto part = [](Minutes from, Minutes until) {
    return total(absence_hours(office(), {monday, monday}, PartOfDay{from, until}));
  };
  EXPECT_EQ(part(13h, 17h), 4h);
  EXPECT_EQ(part(6h, 10h), 1h);
  EXPECT_EQ(part(18h, 20h), 0min);
  EXPECT_EQ(part(9h, 17h), Minutes(450)) << "never more than the whole shift is worth";
}

TEST(AbsenceHours, TheEarlyMorningOfANightShiftBelongsToTheDayOnWhichItBegan) {
  const auto part = [](Minutes from, Minutes until) {
    return total(absence_hours(nights(), {monday, monday}, PartOfDay{from, until}));
  };
  EXPECT_EQ(part(2h, 6h), 4h);
  EXPECT_EQ(part(23h, 1h), 2h);
  EXPECT_EQ(part(22h, 6h), 7h);
  EXPECT_EQ(part(9h, 17h), 0min);
}

TEST(AbsenceHours, AnyPartIsNeverMoreThanTheWholeAndAWholeIsTheSumOfItsDays) {
  EXPECT_TRUE(rc::check("a part is at most the whole; days add up", [] {
    const base::Day first = monday + std::chrono::days(*rc::gen::inRange(0, 400));
    const base::Day last = first + std::chrono::days(*rc::gen::inRange(0, 60));
    const PartOfDay part{Minutes(*rc::gen::inRange(0, 1440)), Minutes(*rc::gen::inRange(0, 1440))};
    for (const WorkCalendar& calendar : {office(), nights()}) {
      const Minutes whole = total(absence_hours(calendar, {first, last}, {}));
      RC_ASSERT(total(absence_hours(calendar, {first, last}, part)) <= whole);
      Minutes sum{0};
      for (base::Day day = first; day <= last; day += std::chrono::days(1))
        sum += total(absence_hours(calendar, {day, day}, {}));
      RC_ASSERT(sum == whole);
    }
  }));
}

TEST(LeftOf, WhatOthersHaveTakenOfTheDayIsLeftOutAndNeverMoreThanIsAskedForIsTaken) {
  const WorkCalendar calendar(WorkingPattern::office_hours());
  const base::Day monday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
  const HoursOfDay whole{monday, base::Minutes(450)};
  const HoursOfDay part{monday, base::Minutes(240)};
  EXPECT_EQ(left_of(calendar, whole, base::Minutes(0)), base::Minutes(450));
  EXPECT_EQ(left_of(calendar, whole, base::Minutes(240)), base::Minutes(210));
  EXPECT_EQ(left_of(calendar, whole, base::Minutes(450)), base::Minutes(0));
  EXPECT_EQ(left_of(calendar, whole, base::Minutes(500)), base::Minutes(0));
  EXPECT_EQ(left_of(calendar, part, base::Minutes(200)), base::Minutes(240));
  EXPECT_EQ(left_of(calendar, part, base::Minutes(300)), base::Minutes(150));
}

}  // namespace
}  // namespace leave
