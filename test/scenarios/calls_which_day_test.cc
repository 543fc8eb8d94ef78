// Point 5: the day is never a silent guess.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

class WhichDayOnThePhone : public OnTheLine {
 protected:
  WhichDayOnThePhone() { leaves_aside({"receipt", "call_out_recorded"}); }
};

TEST_F(WhichDayOnThePhone, InTheMorningItIsToday) {
  phone(ana).calls().does_not_hear("Which day").speaks("fever").presses("#").hears("recorded");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
}

TEST_F(WhichDayOnThePhone, AfterTheTeamsHourItIsAsked) {
  at("2020-11-23 14:00");
  phone(ana)
      .calls()
      .hears("Hello Ana")
      .hears("Which day")
      .presses("2")
      .hears("Tuesday")
      .speaks("fever")
      .presses("#")
      .hears("recorded")
      .hears("Tuesday");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-24|1|phone_match"});
}

TEST_F(WhichDayOnThePhone, TheTeamSetsItsHour) {
  leaves_aside({"incomplete_call", "cut_off"});
  change("UPDATE teams SET ask_day_from = 1080");
  at("2020-11-23 17:59");
  phone(ana).calls().does_not_hear("Which day").hangs_up();
  at("2020-11-23 18:00");
  phone(ben).calls().hears("Which day").hangs_up();
}

TEST_F(WhichDayOnThePhone, OneIsToday) {
  at("2020-11-23 16:30");
  phone(ana).calls().hears("Which day").presses("1").speaks("fever").presses("#");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
}

TEST_F(WhichDayOnThePhone, OnADayOffItIsAsked) {
  at("2020-11-22 05:00");  // a Sunday
  phone(ana).calls().hears("Which day").hears("Monday").presses("2").speaks("fever").presses("#");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
}

TEST_F(WhichDayOnThePhone, BeforeSixANightShiftBeganYesterday) {
  at("2020-11-24 02:30");
  phone(nina_at_night).calls().hears("Hello Nina").speaks("fever").presses("#").hears("Monday");
  EXPECT_EQ(who_is_out(), Rows{"5|2020-11-23|1|phone_match"});
}

TEST_F(WhichDayOnThePhone, AnotherKeyAndSilenceAskAgainInOtherWords) {
  at("2020-11-23 16:30");
  Call& call = phone(ana).calls();
  const std::string first = call.heard();
  const std::string second = call.presses("7").hears("Which day").heard();
  const std::string third = call.waits().hears("Which day").heard();
  EXPECT_NE(first, second);
  EXPECT_NE(second, third);
  call.presses("2").speaks("fever").presses("#").hears("recorded");
}

TEST_F(WhichDayOnThePhone, WhoeverNeverAnswersIsToldWhichDayIsTaken) {
  at("2020-11-23 20:00");  // today's shift is over
  phone(ana)
      .calls()
      .waits()
      .waits()
      .waits()
      .hears("We take it that you mean Tuesday")
      .speaks("fever")
      .presses("#")
      .hears("recorded");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-24|1|phone_match"});
}

TEST_F(WhichDayOnThePhone, TodayIsTheSitesOwn) {
  change("INSERT INTO sites (id, name, time_zone) VALUES (9, 'Honolulu', 'Pacific/Honolulu')");
  change("UPDATE team_members SET site_id = 9 WHERE id = 2");
  at("2020-11-24 03:00");  // still Monday evening there
  phone(ben).calls().hears("Which day").presses("1").speaks("fever").presses("#");
  EXPECT_EQ(who_is_out(), Rows{"2|2020-11-23|1|phone_match"});
}

}  // namespace
}  // namespace scenario
