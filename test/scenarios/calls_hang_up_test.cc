// Point 8: hanging up. After the beep it is a call-out; before it, once somebody is known, an
// incomplete one that a reply or a new call completes.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class HangingUp : public OnTheLine {
 protected:
  HangingUp() {
    leaves_aside({"receipt by mail", "call_out_recorded by mail", "incomplete_call by mail"});
  }
  void hangs_up_before_the_beep() { phone(ana).calls().hears("Hello Ana").hangs_up(); }
};

TEST_F(HangingUp, BeforeTheBeepTellsTheManagersAndAsksByText) {
  hangs_up_before_the_beep();
  EXPECT_EQ(call_outs(), 0);
  EXPECT_EQ(rows("SELECT kind, state, member_id FROM attempts"), Rows{"incomplete|open|1"});
  phone(ana).expect_no_text();
  pass(seconds(61));
  phone(boss).expect_text("A call from Ana R, RN (4:58am) was cut off").expect_no_text();
  phone(ana)
      .expect_text("Your call was cut off. Reply OUT to record your absence today.")
      .expect_no_text();
  mailbox("boss@example.org").expect("Cut Off");
}

TEST_F(HangingUp, AtTheQuestionWhichDayTheManagersAreToldAtOnce) {
  at("2020-11-23 16:30");
  phone(ana).calls().hears("Which day").hangs_up();
  phone(boss).expect_text("was cut off");
  phone(ana).expect_no_text();
  pass(seconds(61));
  phone(ana).expect_text("Reply OUT");
}

TEST_F(HangingUp, TheReplyOutCompletesTheSameAttempt) {
  hangs_up_before_the_beep();
  pass(seconds(61));
  phone(ana).expect_text("Reply OUT").texts("OUT").expect_reply("Call-out recorded, Ana");
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts AS call JOIN call_out_records AS record "
                   "ON call.call_out_id = record.id WHERE call.channel = 'phone'"),
            1);
  phone(boss).expect_text("was cut off").expect_text("Ana R, RN, out today");
}

TEST_F(HangingUp, OutAlsoCompletesWithinTheFirstMinute) {
  hangs_up_before_the_beep();
  pass(seconds(20));
  phone(ana).texts("out").expect_reply("Call-out recorded, Ana");
  pass(minutes(5));
  phone(ana).expect_no_text();
  EXPECT_EQ(call_outs(), 1);
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(HangingUp, ANewCallCompletesItAndNoTextComes) {
  hangs_up_before_the_beep();
  pass(seconds(30));
  phone(ana).calls().speaks("I have a fever").presses("#").hears("has been recorded");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  pass(minutes(5));
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  EXPECT_EQ(call_outs(), 1);
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(HangingUp, TwiceBeforeTheBeepAsksOnce) {
  hangs_up_before_the_beep();
  pass(seconds(30));
  hangs_up_before_the_beep();
  pass(minutes(5));
  phone(boss).expect_text("was cut off").expect_no_text();
  phone(ana).expect_text("Reply OUT").texts("OUT").expect_reply("Call-out recorded");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  EXPECT_EQ(call_outs(), 1);
  phone(boss).expect_text("Ana R, RN, out today");
}

TEST_F(HangingUp, AfterTheBeepWithoutAWordIsACallOut) {
  phone(ana).calls().waits_for_the_beep().hangs_up();
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  pass(minutes(5));
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  EXPECT_EQ(alerts("incomplete_call"), 0);
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(HangingUp, AfterTheBeepIsACallOutAlsoWhereSilenceIsNotKept) {
  // No action comes then; that the recording is absent says that the beep has sounded.
  phone(ana)
      .calls()
      .silent_recordings_are(SilentRecording::dropped)
      .waits_for_the_beep()
      .hangs_up();
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  pass(minutes(5));
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  EXPECT_EQ(alerts("incomplete_call"), 0);
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(HangingUp, BeforeTheCategoryIsIncomplete) {
  phone(ana).calls().presses("1").hears("family emergency").hangs_up();
  EXPECT_EQ(call_outs(), 0);
  phone(boss).expect_text("was cut off");
  pass(seconds(61));
  phone(ana).expect_text("Reply OUT");
}

TEST_F(HangingUp, AfterTheFarewellLosesNothing) {
  phone(ana).calls().speaks("fever").presses("#").hears("recorded").hangs_up();
  pass(minutes(5));
  EXPECT_EQ(alerts("incomplete_call"), 0);
  EXPECT_EQ(call_outs(), 1);
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(HangingUp, BeforeThePinLeavesATraceAndTellsNobody) {
  phone(stranger).calls().hears("PIN").hangs_up();
  pass(minutes(5));
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE channel = 'phone'"), 1);
  phone(boss).expect_no_text();
  phone(stranger).expect_no_text();
}

TEST_F(HangingUp, AfterThePinIsIncompleteLikeAnyOther) {
  phone(stranger).calls().presses(pin_of_ana).hears("Thank you, Ana").hangs_up();
  pass(seconds(61));
  phone(ana).expect_text("Reply OUT");  // the number on file
  phone(stranger).expect_no_text();
  phone(boss).expect_text("A call from Ana R");
}

TEST_F(HangingUp, OnADayThatIsOnRecordLosesNothing) {
  phone(ana).texts("sick today").expect_reply("#101");
  phone(boss).expect_text("out today");
  hangs_up_before_the_beep();
  pass(minutes(5));
  EXPECT_EQ(alerts("incomplete_call"), 0);
  phone(ana).expect_no_text();
}

}  // namespace
}  // namespace scenario
