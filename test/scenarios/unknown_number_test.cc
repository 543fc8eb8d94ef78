// Numbers that nobody has on file, leavers, and senders that are no person.
#include "scenarios/scenario.h"

namespace scenario {
namespace {

class UnknownNumber : public Scenario {
 protected:
  UnknownNumber() { leaves_aside({"needs_verification by mail"}); }
};

TEST_F(UnknownNumber, AnAbsenceIsRecordedUnverifiedAndTheNameIsAsked) {
  phone(stranger).texts("can't come in, sick").expect_reply("#101").expect_reply("full name");
  EXPECT_EQ(rows("SELECT member_id, pto_request_id, verified, authentication_method FROM "
                 "call_out_records"),
            std::vector<std::string>{"-|-|0|none"});
  phone(hana_of_hr).expect_text("(555) 010-0199");
  mailbox("hana@example.org").expect("can't come in, sick");
  phone(stranger).texts("Ana Ruiz").expect_reply("#101");
  mailbox("hana@example.org").expect("Ana Ruiz");
  phone(hana_of_hr).expect_no_text();  // anything may stand there: it goes into no text
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
}

TEST_F(UnknownNumber, ASecondTextOfTheDayIsTheSameCallOut) {
  phone(stranger).texts("sick today").expect_reply("#101");
  phone(stranger).texts("really can't come in today").expect_reply("#101");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
  phone(hana_of_hr).expect_text("Unverified call-out").expect_text("updated");
  mailbox("hana@example.org").expect("pdate");
}

TEST_F(UnknownNumber, IsToldSoAtMostFiveTimesADay) {
  for (int time = 0; time < 5; ++time) phone(stranger).texts("who is this").expect_reply("number");
  phone(stranger).texts("who is this").expect_no_reply();
  phone(stranger).texts("who is this??").expect_no_reply();
  pass(std::chrono::hours(25));
  phone(stranger).texts("who is this").expect_reply("number");
}

TEST_F(UnknownNumber, AfterFiveAnswersAnAbsenceStillGetsItsReceiptOnce) {
  for (int time = 0; time < 5; ++time)
    phone(stranger).texts("who is this").expect_reply("not on file");
  phone(stranger).texts("who is this").expect_no_reply();
  phone(stranger).texts("sick today").expect_reply("#101");
  phone(stranger).texts("sick today").expect_no_reply();
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
  phone(hana_of_hr).expect_text("(555) 010-0199").expect_no_text();
}

TEST_F(UnknownNumber, WhatStandsWhereANameShouldBeGoesIntoNoText) {
  phone(stranger).texts("calling out sick").expect_reply("#101");
  phone(stranger).texts("John Smith, I have shingles").expect_reply("#101");
  for (const auto& sent : texts()) EXPECT_EQ(sent.text.find("shingles"), std::string::npos);
  std::string accents = "a";
  for (int letter = 0; letter < 60; ++letter) accents += "é";
  phone("+15550100198").texts("calling out sick").expect_reply("#102");
  phone("+15550100198").texts(accents).expect_reply("added to call-out #102");
  mailbox("hana@example.org").expect(accents);
  phone(hana_of_hr).expect_text("(555) 010-0199").expect_text("(555) 010-0198").expect_no_text();
}

TEST_F(UnknownNumber, WhoWasAskedMayNotAnswerForOneWhoTurnsOutToBeOfAnIsolatedTeam) {
  phone(stranger).texts("calling out sick").expect_reply("#101");
  const std::string code = phone(hana_of_hr).code_in_newest_text();
  ASSERT_FALSE(code.empty());
  change("UPDATE teams SET is_isolated = 1 WHERE name = 'Records'");
  change(
      "UPDATE call_out_records SET member_id = (SELECT m.id FROM team_members m"
      " JOIN users u ON u.id = m.user_id WHERE u.name = 'Olga Lone')");
  phone(hana_of_hr).texts(code).expect_reply("not yours to answer");
  EXPECT_EQ(phone(hana_of_hr).reply().find("Olga"), std::string::npos);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE acknowledged_at IS NOT NULL"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
}

TEST_F(UnknownNumber, TheNameAfterARejectionIsAskedAboutAgain) {
  phone(stranger).texts("calling out sick").expect_reply("#101");
  phone(hana_of_hr).expect_text("(555) 010-0199");
  mailbox("hana@example.org").expect("(555) 010-0199");
  change("UPDATE call_out_records SET rejected_at = 1");
  phone(stranger).texts("Ana Ruiz").expect_reply("added to call-out #101");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE rejected_at IS NULL"), 1);
  phone(hana_of_hr).expect_text("(555) 010-0199");
  mailbox("hana@example.org").expect("Ana Ruiz");
}

TEST_F(UnknownNumber, WithoutHrTheManagersAreTold) {
  change("DELETE FROM user_roles WHERE role = 'hr'");
  phone(stranger).texts("calling out sick").expect_reply("#101");
  phone(boss).expect_text("(555) 010-0199");
}

TEST_F(UnknownNumber, ALeaverIsNotMatched) {
  phone(leaver).texts("sick today").expect_reply("full name");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE member_id IS NOT NULL"), 0);
  phone(hana_of_hr).expect_text("(555) 010-0106");
}

constexpr const char* no_numbers[] = {"anonymous", "", "+266696687", "12345",
                                      "whatsapp:+15550100101"};

TEST_F(UnknownNumber, WithheldShortCodesAndOurselvesAreNoPersons) {
  for (const char* from : no_numbers) phone(from).texts("hello").expect_no_reply();
  phone(line_number).texts("sick today").expect_no_reply();
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE kind = 'not_a_person'"), 6);
}

TEST_F(UnknownNumber, WhoCallsOutWithoutANumberIsOnRecordEachAndSomebodyKnows) {
  leaves_aside({"needs_verification by text"});
  for (const char* from : no_numbers)
    phone(from).texts("This is Ana Ruiz, calling out sick").expect_no_reply();
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE member_id IS NULL"), 5);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'needs_verification'"
                   " AND channel = 'sms'"),
            5);
}

TEST_F(UnknownNumber, WhatMayBeAnAbsenceIsOnRecordHoweverTheNameStandsInIt) {
  leaves_aside({"needs_verification by text"});
  int number = 100;
  for (const char* words :
       {"Maria Lopez cant come in today", "Maria Lopez, cant come in to work, sick",
        "I can't come to work Ana Ruiz", "Ana Ruiz calling out sick", "Tom Lee sick today",
        "Ana Ruiz no puede ir hoy", "Hi Priya its Ana, I'm sick today on a new phone",
        "Ana Ruiz won't make it, food poisoning"}) {
    phone("+15550107" + std::to_string(++number)).texts(words).expect_reply("full name");
  }
  EXPECT_EQ(this->number("SELECT COUNT(*) FROM call_out_records"), 8);
}

TEST_F(UnknownNumber, WhatIsNoAbsenceIsNone) {
  for (const char* words : {"is Ana out sick today?", "I'm not sick", "running late",
                            "I feel better, coming in today", "wrong number, sorry"}) {
    phone(stranger).texts(words).expect_reply("not on file");
  }
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 0);
}

TEST_F(UnknownNumber, AQuestionIsNoNameAndTheNameIsAskedAgain) {
  phone(stranger).texts("sick today").expect_reply("full name");
  phone(hana_of_hr).expect_text("Unverified call-out");
  phone(stranger).texts("Who is this?? leave me alone").expect_reply("full name");
  phone(stranger).texts("🏥 🏥").expect_reply("full name");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE claimed_name_sealed IS NOT NULL"),
            0);
  phone(stranger).texts("Ana Ruiz").expect_reply("#101");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE claimed_name_sealed IS NOT NULL"),
            1);
}

}  // namespace
}  // namespace scenario
