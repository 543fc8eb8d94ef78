// Points 7 to 9: what the provider tells may come in any order, late, twice or never, and each
// request again; the end is the same.
#include <algorithm>

#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class Callbacks : public OnTheLine {
 protected:
  Callbacks() {
    leaves_aside({"receipt by mail", "call_out_recorded by mail", "incomplete_call by mail"});
  }
  /// Ana's call-out of the day is there once, and was told of once.
  void is_one_call_out() {
    EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
    EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
    EXPECT_EQ(receipts(), 1);
    EXPECT_EQ(texts_to(ana), 1);
    EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'call_out_recorded' "
                     "AND channel = 'sms' AND address = '+15550100110'"),
              1);
    EXPECT_EQ(number("SELECT COUNT(*) FROM recordings"), 1);
    phone(ana).expect_text("Call-out recorded, Ana");
    phone(boss).expect_text("Ana R, RN, out today");
  }
};

TEST_F(Callbacks, InEveryOrderComeToTheSameEnd) {
  std::vector<Callback> order = {Callback::action, Callback::status, Callback::recording};
  std::ranges::sort(order);
  int day = 23;
  do {
    SCOPED_TRACE(day);
    at("2020-11-" + std::to_string(day) + " 04:58");
    phone(ana).calls().callbacks(order).speaks("I have a fever").hangs_up();
    pass(seconds(61));
    EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE day = '2020-11-" +
                     std::to_string(day) + "'"),
              1);
    EXPECT_EQ(alerts("incomplete_call"), 0);
    EXPECT_EQ(texts_to(ana), call_outs());
    phone(ana).expect_text("Call-out recorded");
    phone(boss).expect_text("Ana R, RN, out today");
    ++day;
    if (day == 28) day = 30;
  } while (std::ranges::next_permutation(order).found);
  EXPECT_EQ(call_outs(), 6);
  EXPECT_EQ(recordings_kept(), 6);
  EXPECT_EQ(receipts(), 6);
}

TEST_F(Callbacks, TwiceEachIsOnce) {
  phone(ana)
      .calls()
      .callbacks({Callback::status, Callback::recording, Callback::action, Callback::action,
                  Callback::recording, Callback::status})
      .speaks("I have a fever")
      .hangs_up();
  pass(minutes(5));
  is_one_call_out();
  EXPECT_EQ(recordings_kept(), 1);
}

TEST_F(Callbacks, WithoutTheActionTheRecordingsWordCompletesTheCall) {
  phone(ana).calls().callbacks({Callback::status, Callback::recording}).speaks("fever").hangs_up();
  pass(minutes(5));
  is_one_call_out();
  EXPECT_EQ(recordings_kept(), 1);
}

TEST_F(Callbacks, WithoutTheRecordingsWordItIsFetchedAllTheSame) {
  phone(ana).calls().callbacks({Callback::action, Callback::status}).speaks("fever").hangs_up();
  pass(minutes(1));
  pass(minutes(5));
  is_one_call_out();
  EXPECT_EQ(recordings_kept(), 1);
}

TEST_F(Callbacks, WithoutTheStatusTheCallIsClosedByTime) {
  phone(ana).calls().callbacks({Callback::action, Callback::recording}).speaks("fever").hangs_up();
  is_one_call_out();
  pass(hours(1));
  EXPECT_EQ(number("SELECT COUNT(*) FROM calls WHERE ended_at IS NULL"), 0);
  EXPECT_EQ(alerts("incomplete_call"), 0);
}

TEST_F(Callbacks, WithoutAnyAnIncompleteCallIsFoundByTime) {
  phone(ana).calls().callbacks({}).hears("Hello Ana").hangs_up();
  pass(hours(1));
  pass(minutes(2));
  phone(boss).expect_text("was cut off");
  phone(ana).expect_text("Reply OUT");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open' AND kind = 'incomplete'"),
            1);
}

TEST_F(Callbacks, TheStatusAloneLeavesItIncompleteUntilTheLateActionComes) {
  Call& call = phone(ana).calls().callbacks({Callback::status}).speaks("fever").hangs_up();
  provider().hides_calls();
  EXPECT_EQ(call_outs(), 0);
  pass(seconds(61));
  phone(ana).expect_text("Reply OUT");
  phone(boss).expect_text("was cut off");
  call.comes(Callback::action);
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  phone(ana).expect_text("Call-out recorded");
  phone(boss).expect_text("Ana R, RN, out today");
}

TEST_F(Callbacks, ALateActionWithinTheMinuteSparesTheCutOffText) {
  Call& call = phone(ana).calls().callbacks({Callback::status}).speaks("fever").hangs_up();
  pass(seconds(45));
  call.comes(Callback::action);
  pass(minutes(5));
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  EXPECT_EQ(alerts("incomplete_call"), 0);
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(Callbacks, ALateActionAfterTheReplyOutAddsItsRecording) {
  Call& call = phone(ana).calls().callbacks({Callback::status}).speaks("fever").hangs_up();
  provider().hides_calls();
  pass(seconds(61));
  phone(boss).expect_text("was cut off");
  phone(ana).expect_text("Reply OUT").texts("OUT").expect_reply("#101");
  provider().shows_calls();
  call.comes(Callback::recording).comes(Callback::action);
  pass(minutes(1));
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(recordings_kept(), 1);
  phone(boss).expect_text("out today").expect_text("updated (called 4:58am)");
  mailbox("boss@example.org").expect("pdate");
}

TEST_F(Callbacks, AStatusBeforeTheCallEndsNothing) {
  Call& call = phone(ana).calls();
  call.comes(Callback::status);  // it overtook the action
  call.speaks("fever").presses("#");
  is_one_call_out();
  pass(minutes(5));
  EXPECT_EQ(alerts("incomplete_call"), 0);
}

TEST_F(Callbacks, EachRequestAgainIsAnsweredWithTheSameBytes) {
  at("2020-11-23 16:30");
  Call& call = phone(stranger).calls().is_asked_again();
  call.presses(nobodys_pin).is_asked_again();
  call.presses(pin_of_ana).is_asked_again();
  call.presses("1").is_asked_again();
  call.speaks("I have a fever").presses("#").is_asked_again().hears("has been recorded");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|pin"});
  EXPECT_EQ(number("SELECT COUNT(*) FROM sign_in_failures"), 1);
  EXPECT_EQ(receipts(), 1);
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(Callbacks, ARepeatAfterARestartIsAnsweredTheSame) {
  Call& call = phone(ana).calls().speaks("I have a fever").presses("#");
  restart();
  call.is_asked_again();
  is_one_call_out();
}

TEST_F(Callbacks, ARestartInMidCallIsNotNoticed) {
  Call& call = phone(stranger).calls();
  restart();
  call.presses(pin_of_ana).hears("Thank you, Ana");
  restart();
  call.speaks("I have a fever").presses("#").hears("has been recorded");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|pin"});
  EXPECT_EQ(recordings_kept(), 1);
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(Callbacks, AFailureIsNeverSpokenAsASuccess) {
  complaint_is_expected(11200);
  change(
      "CREATE TRIGGER broken BEFORE INSERT ON pto_requests BEGIN SELECT RAISE(ABORT, 'broken'); "
      "END");
  Call& call = phone(ana).calls().callbacks({}).speaks("I have a fever").presses("#").is_over();
  EXPECT_EQ(call.everything_heard().find("recorded."), std::string::npos);
  EXPECT_EQ(call.everything_heard().find("Request number"), std::string::npos);
  EXPECT_EQ(call_outs(), 0);
  phone(ana).expect_no_text();
  change("DROP TRIGGER broken");
  // What the provider still tells completes it.
  call.comes(Callback::recording);
  EXPECT_EQ(call_outs(), 1);
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(Callbacks, ARecordingOfACallThatNobodyKnowsRaisesAnAlarm) {
  Call& call = phone(ana).calls().speaks("I have a fever").presses("#");
  change("UPDATE call_out_records SET call_sid = NULL");
  change("DELETE FROM recordings");
  change("DELETE FROM calls");
  change("DELETE FROM webhook_answers");
  call.comes(Callback::recording);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms WHERE closed_at IS NULL"), 1);
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

}  // namespace
}  // namespace scenario
