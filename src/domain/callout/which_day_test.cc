#include "domain/callout/which_day.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace callout {
namespace {

using std::chrono::hours;
constexpr base::Minutes two_pm = hours(14);

base::Day day(const char* iso) {
  return *base::parse_day(iso);
}
leave::WorkCalendar office() {
  return leave::WorkCalendar(leave::WorkingPattern::office_hours());
}
leave::WorkCalendar nights() {
  leave::WorkingPattern pattern;
  for (unsigned weekday = 0; weekday < 7; ++weekday) {
    pattern.days.push_back({0, std::chrono::weekday(weekday), {hours(19), hours(7), hours(12)}});
  }
  return leave::WorkCalendar(pattern);
}
// 2026-11-23 is a Monday.
WallClock monday(base::Minutes time) {
  return {day("2026-11-23"), time};
}

DayDecision decide(NamedDay kind, const WallClock& now, const leave::WorkCalendar& calendar) {
  return which_day({.kind = kind}, now, calendar, two_pm);
}

TEST(WhichDay, IsTodayInTheMorningOfAWorkingDay) {
  EXPECT_EQ(decide(NamedDay::unsaid, monday(hours(5)), office()),
            DayDecision(Record{day("2026-11-23")}));
}

TEST(WhichDay, IsAskedFromTheTeamsHourOn) {
  const AskDay either{day("2026-11-23"), day("2026-11-24")};
  EXPECT_EQ(decide(NamedDay::unsaid, monday(two_pm), office()), DayDecision(either));
  EXPECT_EQ(decide(NamedDay::unsaid, monday(two_pm - base::Minutes(1)), office()),
            DayDecision(Record{day("2026-11-23")}));
}

TEST(WhichDay, IsAskedOnADayOff) {
  const WallClock sunday{day("2026-11-22"), hours(8)};
  const AskDay either{day("2026-11-22"), day("2026-11-23")};
  EXPECT_EQ(decide(NamedDay::unsaid, sunday, office()), DayDecision(either));
  EXPECT_EQ(decide(NamedDay::today, sunday, office()), DayDecision(either));
}

// lessons.md: "after 20:00 one could not choose today".
TEST(WhichDay, TodayCanBeChosenLateInTheEvening) {
  EXPECT_EQ(decide(NamedDay::today, monday(hours(21)), office()),
            DayDecision(Record{day("2026-11-23")}));
}

TEST(WhichDay, TomorrowIsTheNextDateWhenThatIsWorked) {
  EXPECT_EQ(decide(NamedDay::tomorrow, monday(hours(21)), office()),
            DayDecision(Record{day("2026-11-24")}));
}

TEST(WhichDay, TomorrowIsAskedWhenItIsADayOffOrTheSmallHours) {
  const WallClock friday{day("2026-11-20"), hours(16)};
  EXPECT_EQ(decide(NamedDay::tomorrow, friday, office()),
            DayDecision(AskDay{day("2026-11-20"), day("2026-11-23")}));
  EXPECT_EQ(decide(NamedDay::tomorrow, monday(hours(1)), office()),
            DayDecision(AskDay{day("2026-11-23"), day("2026-11-24")}));
}

TEST(WhichDay, BetweenMidnightAndSixIsTheNightShiftThatBeganYesterday) {
  EXPECT_EQ(decide(NamedDay::unsaid, monday(hours(2)), nights()),
            DayDecision(Record{day("2026-11-22")}));
  EXPECT_EQ(decide(NamedDay::today, monday(hours(2)), nights()),
            DayDecision(Record{day("2026-11-22")}));
  EXPECT_EQ(decide(NamedDay::unsaid, monday(hours(6)), nights()),
            DayDecision(Record{day("2026-11-23")}));
}

TEST(WhichDay, TonightIsForThoseWhoWorkNights) {
  EXPECT_EQ(decide(NamedDay::tonight, monday(hours(12)), nights()),
            DayDecision(Record{day("2026-11-23")}));
  EXPECT_EQ(decide(NamedDay::tonight, monday(hours(2)), nights()),
            DayDecision(AskDay{day("2026-11-22"), day("2026-11-23")}));
  EXPECT_EQ(decide(NamedDay::tonight, monday(hours(12)), office()),
            DayDecision(AskDay{day("2026-11-23"), day("2026-11-24")}));
}

TEST(WhichDay, ANamedWeekdayFurtherAheadIsConfirmed) {
  const WallClock thursday{day("2026-11-19"), hours(9)};
  const DayWords friday{.kind = NamedDay::weekday, .weekday = std::chrono::Friday};
  const DayWords wednesday{.kind = NamedDay::weekday, .weekday = std::chrono::Wednesday};
  EXPECT_EQ(which_day(friday, thursday, office(), two_pm), DayDecision(Record{day("2026-11-20")}));
  EXPECT_EQ(which_day(wednesday, thursday, office(), two_pm),
            DayDecision(AskDay{day("2026-11-19"), day("2026-11-25")}));
}

TEST(WhichDay, ADateIsTheNextOneOfThatName) {
  const WallClock december{day("2026-12-31"), hours(9)};
  const DayWords first{.kind = NamedDay::date, .date = std::chrono::January / 1};
  EXPECT_EQ(which_day(first, december, office(), two_pm), DayDecision(Record{day("2027-01-01")}));
  const DayWords leap{.kind = NamedDay::date, .date = std::chrono::February / 29};
  EXPECT_TRUE(std::holds_alternative<AskDay>(which_day(leap, december, office(), two_pm)));
}

TEST(WhichDay, NeverRecordsADayThatIsOver) {
  EXPECT_TRUE(rc::check("recorded or offered days are not before the day at hand", [] {
    const WallClock now{day("2026-01-01") + std::chrono::days(*rc::gen::inRange(0, 800)),
                        base::Minutes(*rc::gen::inRange(0, 1440))};
    const DayWords words{
        .kind = static_cast<NamedDay>(*rc::gen::inRange(0, 6)),
        .weekday = std::chrono::weekday(static_cast<unsigned>(*rc::gen::inRange(0, 7))),
        .date = std::chrono::month(static_cast<unsigned>(*rc::gen::inRange(1, 13))) /
                std::chrono::day(static_cast<unsigned>(*rc::gen::inRange(1, 32)))};
    const leave::WorkCalendar calendar = *rc::gen::arbitrary<bool>() ? office() : nights();
    const base::Day earliest = day_at_hand(now, calendar);
    const DayDecision decision = which_day(words, now, calendar, two_pm);
    if (const auto* record = std::get_if<Record>(&decision)) {
      RC_ASSERT(record->day >= earliest);
      RC_ASSERT(calendar.works_on(record->day));
    } else {
      const AskDay ask = std::get<AskDay>(decision);
      RC_ASSERT(ask.first >= earliest);
      RC_ASSERT(ask.second > ask.first);
    }
  }));
}

}  // namespace
}  // namespace callout
