#include "domain/leave/work_calendar.h"

#include <gtest/gtest.h>

namespace leave {
namespace {

using std::chrono::hours;

base::Day day(const char* iso) {
  return *base::parse_day(iso);
}

TEST(WorkCalendar, SaysMondayToFridayWhereNothingIsSaid) {
  const WorkCalendar calendar(WorkingPattern::office_hours());
  EXPECT_TRUE(calendar.works_on(day("2026-11-23")));
  EXPECT_FALSE(calendar.works_on(day("2026-11-22")));
  EXPECT_EQ(calendar.shift_on(day("2026-11-23"))->paid, base::Minutes(450));
  EXPECT_EQ(calendar.next_working_day(day("2026-11-20")), day("2026-11-23"));
}

TEST(WorkCalendar, SkipsHolidays) {
  WorkCalendar calendar(WorkingPattern::office_hours());
  calendar.add_holiday(day("2026-11-26"));
  EXPECT_FALSE(calendar.works_on(day("2026-11-26")));
  EXPECT_EQ(calendar.next_working_day(day("2026-11-25")), day("2026-11-27"));
}

TEST(WorkCalendar, LetsASingleDateDiffer) {
  WorkCalendar calendar(WorkingPattern::office_hours());
  calendar.add_holiday(day("2026-11-26"));
  calendar.override_day(day("2026-11-26"), {hours(7), hours(19), hours(12)});
  calendar.override_day(day("2026-11-27"), {});
  EXPECT_EQ(calendar.shift_on(day("2026-11-26"))->paid, hours(12));
  EXPECT_FALSE(calendar.works_on(day("2026-11-27")));
}

TEST(WorkCalendar, ChargesAWeekendNurseTwelveHoursForASaturdayAndNoneForAMonday) {
  WorkingPattern weekend;
  const Shift night{hours(19), hours(7), hours(12)};
  weekend.days = {{0, std::chrono::Saturday, night}, {0, std::chrono::Sunday, night}};
  const WorkCalendar calendar(weekend);
  EXPECT_EQ(calendar.shift_on(day("2026-11-21"))->paid, hours(12));
  EXPECT_TRUE(calendar.shift_on(day("2026-11-21"))->is_overnight());
  EXPECT_FALSE(calendar.works_on(day("2026-11-23")));
}

TEST(WorkCalendar, FollowsARotationOnBothSidesOfItsFirstMonday) {
  WorkingPattern rotation;
  rotation.rotation_weeks = 2;
  rotation.first_monday = day("2026-11-02");
  rotation.days = {{1, std::chrono::Wednesday, {hours(8), hours(16), hours(8)}}};
  const WorkCalendar calendar(rotation);
  EXPECT_FALSE(calendar.works_on(day("2026-11-04")));
  EXPECT_TRUE(calendar.works_on(day("2026-11-11")));
  EXPECT_TRUE(calendar.works_on(day("2026-10-28")));
  EXPECT_FALSE(calendar.works_on(day("2026-10-21")));
}

TEST(WorkCalendar, AnswersForSomebodyWhoNeverWorks) {
  const WorkCalendar calendar{WorkingPattern{}};
  EXPECT_EQ(calendar.next_working_day(day("2026-11-20")), day("2026-11-21"));
}

}  // namespace
}  // namespace leave
