// One question when in doubt, never a guess; and the short commands.
#include "scenarios/scenario.h"

namespace scenario {
namespace {

using std::chrono::minutes;

class Conversation : public Scenario {
 protected:
  Conversation() { leaves_aside({"receipt by mail", "call_out_recorded by mail"}); }
  std::int64_t live_call_outs() {
    return number("SELECT COUNT(*) FROM call_out_records WHERE withdrawn_at IS NULL");
  }
};

TEST_F(Conversation, ASecondTextFindsTheFirstRequest) {
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("out today");
  phone(ana).texts("still sick today, have a fever too").expect_reply("#101");
  EXPECT_EQ(live_call_outs(), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_messages"), 1);
  phone(boss).expect_text("pdate");
  mailbox("boss@example.org").expect("pdate");
}

TEST_F(Conversation, TheNextDayIsItsOwnRequestLinkedAsAnExtension) {
  phone(ana).texts("sick today").expect_reply("recorded");
  at("2020-11-24 05:10");
  phone(ana).texts("still sick, can't come in today").expect_reply("#102");
  EXPECT_EQ(rows("SELECT day, extends_id FROM call_out_records ORDER BY id"),
            (std::vector<std::string>{"2020-11-23|-", "2020-11-24|1"}));
  phone(boss).expect_text("Ana R, RN, out today").expect_text("Ana R, RN, out today");
}

TEST_F(Conversation, AfterTheTeamsHourTheDayIsAskedAndTheWordsAreKept) {
  at("2020-11-23 16:30");
  phone(ana).texts("Calling out sick - migraine").expect_reply("1").expect_reply("Tue Nov 24");
  EXPECT_EQ(live_call_outs(), 0);
  phone(ana).texts("2").expect_reply("Call-out recorded, Ana: Tue Nov 24");
  mailbox("boss@example.org").expect("migraine");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(Conversation, TomorrowIsNeverASilentToday) {
  phone(ana).texts("can't come in tomorrow").expect_reply("Tue Nov 24");
  EXPECT_EQ(rows("SELECT day FROM call_out_records"), std::vector<std::string>{"2020-11-24"});
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(Conversation, AnUnclearTextGetsOneQuestionThenTheManagerIsTold) {
  phone(ana).texts("the thing from yesterday again").expect_reply("OUT");
  EXPECT_EQ(live_call_outs(), 0);
  phone(boss).expect_no_text();
  pass(minutes(9));
  phone(boss).expect_no_text();
  pass(minutes(2));
  phone(boss).expect_text("Ana R");
  mailbox("boss@example.org").expect("the thing from yesterday again");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open' AND kind = 'unclear'"), 1);
}

TEST_F(Conversation, OutCompletesTheUnclearText) {
  phone(ana).texts("ugh my back is killing me").expect_reply("OUT");
  phone(ana).texts("out").expect_reply("Call-out recorded, Ana: Mon Nov 23");
  mailbox("boss@example.org").expect("my back is killing me");
  pass(minutes(11));
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'unclear_text'"), 0);
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(Conversation, NotUnderstoodTwiceGoesToTheManagerAtOnce) {
  phone(ana).texts("hmm about the shift").expect_reply("OUT");
  phone(ana).texts("never mind the other one").expect_reply("manager");
  phone(boss).expect_text("Ana R");
  pass(minutes(30));
  phone(boss).expect_no_text();
  mailbox("boss@example.org").expect("Ana Ruiz");
}

TEST_F(Conversation, ALateQuestionIsSettledBeforeANewOneTakesItsPlace) {
  phone(ana).texts("hmm about the shift").expect_reply("OUT");
  // The timer has not run yet when the next text comes.
  at("2020-11-23 05:30");
  phone(ana).texts("what about the other thing").expect_reply("OUT");
  phone(boss).expect_text("Ana R");
  mailbox("boss@example.org").expect("Ana Ruiz");
}

TEST_F(Conversation, UndoTakesBackWithinAQuarterOfAnHour) {
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("out today");
  pass(minutes(14));
  phone(ana).texts("undo").expect_reply("#101");
  EXPECT_EQ(live_call_outs(), 0);
  EXPECT_EQ(rows("SELECT status FROM pto_requests"), std::vector<std::string>{"cancelled"});
  phone(boss).expect_text("aken back");
  mailbox("boss@example.org").expect("aken back");
  mailbox("ana@example.org").expect("aken back");
  phone(ana).texts("calling out sick today").expect_reply("Request #102");
  EXPECT_EQ(live_call_outs(), 1);
  phone(boss).expect_text("Ana R, RN, out today");
}

TEST_F(Conversation, ALaterUndoAsksTheManager) {
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("out today");
  pass(minutes(16));
  phone(ana).texts("DESHACER").expect_reply("manager");
  EXPECT_EQ(live_call_outs(), 1);
  phone(boss).expect_text("Ana R");
  phone(ben).texts("undo").expect_reply("othing");
  mailbox("boss@example.org").expect("take back");
}

TEST_F(Conversation, LateAndEarlyArePassedOnAndNothingIsCharged) {
  phone(ana).texts("running 30 min late").expect_reply("manager");
  phone(boss).expect_text("30");
  EXPECT_EQ(live_call_outs(), 0);
  EXPECT_EQ(rows("SELECT kind, minutes, state FROM tardiness"),
            std::vector<std::string>{"late|30|offered"});
  EXPECT_EQ(number("SELECT COUNT(*) FROM ledger_entries WHERE kind <> 'opening'"), 0);
  mailbox("boss@example.org").expect("30");
}

TEST_F(Conversation, ThanksAfterAReceiptNeedsNoReply) {
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("Ana R");
  pass(std::chrono::hours(11));
  phone(ana).texts("thanks").expect_no_reply();
  phone(ana).texts("👍").expect_no_reply();
  phone(boss).expect_no_text();
}

TEST_F(Conversation, ThanksOfAManagerForAnAlertAndOfASharedNumberNeedNoReply) {
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("Ana R").texts("thanks").expect_no_reply();
  phone(luis_and_marta).texts("sick today").expect_reply("1 Luis");
  phone(luis_and_marta).texts("2").expect_reply("Marta");
  phone(luis_and_marta).texts("gracias").expect_no_reply();
  phone(boss).expect_text("Marta M");
}

TEST_F(Conversation, ASharedNumberIsAskedWhoItIs) {
  phone(luis_and_marta)
      .texts("sick today, bad cold")
      .expect_reply("1 Luis")
      .expect_reply("2 Marta");
  EXPECT_EQ(live_call_outs(), 0);
  phone(luis_and_marta).texts("2").expect_reply("Call-out recorded, Marta");
  EXPECT_EQ(rows("SELECT member_id FROM call_out_records"), std::vector<std::string>{"4"});
  mailbox("boss@example.org").expect("bad cold");
  phone(boss).expect_text("Marta M");
}

TEST_F(Conversation, ASharedNumberIsAskedWhoAndThenWhichDay) {
  at("2020-11-23 17:00");
  phone(luis_and_marta).texts("calling out sick").expect_reply("1 Luis");
  phone(luis_and_marta).texts("1").expect_reply("mar 24 nov");
  phone(luis_and_marta).texts("2").expect_reply("Luis");
  EXPECT_EQ(rows("SELECT member_id, day FROM call_out_records"),
            std::vector<std::string>{"3|2020-11-24"});
  phone(boss).expect_text("Luis M");
}

TEST_F(Conversation, ASharedNumberMayAnswerByNameOrSayTheSameAgain) {
  phone(luis_and_marta).texts("sick today").expect_reply("1 Luis");
  phone(luis_and_marta).texts("sick today").expect_reply("1 Luis");
  phone(luis_and_marta).texts("marta").expect_reply("Call-out recorded, Marta");
  EXPECT_EQ(rows("SELECT member_id FROM call_out_records"), std::vector<std::string>{"4"});
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  phone(boss).expect_text("Marta M");
}

TEST_F(Conversation, OnASharedNumberAnAbsenceIsWhoseNameItCarries) {
  phone(luis_and_marta).texts("hmm").expect_reply("1 Luis");
  phone(luis_and_marta).texts("2").expect_reply("OUT");
  phone(luis_and_marta).texts("Luis: no puedo ir hoy").expect_reply("Ausencia registrada, Luis");
  EXPECT_EQ(rows("SELECT member_id FROM call_out_records"), std::vector<std::string>{"3"});
  phone(boss).expect_text("Luis M");
}

TEST_F(Conversation, WordsOfASharedNumberAreShownToNobodyUntilItIsKnownWhoseTheyAre) {
  phone(luis_and_marta).texts("my rash is bad").expect_reply("1 Luis");
  phone(luis_and_marta).texts("my rash is really bad").expect_reply("pedimos a su jefe");
  phone(boss).expect_text("Luis M").expect_text("Marta M");
  mailbox("boss@example.org").expect("Luis Mora").expect("Marta Mora");
  for (const auto& mail : mails())
    EXPECT_EQ(mail.text.find("rash"), std::string::npos) << mail.text;
}

TEST_F(Conversation, APictureFromASharedNumberIsKeptBeforeItIsKnownWhose) {
  phone(luis_and_marta)
      .texts("", {{"NumMedia", "1"},
                  {"MediaUrl0", "https://x.example/Media/ME0123456789abcdef0123456789abcde0"},
                  {"MediaContentType0", "image/png"}})
      .expect_reply("1 Luis");
  EXPECT_EQ(number("SELECT COUNT(*) FROM documents WHERE member_id IS NULL"), 1);
  mailbox("hana@example.org").expect("Luis Mora / Marta Mora");
  phone(hana_of_hr).expect_text("has sent a document");
}

TEST_F(Conversation, OnASharedNumberTheAnswerIsAboutTheNewestAbsence) {
  phone(luis_and_marta).texts("hola").expect_reply("1 Luis");
  phone(luis_and_marta).texts("no puedo ir hoy").expect_reply("1 Luis");
  phone(luis_and_marta).texts("2").expect_reply("Call-out recorded, Marta");
  EXPECT_EQ(rows("SELECT member_id FROM call_out_records"), std::vector<std::string>{"4"});
  phone(boss).expect_text("Marta M");
}

const Params a_picture = {
    {"NumMedia", "1"},
    {"MediaUrl0", "https://x.example/Media/ME0123456789abcdef0123456789abcde1"},
    {"MediaContentType0", "image/png"}};

TEST_F(Conversation, APictureWithWordsThatMayBeACallOutIsNotDoneWithUntilItIsUnderstood) {
  phone(ana)
      .texts("I can't come in today, here is my doctor's note", a_picture)
      .expect_reply("HR")
      .expect_reply("OUT");
  EXPECT_EQ(number("SELECT COUNT(*) FROM documents"), 1);
  EXPECT_EQ(rows("SELECT kind, state FROM attempts"), std::vector<std::string>{"unclear|open"});
  mailbox("hana@example.org").expect("Ana");
  phone(hana_of_hr).expect_text("has sent a document");
  phone(ana).texts("OUT").expect_reply("Call-out recorded");
  EXPECT_EQ(live_call_outs(), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(Conversation, ANoteToAnAbsenceOnRecordIsJustThat) {
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("Ana R, RN, out");
  phone(ana).texts("here is the note of my doctor", a_picture).expect_reply("HR");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
  mailbox("hana@example.org").expect("Ana");
  phone(hana_of_hr).expect_text("has sent a document");
}

TEST_F(Conversation, APictureSentWithAnAnswerIsKeptToo) {
  at("2020-11-22 09:00");  // a Sunday
  phone(ana).texts("calling out sick - flu").expect_reply("Mon Nov 23");
  phone(ana).texts("2", a_picture).expect_reply("Call-out recorded");
  EXPECT_EQ(number("SELECT COUNT(*) FROM documents"), 1);
  mailbox("hana@example.org").expect("Ana");
  phone(hana_of_hr).expect_text("has sent a document");
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(Conversation, TheDayMayBeNamedInsteadOfChosen) {
  at("2020-11-22 09:00");  // a Sunday
  phone(ana).texts("calling out sick - flu").expect_reply("Mon Nov 23");
  phone(ana).texts("whatever you think").expect_reply("Mon Nov 23");  // asked again, nothing lost
  phone(ana).texts("out").expect_reply("Mon Nov 23");                 // today is a day off
  EXPECT_EQ(live_call_outs(), 0);
  phone(ana).texts("Monday").expect_reply("Call-out recorded, Ana: Mon Nov 23");
  phone(ben).texts("calling out sick").expect_reply("1 for");
  phone(ben).texts("2 please").expect_reply("Call-out recorded, Ben: Mon Nov 23");
  phone(boss).expect_text("Ana R, RN, out").expect_text("Ben O, RN, out");
}

TEST_F(Conversation, WhatIsItMayBeAnsweredWithADay) {
  phone(ana).texts("my back is killing me").expect_reply("OUT");
  phone(ana).texts("today").expect_reply("Call-out recorded, Ana: Mon Nov 23");
  mailbox("boss@example.org").expect("my back is killing me");
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(Conversation, AManagerAcknowledgesFromASecondNumberToo) {
  change(
      "INSERT INTO phone_numbers (user_id, phone, created_at) "
      "SELECT id, '+15550100161', 0 FROM users WHERE name = 'Boss Lane'");
  phone(ana).texts("sick today").expect_reply("recorded");
  phone("+15550100161").texts(phone(boss).code_in_newest_text()).expect_reply("Ana R");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE acknowledged_by IS NOT NULL"), 1);
  phone(ana).expect_text("Seen by Boss L");
}

TEST_F(Conversation, ANightShiftBelongsToTheDayOnWhichItBegan) {
  at("2020-11-24 01:30");
  phone(nina_at_night).texts("calling out sick").expect_reply("Mon Nov 23");
  phone(boss).expect_text("Nina N, Night RN, out");
}

TEST_F(Conversation, SpanishIsAnsweredInSpanish) {
  phone(eva_in_spanish)
      .texts("no puedo ir hoy, amanecí con fiebre")
      .expect_reply("Eva")
      .expect_reply("lun 23 nov");
  EXPECT_EQ(live_call_outs(), 1);
  phone(boss).expect_text("Eva G");
}

TEST_F(Conversation, CarrierWordsGetNoReplyAndTheirStateIsKept) {
  for (const char* word : {"STOP", "Unsubscribe", "CANCEL", "quit", "HELP", "info"}) {
    phone(ana).texts(word).expect_no_reply();
  }
  EXPECT_EQ(rows("SELECT phone, is_opted_out FROM phone_opt_outs"),
            std::vector<std::string>{"+15550100101|1"});
  phone(ana).texts("START").expect_no_reply();
  EXPECT_EQ(number("SELECT is_opted_out FROM phone_opt_outs"), 0);
  EXPECT_EQ(live_call_outs(), 0);
  phone(boss).expect_no_text();
}

class ConversationAfterStop : public Conversation {
 protected:
  /// Ana, who would not see a question.
  void manager_hears_at_once_of(const std::string& words) {
    phone(ana).texts("STOP").expect_no_reply();
    complaint_is_expected(21610);  // of the reply, which stays unsent
    phone(ana).texts(words).expect_reply("your manager");
    phone(boss).expect_text("Ana R");
    mailbox("boss@example.org").expect(words);
    pass(minutes(30));
    phone(boss).expect_no_text();
  }

  std::vector<std::string> on_the_board() {
    return rows("SELECT kind FROM attempts WHERE state = 'open'");
  }
};

TEST_F(ConversationAfterStop, WhatIsUnclearGoesToTheManagerAtOnce) {
  manager_hears_at_once_of("the thing from yesterday again");
  EXPECT_EQ(on_the_board(), std::vector<std::string>{"unclear"});
}

TEST_F(ConversationAfterStop, AnAbsenceOfAnUncertainDayGoesToTheManagerAtOnce) {
  at("2020-11-22 09:00");  // a Sunday
  manager_hears_at_once_of("calling out sick - flu");
  EXPECT_EQ(on_the_board(), std::vector<std::string>{"absence"});
}

TEST_F(Conversation, ADoctorsNoteIsPassedToHrOnly) {
  const std::string media = "ME0123456789abcdef0123456789abcdef";
  const std::string sid = "MM0123456789abcdef0123456789abcdef";
  provider().with_world([&](simulator::World& world) {
    world.keep(simulator::Message{.sid = sid,
                                  .from = ana,
                                  .to = line_number,
                                  .body = "",
                                  .direction = "inbound",
                                  .status = "received",
                                  .media = {{.sid = media,
                                             .content_type = "image/jpeg",
                                             .bytes = "0123456789",
                                             .created = world.now}},
                                  .created = world.now,
                                  .updated = world.now,
                                  .sent = world.now});
  });
  phone(ana)
      .texts("", {{"MessageSid", sid},
                  {"NumMedia", "1"},
                  {"MediaUrl0", "https://evil.example/Accounts/AC1/Messages/MM1/Media/" + media},
                  {"MediaContentType0", "image/jpeg"}})
      .expect_reply("HR");
  EXPECT_EQ(rows("SELECT state, content_type, size FROM documents"),
            std::vector<std::string>{"kept|image/jpeg|10"});
  mailbox("hana@example.org").expect("Ana");
  phone(hana_of_hr).expect_text("Ana R, RN has sent a document");
  phone(boss).expect_no_text();
}

TEST_F(Conversation, ACallOutDuringApprovedLeaveIsRecordedAndFlagged) {
  change(
      "INSERT INTO pto_requests (member_id, start_date, end_date, pto_type, status, created_at, "
      "updated_at) "
      "VALUES (1, '2020-11-20', '2020-11-27', 'vacation', 'approved', 0, 0)");
  phone(ana).texts("sick today").expect_reply("recorded");
  EXPECT_EQ(number("SELECT during_request_id FROM pto_requests WHERE is_call_out = 1"), 1);
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(Conversation, WhereCallOutsNeedNoApprovalTheLedgerIsChargedAndReversedExactly) {
  leaves_aside({"call_out_recorded", "call_out_taken_back", "taken_back_receipt"});
  change("UPDATE teams SET call_outs_need_approval = 0");
  phone(ana).texts("sick today").expect_reply("recorded");
  const std::string balance =
      "SELECT SUM(minutes) FROM ledger_entries WHERE member_id = 1 AND bank = 'sick'";
  EXPECT_EQ(number(balance), 3600 - 450);
  phone(ana).texts("undo").expect_reply("Taken back");
  EXPECT_EQ(number(balance), 3600);
}

}  // namespace
}  // namespace scenario
