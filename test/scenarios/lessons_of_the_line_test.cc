// lessons.md, "What failed in use": the rows about calls, PINs and recordings, by name.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

class LessonOfTheLine : public OnTheLine {
 protected:
  LessonOfTheLine() { leaves_aside({"receipt by mail", "call_out_recorded by mail"}); }
};

TEST_F(LessonOfTheLine, TheSameCallSidTwiceIsOneRequestOneTextOneDeduction) {
  change("UPDATE teams SET call_outs_need_approval = 0");
  phone(ana).calls().is_asked_again().speaks("fever").presses("#").is_asked_again();
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM ledger_entries WHERE kind = 'absence'"), 1);
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(LessonOfTheLine, AnybodyPostingForAnybodyIsRefused) {
  const Params params = {{"CallSid", next_sid("CA")},
                         {"AccountSid", account_sid},
                         {"From", ana},
                         {"To", line_number},
                         {"CallStatus", "ringing"}};
  for (const char* page : {"incoming", "authenticate-pin", "record", "process-recording",
                           "recording-status", "transcription", "status", "fallback"}) {
    const std::string path = std::string("/twilio/voice/") + page;
    EXPECT_EQ(post(path, params, "").status, 403) << path;
    EXPECT_EQ(post(path, params, "bm90IGEgc2lnbmF0dXJlIGF0IGFsbA==").status, 403) << path;
  }
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts"), 0);
}

TEST_F(LessonOfTheLine, AServerErrorIsNeverRecordedRequestZeroNorPhoneNumberNotFound) {
  change(
      "CREATE TRIGGER broken BEFORE INSERT ON call_out_records BEGIN SELECT RAISE(ABORT, "
      "'broken'); END");
  complaint_is_expected(11200);
  Call& call = phone(ana).calls().callbacks({}).speaks("fever").presses("#");
  for (const char* words : {"Request number", "has been recorded", "not found", "on file"})
    EXPECT_EQ(call.everything_heard().find(words), std::string::npos) << words;
  change("DROP TRIGGER broken");
}

TEST_F(LessonOfTheLine, NoTwoPeopleShareAPinSoThatNoColleagueIsGreeted) {
  EXPECT_THROW(change("UPDATE users SET pin_hash = (SELECT pin_hash FROM users WHERE id = 1) "
                      "WHERE id = 2"),
               std::runtime_error);
  phone(stranger).calls().presses(pin_of_ana).hears("Ana").does_not_hear("Ben").hangs_up();
}

TEST_F(LessonOfTheLine, ANumberStoredAsPeopleWriteItIsRecognised) {
  phone(ben).calls().hears("Hello Ben").hangs_up();  // "555.010.0102" in the file
}

TEST_F(LessonOfTheLine, ABlankNumberNeverMatchesAWithheldCaller) {
  change("UPDATE users SET phone = '' WHERE id = 1");
  change("UPDATE phone_numbers SET phone = '' WHERE user_id = 1");
  for (const char* from : {"", "anonymous"})
    phone(from).calls().hears("PIN").does_not_hear("Hello").hangs_up();
}

TEST_F(LessonOfTheLine, LeaversDoNotSignIn) {
  change("UPDATE team_members SET last_day = '2020-11-20' WHERE id = 1");
  phone(ana).calls().does_not_hear("Hello").presses(pin_of_ana).does_not_hear("Ana").hangs_up();
  EXPECT_EQ(number("SELECT COUNT(*) FROM sign_in_failures"), 1);
}

TEST_F(LessonOfTheLine, ASlowProviderDoesNotSlowTheCall) {
  provider().with_world([](simulator::World& world) { world.chaos.rest_500_percent = 100; });
  phone(ana).calls().speaks("fever").presses("#").hears("has been recorded").is_over();
  EXPECT_EQ(call_outs(), 1);
}

TEST_F(LessonOfTheLine, TheConfirmationGoesToTheNumberOnFile) {
  leaves_aside({"call_out_recorded"});
  phone(stranger).calls().presses(pin_of_ana).speaks("fever").presses("#").hears("recorded");
  phone(ana).expect_text("Call-out recorded, Ana");
  phone(stranger).expect_no_text();
}

TEST_F(LessonOfTheLine, AfterEightInTheEveningOneCanStillChooseToday) {
  leaves_aside({"receipt", "call_out_recorded"});
  at("2020-11-23 20:30");
  phone(ana).calls().hears("Which day").hears("Monday").presses("1").speaks("fever").presses("#");
  EXPECT_EQ(rows("SELECT day FROM call_out_records"), Rows{"2020-11-23"});
}

TEST_F(LessonOfTheLine, NoDatabaseIdsAreSpoken) {
  leaves_aside({"receipt", "call_out_recorded"});
  phone(ana).calls().speaks("fever").presses("#").hears("Request number 1, 0, 1.");
  EXPECT_EQ(rows("SELECT receipt_number, id FROM call_out_records"), Rows{"101|1"});
}

TEST_F(LessonOfTheLine, TheRecordingIsFetchedFromTheConfiguredProviderNotFromThePostedUrl) {
  leaves_aside({"receipt", "call_out_recorded"});
  // The posted URL is the real provider's, which no test can reach.
  phone(ana).calls().speaks("fever").presses("#");
  EXPECT_EQ(recordings_kept(), 1);
  EXPECT_EQ(rows("SELECT recording_url FROM call_out_records"), Rows{"/api/v1/recordings/1"});
}

}  // namespace
}  // namespace scenario
