// Point 3: signing in by PIN; three tries, and what guessing is up against.
#include <fstream>
#include <set>

#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

class ByPin : public OnTheLine {
 protected:
  ByPin() { leaves_aside({"needs_verification"}); }
  /// One call with three wrong PINs.
  void guesses_three_times(const std::string& from) {
    phone(from)
        .calls()
        .presses(nobodys_pin)
        .presses("2847")
        .presses("2849")
        .hangs_up_before_the_beep();
  }
};

TEST_F(ByPin, AWrongOneMayBeTriedTwiceMoreInOtherWords) {
  Call& call = phone(stranger).calls().hears("PIN").presses(nobodys_pin);
  const std::string first = call.heard();
  call.hears("PIN").presses("2847");
  const std::string second = call.heard();
  call.hears("PIN");
  EXPECT_NE(first, second);
  call.presses(pin_of_ana).hears("Thank you, Ana").hangs_up();
}

TEST_F(ByPin, AfterThreeWrongOnesTheCallGoesOnWithout) {
  phone(stranger)
      .calls()
      .presses(nobodys_pin)
      .presses("2847")
      .presses("2849")
      .hears("go on without it")
      .hears("your full name and your reason")
      .speaks("this is Ana Ruiz, I have a fever")
      .presses("#")
      .hears("has been recorded");
  EXPECT_EQ(who_is_out(), Rows{"-|2020-11-23|0|none"});
}

TEST_F(ByPin, SilenceCountsAsATryEachTimeInOtherWords) {
  std::set<std::string> prompts;
  Call& call = phone(stranger).calls();
  prompts.insert(call.heard());
  for (int time = 0; time < 2; ++time) {
    call.waits().hears("PIN");
    prompts.insert(call.heard());
  }
  EXPECT_EQ(prompts.size(), 3U);
  call.waits().hears("your full name").speaks("this is Ana Ruiz").presses("#").hears("recorded");
  EXPECT_EQ(who_is_out(), Rows{"-|2020-11-23|0|none"});
}

TEST_F(ByPin, PoundAloneIsSilence) {
  phone(stranger).calls().presses("#").hears("PIN").presses(pin_of_ana).hears("Ana").hangs_up();
}

TEST_F(ByPin, StarGoesOnWithoutOne) {
  phone(stranger)
      .calls()
      .presses("*")
      .hears("your full name")
      .does_not_hear("PIN")
      .hangs_up_before_the_beep();
}

TEST_F(ByPin, OneThatIsCutShortIsAWrongOne) {
  phone(stranger).calls().presses("83").hears("PIN").does_not_hear("Ana").hangs_up();
}

TEST_F(ByPin, AWrongAnUnknownAndALeaversOneSoundTheSame) {
  change("UPDATE team_members SET last_day = '2020-11-20' WHERE id = 2");
  const std::string unknown = phone(stranger).calls().presses(nobodys_pin).heard();
  const std::string leavers = phone(stranger).calls().presses("4719").heard();
  EXPECT_EQ(unknown, leavers);
}

TEST_F(ByPin, TenFailuresOfOneCallerCloseTheSignInAlsoOverARestart) {
  for (int call = 0; call < 3; ++call) guesses_three_times(stranger);
  phone(stranger).calls().presses(nobodys_pin).hangs_up();
  phone(stranger).calls().does_not_hear("PIN").hears("your full name").hangs_up_before_the_beep();
  restart();
  phone(stranger).calls().does_not_hear("PIN").hears("your full name").hangs_up_before_the_beep();
  phone("+15550100198").calls().hears("PIN").hangs_up();
  pass(std::chrono::minutes(61));
  phone(stranger).calls().hears("PIN").hangs_up();
}

TEST_F(ByPin, SixtyFailuresOnTheLineTakeCallOutsWithout) {
  for (int caller = 0; caller < 20; ++caller)
    guesses_three_times("+1555010" + std::to_string(2000 + caller));
  restart();
  phone("+15550100198")
      .calls()
      .does_not_hear("PIN")
      .speaks("Ana Ruiz, sick")
      .presses("#")
      .hears("has been recorded");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE verified = 0"), 1);
  // Whose number is known needs no PIN.
  phone(ana).calls().hears("Hello Ana").hangs_up();
}

TEST_F(ByPin, WithheldCallersCountAsOne) {
  for (const char* from : {"anonymous", "+266696687", "anonymous"}) guesses_three_times(from);
  phone("+266696687").calls().presses(nobodys_pin).hangs_up_before_the_beep();
  phone("unknown").calls().does_not_hear("PIN").hangs_up_before_the_beep();
}

TEST_F(ByPin, TheEmployeeNumberIsAskedFirstWhereTheSettingsSaySo) {
  restart_with("PIN_SIGN_IN", "employee_number");
  phone(stranger)
      .calls()
      .hears("employee number")
      .presses("1#")
      .hears("PIN")
      .presses(pin_of_ana)
      .hears("Thank you, Ana")
      .hangs_up();
  // Somebody else's PIN is none.
  phone(stranger).calls().presses("2#").presses(pin_of_ana).does_not_hear("Thank you").hangs_up();
}

TEST_F(ByPin, WhatWasKeyedStandsNeitherInTheDatabaseNorInTheLog) {
  restart_with("PIN_LENGTH", "8");
  import_people(
      "employee_number,name,email,phone,team,position,role,language,pin\n"
      "60,Long Pin,long@example.org,,Clinical,RN,employee,en,83062947\n",
      8);
  phone(stranger).calls().presses("73915826").presses("83062947").hears("Thank you, Long");
  stop();
  std::string everything = log();
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder())) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    everything.append(std::istreambuf_iterator<char>(in), {});
  }
  for (const char* keyed : {"73915826", "83062947"})
    EXPECT_EQ(everything.find(keyed), std::string::npos) << keyed;
  start();
}

}  // namespace
}  // namespace scenario
