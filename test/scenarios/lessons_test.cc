// lessons.md, "What failed in use": each row that touches texts, numbers, duplicates or clocks, by
// its name. (Rows about the voice line, the pages and the calendar have their tests where those
// rooms are.)
#include "scenarios/scenario.h"

namespace scenario {
namespace {

class Lesson : public Scenario {
 protected:
  Lesson() { leaves_aside({"receipt by mail", "call_out_recorded"}); }
  std::int64_t call_outs() {
    return number("SELECT COUNT(*) FROM call_out_records WHERE withdrawn_at IS NULL");
  }
};

TEST_F(Lesson, SickBalanceOfFourHoursIsReversedExactlyAndMayBeNegative) {
  leaves_aside({"call_out_taken_back", "taken_back_receipt"});
  change("UPDATE teams SET call_outs_need_approval = 0");
  change("DELETE FROM ledger_entries WHERE member_id = 1");
  change(
      "INSERT INTO ledger_entries (member_id, bank, minutes, kind, day, created_at) "
      "VALUES (1, 'sick', 240, 'opening', '2020-01-01', 0)");
  const std::string sum =
      "SELECT GROUP_CONCAT(bank || ' ' || total) FROM (SELECT bank, SUM(minutes) AS total "
      "FROM ledger_entries WHERE member_id = 1 GROUP BY bank ORDER BY bank)";
  phone(ana).texts("sick today").expect_reply("recorded");
  EXPECT_EQ(rows(sum), std::vector<std::string>{"sick 0,unpaid -210"});
  phone(ana).texts("undo").expect_reply("Taken back");
  EXPECT_EQ(rows(sum), std::vector<std::string>{"sick 240,unpaid 0"});
}

TEST_F(Lesson, SixCallOutsAtOnceTakeFortyFiveHours) {
  change("UPDATE teams SET call_outs_need_approval = 0");
  import_people(
      "employee_number,name,email,phone,team,position,role,language,pin\n"
      "41,A One,,+15550100141,Clinical,RN,employee,en,\n42,B "
      "Two,,+15550100142,Clinical,RN,employee,en,\n"
      "43,C Three,,+15550100143,Clinical,RN,employee,en,\n44,D "
      "Four,,+15550100144,Clinical,RN,employee,en,\n"
      "45,E Five,,+15550100145,Clinical,RN,employee,en,\n46,F "
      "Six,,+15550100146,Clinical,RN,employee,en,\n");
  std::vector<std::thread> callers;
  for (int person = 141; person <= 146; ++person) {
    const Params params =
        text_params(next_sid(), "+15550100" + std::to_string(person), "sick today");
    const std::string signature =
        other_sides().sign(auth_token, std::string(public_base) + "/twilio/sms/incoming", params);
    callers.emplace_back([this, params, signature] {
      EXPECT_EQ(post("/twilio/sms/incoming", params, signature).status, 200);
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(number("SELECT SUM(minutes) FROM ledger_entries WHERE kind = 'absence'"), -6 * 450);
}

TEST_F(Lesson, TheSameMessageSidTwiceIsOneRequestOneTextOneDeduction) {
  change("UPDATE teams SET call_outs_need_approval = 0");
  const Params params = text_params(next_sid(), ana, "sick today");
  const HttpReply first = post_signed("/twilio/sms/incoming", params);
  const HttpReply again = post_signed("/twilio/sms/incoming", params);
  settle();
  EXPECT_EQ(first.body, again.body);
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM ledger_entries WHERE kind = 'absence'"), 1);
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(Lesson, ThanksStopAndAnEmptyTextAreNotSickDays) {
  phone(ana).texts("thanks").expect_reply("did not understand");
  phone(ben).texts("STOP").expect_no_reply();
  phone(nina_at_night).texts("").expect_reply("did not understand");
  phone(eva_in_spanish).texts("   ").expect_reply("No entendimos");
  EXPECT_EQ(call_outs(), 0);
}

TEST_F(Lesson, SickleCellCrisisStaysWhole) {
  phone(ana).texts("calling out, Sickle cell crisis").expect_reply("recorded");
  mailbox("boss@example.org").expect("Sickle cell crisis");
}

TEST_F(Lesson, AServerErrorIsNeverNumberNotFoundNorRequestZero) {
  change(
      "CREATE TRIGGER broken BEFORE INSERT ON pto_requests BEGIN SELECT RAISE(ABORT, 'broken'); "
      "END");
  const HttpReply reply =
      post_signed("/twilio/sms/incoming", text_params(next_sid(), ana, "sick today"));
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.body, "");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts"), 0);
}

TEST_F(Lesson, AnybodyPostingForAnybodyIsRefused) {
  const HttpReply reply =
      post("/twilio/sms/incoming", text_params(next_sid(), ana, "sick today"), "");
  EXPECT_EQ(reply.status, 403);
  EXPECT_EQ(call_outs(), 0);
}

TEST_F(Lesson, PinsAreNotInTheClearNorShared) {
  // Everybody but the leaver has one of their own.
  EXPECT_EQ(number("SELECT COUNT(DISTINCT pin_hash) FROM users WHERE name <> 'Leo Left'"), 9);
  EXPECT_EQ(number("SELECT COUNT(*) FROM users WHERE pin_hash IS NULL"), 1);
  EXPECT_EQ(number("SELECT MIN(LENGTH(pin_hash)) FROM users"), 32);
}

TEST_F(Lesson, ANumberStoredAsPeopleWriteItMatches) {
  EXPECT_EQ(rows("SELECT phone FROM users WHERE name = 'Ana Ruiz'"), std::vector<std::string>{ana});
  phone(ana).texts("sick today").expect_reply("Ana");
}

TEST_F(Lesson, ABlankNumberNeverMatchesAWithheldSender) {
  leaves_aside({"needs_verification"});
  import_people(
      "employee_number,name,email,phone,team,position,role,language,pin\n"
      "50,Blank Number,blank@example.org,,Clinical,RN,employee,en,\n");
  phone("").texts("sick today").expect_no_reply();
  phone("anonymous").texts("sick today").expect_no_reply();
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE member_id IS NOT NULL"), 0);
}

TEST_F(Lesson, LeaversAreNotRecognised) {
  leaves_aside({"needs_verification"});
  phone(leaver).texts("sick today").expect_reply("We don't know this number");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE verified = 1"), 0);
}

TEST_F(Lesson, ASlowProviderDoesNotSlowTheWebhook) {
  // It would hang for a minute; the answer is there while nobody has even begun to send.
  provider().with_world([](simulator::World& world) { world.chaos.rest_hang_percent = 100; });
  const HttpReply reply =
      post_signed("/twilio/sms/incoming", text_params(next_sid(), ana, "sick today"));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'"), 3);
  EXPECT_EQ(texts().size(), 0U);
}

TEST_F(Lesson, TodayIsTheSitesDayAlsoLateInTheEvening) {
  at("2020-11-23 20:30");  // in UTC it is the 24th already
  phone(ana).texts("sick today").expect_reply("Mon Nov 23");
  EXPECT_EQ(rows("SELECT day FROM call_out_records"), std::vector<std::string>{"2020-11-23"});
}

TEST_F(Lesson, TodayFollowsThePersonsOwnSite) {
  change("INSERT INTO sites (id, name, time_zone) VALUES (9, 'Honolulu', 'Pacific/Honolulu')");
  change("UPDATE team_members SET site_id = 9 WHERE id = 2");
  at("2020-11-24 03:00");  // still Monday evening there
  phone(ben).texts("sick today").expect_reply("Mon Nov 23");
}

TEST_F(Lesson, EveryStartKeepsWhatWasThere) {
  phone(ana).texts("sick today").expect_reply("recorded");
  const auto before = rows("SELECT id, pin_hash IS NULL, password_hash FROM users");
  restart();
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(rows("SELECT id, pin_hash IS NULL, password_hash FROM users"), before);
}

TEST_F(Lesson, TheReceiptGoesToTheNumberOnFileNotToWhateverWasUsed) {
  leaves_aside({"needs_verification"});
  change("INSERT INTO phone_numbers (user_id, phone, created_at) VALUES (1, '+15550100151', 0)");
  phone("+15550100151").texts("sick today").expect_reply("Ana");
  phone(ana).expect_text("Call-out recorded, Ana");
  phone(stranger).texts("sick today").expect_reply("We don't know this number");
  phone(stranger).expect_no_text();
}

TEST_F(Lesson, NoDatabaseIdsInTextsToPeople) {
  phone(ana).texts("sick today").expect_reply("#101");
  EXPECT_EQ(rows("SELECT receipt_number, id FROM call_out_records"),
            std::vector<std::string>{"101|1"});
}

TEST_F(Lesson, SickAndFmlaAreToldApartByTheWords) {
  phone(ana).texts("FMLA today").expect_reply("recorded, Ana");
  phone(ben).texts("family emergency today, can't come in").expect_reply("recorded, Ben");
  EXPECT_EQ(rows("SELECT pto_type, fmla FROM pto_requests ORDER BY id"),
            (std::vector<std::string>{"fmla|claimed", "sick|none"}));
}

}  // namespace
}  // namespace scenario
