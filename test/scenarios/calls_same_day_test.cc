// Point 10: one call-out a person and day, whichever way it is told, and how often.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

using std::chrono::minutes;

class SameDay : public OnTheLine {
 protected:
  SameDay() { leaves_aside({"receipt", "call_out_recorded", "call_out_updated by mail"}); }
  void calls_out() { phone(ana).calls().speaks("I have a fever").presses("#").hears("recorded"); }
};

TEST_F(SameDay, ASecondCallAddsToTheFirst) {
  calls_out();
  phone(boss).expect_text("out today");
  pass(minutes(20));
  phone(ana)
      .calls()
      .hears("already on record")
      .speaks("it is the flu")
      .presses("#")
      .hears("Request number 1, 0, 1")
      .is_over();
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
  EXPECT_EQ(recordings_kept(), 2);
  phone(boss).expect_text("updated (called 5:18am)");
}

TEST_F(SameDay, ATextAfterTheCallAddsToIt) {
  calls_out();
  phone(ana).texts("still sick today, it is the flu").expect_reply("#101");
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
  phone(boss).expect_text("call-out for today updated (texted 4:58am)");
}

TEST_F(SameDay, ACallAfterTheTextAddsToIt) {
  phone(ana).texts("sick today").expect_reply("#101");
  phone(ana).calls().hears("already on record").speaks("fever").presses("#").hears("1, 0, 1");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
  EXPECT_EQ(recordings_kept(), 1);
  phone(boss).expect_text("call-out for today updated (called 4:58am)");
}

TEST_F(SameDay, ATextInMidCallIsTheSameCallOut) {
  Call& call = phone(ana).calls().hears("Hello Ana");
  phone(ana).texts("sick today").expect_reply("#101");
  call.speaks("I have a fever").presses("#").hears("Request number 1, 0, 1");
  EXPECT_EQ(call_outs(), 1);
  phone(boss).expect_text("call-out for today updated (called 4:58am)");
}

TEST_F(SameDay, TwoCallsAtOnceAreOneCallOut) {
  Call& first = phone(ana).calls();
  Call& second = phone(ana).calls();
  first.speaks("I have a fever");
  second.speaks("I have a fever");
  first.presses("#").hears("Request number 1, 0, 1");
  // It has ended by the silence meanwhile.
  second.hears("Request number 1, 0, 1");
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(recordings_kept(), 2);
  phone(boss).expect_text("call-out for today updated (called 4:58am)");
}

TEST_F(SameDay, AfterAnUndoItIsANewOne) {
  leaves_aside({"taken_back_receipt by mail", "call_out_taken_back by mail"});
  calls_out();
  phone(ana).texts("undo").expect_reply("#101");
  phone(boss).expect_text("taken back");
  EXPECT_EQ(call_outs(), 0);
  phone(ana).calls().does_not_hear("already").speaks("fever").presses("#").hears("1, 0, 2");
  EXPECT_EQ(call_outs(), 1);
}

TEST_F(SameDay, TheNextDayIsItsOwnLinkedAsAnExtension) {
  calls_out();
  at("2020-11-24 05:00");
  phone(ana).calls().does_not_hear("already").speaks("still").presses("#").hears("1, 0, 2");
  EXPECT_EQ(rows("SELECT day, extends_id FROM call_out_records ORDER BY id"),
            (Rows{"2020-11-23|-", "2020-11-24|1"}));
}

TEST_F(SameDay, ByPinFromAnotherPhoneIsTheSameCallOut) {
  calls_out();
  phone(stranger)
      .calls()
      .presses(pin_of_ana)
      .hears("already")
      .speaks("flu")
      .presses("#")
      .hears("1, 0, 1");
  EXPECT_EQ(call_outs(), 1);
  phone(boss).expect_text("call-out for today updated (called 4:58am)");
}

TEST_F(SameDay, SixPeopleAreSixCallOuts) {
  for (const char* caller : {ana, ben, nina_at_night, eva_in_spanish, boss, hana_of_hr})
    phone(caller).calls().speaks("fever").presses("#").is_over();
  EXPECT_EQ(call_outs(), 6);
  EXPECT_EQ(number("SELECT COUNT(DISTINCT receipt_number) FROM call_out_records"), 6);
}

}  // namespace
}  // namespace scenario
