// Point 4: nobody sick is turned away; whoever can't sign in is taken unverified.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

class WithoutSignIn : public OnTheLine {
 protected:
  WithoutSignIn() { leaves_aside({"needs_verification by mail"}); }
  Call& a_stranger_calls() {
    return phone(stranger)
        .calls()
        .presses("*")
        .hears("your full name and your reason")
        .speaks("this is Ana Ruiz, I have a fever")
        .presses("#");
  }
};

TEST_F(WithoutSignIn, ACallBecomesAnUnverifiedCallOut) {
  a_stranger_calls().hears("has been recorded. Request number 1, 0, 1").hears("confirm").is_over();
  EXPECT_EQ(rows("SELECT member_id, pto_request_id, day, source, verified, authentication_method, "
                 "phone_number_used FROM call_out_records"),
            Rows{"-|-|2020-11-23|phone|0|none|+15550100199"});
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 0);
  EXPECT_EQ(recordings_kept(), 1);
  phone(hana_of_hr).expect_text("Unverified call-out").expect_no_text();
}

TEST_F(WithoutSignIn, AllListedRecipientsAndHrAreTold) {
  change(
      "INSERT INTO notice_recipients (team_id, name, phone, created_at) "
      "SELECT id, 'Desk', '+15550100160', 0 FROM teams WHERE name = 'Clinical'");
  a_stranger_calls();
  phone(hana_of_hr).expect_text("Unverified call-out");
  phone("+15550100160").expect_text("Unverified call-out");
  mailbox("hana@example.org").expect("Unverified Call-Out");
}

TEST_F(WithoutSignIn, NothingIsTextedToANumberThatNobodyHas) {
  a_stranger_calls().does_not_hear("You will receive a text");
  phone(stranger).expect_no_text();
  phone(hana_of_hr).expect_text("Unverified call-out").expect_no_text();
}

TEST_F(WithoutSignIn, HangingUpAfterTheBeepIsEnough) {
  phone(stranger).calls().presses("*").speaks("Ana Ruiz, sick").hangs_up();
  EXPECT_EQ(who_is_out(), Rows{"-|2020-11-23|0|none"});
  phone(hana_of_hr).expect_text("Unverified call-out").expect_no_text();
}

TEST_F(WithoutSignIn, AWithheldNumberIsTakenToo) {
  phone("anonymous").calls().presses("*").speaks("Ana Ruiz, sick").presses("#").hears("recorded");
  EXPECT_EQ(who_is_out(), Rows{"-|2020-11-23|0|none"});
  phone(hana_of_hr).expect_text("Unverified call-out");
}

TEST_F(WithoutSignIn, TwoWithheldCallersOfADayAreTwoCallOuts) {
  phone("anonymous").calls().presses("*").speaks("Ana Ruiz, sick").presses("#");
  phone("anonymous").calls().presses("*").speaks("Ben Okafor, sick").presses("#");
  EXPECT_EQ(call_outs(), 2);
  phone(hana_of_hr).expect_text("Unverified call-out").expect_text("Unverified call-out");
}

TEST_F(WithoutSignIn, BeforeTheBeepNothingIsClaimedAndTheAttemptLeavesItsTrace) {
  phone(stranger).calls().presses("*").hangs_up_before_the_beep();
  EXPECT_EQ(call_outs(), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE channel = 'phone'"), 1);
  phone(stranger).calls().hangs_up();
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE channel = 'phone'"), 2);
  pass(std::chrono::minutes(2));
  phone(stranger).expect_no_text();
}

TEST_F(WithoutSignIn, TheDayIsAskedLikeAnybodyElse) {
  at("2020-11-23 16:30");
  phone(stranger)
      .calls()
      .presses("*")
      .hears("Which day")
      .presses("2")
      .speaks("Ana Ruiz, sick")
      .presses("#")
      .hears("recorded");
  EXPECT_EQ(who_is_out(), Rows{"-|2020-11-24|0|none"});
  phone(hana_of_hr).expect_text("Unverified call-out").expect_no_text();
}

TEST_F(WithoutSignIn, WithRecordingOffANumberToCallBackIsAskedFor) {
  restart_with("ENABLE_CALL_RECORDING", "False");
  phone(stranger)
      .calls()
      .presses("*")
      .hears("phone number where we can reach you")
      .presses("5550100161#")
      .hears("has been recorded");
  EXPECT_EQ(who_is_out(), Rows{"-|2020-11-23|0|none"});
  mailbox("hana@example.org").expect("0161");
  phone(hana_of_hr).expect_text("Unverified call-out").expect_no_text();
}

TEST_F(WithoutSignIn, ATextOfTheSameNumberAddsToTheCall) {
  a_stranger_calls();
  phone(stranger).texts("sick today").expect_reply("#101");
  EXPECT_EQ(call_outs(), 1);
  phone(hana_of_hr).expect_text("Unverified call-out").expect_text("updated (texted 4:58am)");
  mailbox("hana@example.org").expect("pdate");
}

}  // namespace
}  // namespace scenario
