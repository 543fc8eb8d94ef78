// The voice flow of the feature summary, from the greeting to the farewell, and what it leaves.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

class ACall : public OnTheLine {
 protected:
  /// By text; the first story looks at the mails too.
  void ana_and_her_manager_are_told() {
    leaves_aside({"receipt by mail", "call_out_recorded by mail"});
    phone(ana).expect_text("Call-out recorded, Ana").expect_no_text();
    phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
  }
};

TEST_F(ACall, BecomesACallOutAReceiptAnAlertAndARecording) {
  phone(ana)
      .calls()
      .hears("Welcome to Example Clinic Call-Out Line.")
      .hears("Hello Ana")
      .hears("Please state your reason")
      .speaks("I have a fever")
      .presses("#")
      .hears("Your call-out has been recorded. Request number 1, 0, 1.")
      .hears("I repeat: 1, 0, 1.")
      .hears("You will receive a text")
      .is_over();
  EXPECT_EQ(rows("SELECT member_id, day, source, verified, authentication_method, "
                 "phone_number_used FROM call_out_records"),
            Rows{"1|2020-11-23|phone|1|phone_match|+15550100101"});
  EXPECT_EQ(rows("SELECT start_date, end_date, pto_type, status, is_call_out FROM pto_requests"),
            Rows{"2020-11-23|2020-11-23|sick|pending|1"});
  phone(ana).expect_text("Call-out recorded, Ana: today Mon Nov 23. Request #101.");
  phone(boss).expect_text("Ana R, RN, out today (called 4:58am). 1 of 2 RN out.");
  mailbox("ana@example.org").expect("CALL-OUT Confirmation");
  mailbox("boss@example.org").expect("URGENT: Same-Day Call-Out");
  EXPECT_EQ(recordings_kept(), 1);
}

TEST_F(ACall, OfSomebodyKnownNeedsOneKeyAtMost) {
  Call& call = phone(ana).calls().speaks("I have a fever").presses("#").is_over();
  EXPECT_LE(call.keys_pressed(), 2);
  ana_and_her_manager_are_told();
}

TEST_F(ACall, FromAnUnknownNumberAsksForThePin) {
  phone(stranger)
      .calls()
      .hears("Please enter your 4-digit PIN")
      .does_not_hear("Hello")
      .presses(pin_of_ana)
      .hears("Thank you, Ana")
      .hears("Please state your reason")
      .speaks("I have a fever")
      .presses("#")
      .hears("has been recorded");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|pin"});
  ana_and_her_manager_are_told();
}

TEST_F(ACall, AnnouncesTheRecordingBeforeTheBeep) {
  Call& call = phone(ana).calls().hears("after the beep; we record it");
  EXPECT_FALSE(call.is_after_the_beep());
  call.waits_for_the_beep();
}

TEST_F(ACall, MayEndByHangingUpInsteadOfPound) {
  phone(ana).calls().speaks("I have a fever").hangs_up();
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  ana_and_her_manager_are_told();
  EXPECT_EQ(recordings_kept(), 1);
}

TEST_F(ACall, MayEndInSilenceAfterTheWords) {
  phone(ana).calls().speaks("I have a fever").waits().hears("has been recorded").is_over();
  EXPECT_EQ(call_outs(), 1);
  ana_and_her_manager_are_told();
}

TEST_F(ACall, NeedsNoApprovalWhereThePolicySaysSo) {
  change("UPDATE teams SET call_outs_need_approval = 0");
  phone(ana).calls().speaks("I have a fever").presses("#").hears("has been recorded");
  EXPECT_EQ(rows("SELECT status FROM pto_requests"), Rows{"approved"});
  EXPECT_EQ(number("SELECT SUM(minutes) FROM ledger_entries WHERE kind = 'absence'"), -450);
  ana_and_her_manager_are_told();
}

TEST_F(ACall, PromisesATextOnlyToANumberThatCanTakeOne) {
  phone(ana).texts("STOP");
  phone(ana)
      .calls()
      .speaks("I have a fever")
      .presses("#")
      .hears("has been recorded")
      .does_not_hear("You will receive a text");
  phone(ana).expect_no_text();
  mailbox("ana@example.org").expect("CALL-OUT Confirmation");
  phone(boss).expect_text("Ana R");
  mailbox("boss@example.org").expect("URGENT");
}

TEST_F(ACall, IsAcknowledgedLikeAText) {
  leaves_aside({"receipt by mail", "call_out_recorded by mail"});
  phone(ana).calls().speaks("I have a fever").presses("#");
  const std::string code = phone(boss).expect_text("Ana R").code_in_newest_text();
  phone(boss).texts(code).expect_reply("Ana R");
  phone(ana).expect_text("Call-out recorded").expect_text("Seen by Boss L");
}

TEST_F(ACall, LeavesAnAuditTrailThatHolds) {
  phone(ana).calls().speaks("I have a fever").presses("#");
  EXPECT_GE(number("SELECT COUNT(*) FROM audit_entries"), 1);
  EXPECT_FALSE(first_broken_audit_entry());
  ana_and_her_manager_are_told();
}

TEST_F(ACall, IsTranscribedBesideItsRecording) {
  Call& call = phone(ana).calls().speaks("I have a fever").presses("#");
  const HttpReply reply = call.comes_transcribed("i have a fever");
  EXPECT_EQ(reply.status / 100, 2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM transcripts WHERE state = 'completed'"), 1);
  EXPECT_EQ(call.comes_transcribed("i have a fever").status / 100, 2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM transcripts"), 1);
  EXPECT_EQ(recordings_kept(), 1);
  ana_and_her_manager_are_told();
}

}  // namespace
}  // namespace scenario
