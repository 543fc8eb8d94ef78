// The walk of docs/architecture.md, once through all layers.
#include <fstream>

#include "scenarios/scenario.h"

namespace scenario {
namespace {

class ATextArrives : public Scenario {};

TEST_F(ATextArrives, AndBecomesACallOutAReceiptAndAnAlert) {
  phone(ana)
      .texts("Calling out sick - stomach flu")
      .expect_reply("Call-out recorded, Ana: Mon Nov 23. Request #101.");
  EXPECT_EQ(rows("SELECT member_id, day, source, verified, authentication_method, "
                 "phone_number_used, call_sid "
                 "FROM call_out_records"),
            std::vector<std::string>{"1|2020-11-23|sms|1|phone_match|+15550100101|SM" +
                                     std::string(31, '0') + "1"});
  EXPECT_EQ(rows("SELECT start_date, end_date, pto_type, status, is_call_out FROM pto_requests"),
            std::vector<std::string>{"2020-11-23|2020-11-23|sick|pending|1"});

  phone(boss).expect_text("Ana R, RN, out today (texted 4:58am). 1 of 2 RN out. Reply ");
  mailbox("boss@example.org").expect("URGENT: Same-Day Call-Out");
  for (const std::string& part :
       {mailbox("boss@example.org").text(), mailbox("boss@example.org").html()}) {
    EXPECT_NE(part.find("stomach flu"), std::string::npos) << part;
  }
  mailbox("ana@example.org").expect("CALL-OUT Confirmation");
  phone(ana).expect_no_text();  // the answer was the receipt
  phone(ben).expect_no_text();
}

TEST_F(ATextArrives, AndWhoeverAcknowledgesIsNamedToTheEmployee) {
  leaves_aside({"receipt by mail", "call_out_recorded by mail"});
  phone(ana).texts("sick today").expect_reply("recorded");
  const std::string code = phone(boss).expect_text("Ana R").code_in_newest_text();
  ASSERT_FALSE(code.empty());
  pass(std::chrono::minutes(13));
  phone(boss).texts(code + " got it").expect_reply("Ana R");
  phone(ana).expect_text("Seen by Boss L 5:11am");
  phone(boss).texts(code).expect_reply("Boss L");
  EXPECT_EQ(number("SELECT COUNT(*) FROM audit_entries WHERE action = 'call-out acknowledged'"), 1);
}

TEST_F(ATextArrives, AndACodeOfSomebodyWhoWasNotToldDoesNothing) {
  leaves_aside({"receipt by mail", "call_out_recorded by mail"});
  phone(ana).texts("sick today").expect_reply("recorded");
  const std::string code = phone(boss).code_in_newest_text();
  phone(ben).texts(code).expect_reply("We did not understand");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE acknowledged_at IS NOT NULL"), 0);
}

TEST_F(ATextArrives, AndTheCodeOfOneThatWasTakenBackIsNoCallOutOfTheManagers) {
  leaves_aside({"taken_back_receipt by mail"});
  leaves_aside({"receipt by mail", "call_out_recorded by mail"});
  phone(ana).texts("sick today").expect_reply("recorded");
  const std::string code = phone(boss).code_in_newest_text();
  phone(ana).texts("UNDO").expect_reply("Taken back");
  phone(boss).expect_text("taken back");
  mailbox("boss@example.org").expect("aken back");
  phone(boss).texts(code).expect_reply("#101 was taken back; nothing is to do");
  pass(std::chrono::minutes(11));
  for (const auto& sent : texts())
    EXPECT_EQ(sent.text.find("was not understood"), std::string::npos) << sent.text;
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 0);
}

TEST_F(ATextArrives, AndTheReasonStandsNowhereInTheClear) {
  leaves_aside({"receipt by mail", "call_out_recorded by mail"});
  phone(ana).texts("Calling out sick - xylophonitis").expect_reply("recorded");
  phone(boss).expect_text("Ana R");
  stop();
  std::string everything = log();
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder())) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    everything.append(std::istreambuf_iterator<char>(in), {});
  }
  EXPECT_EQ(everything.find("xylophonitis"), std::string::npos);
  for (const auto& sent : texts()) EXPECT_EQ(sent.text.find("xylophonitis"), std::string::npos);
  for (const auto& sent : mails()) EXPECT_EQ(sent.subject.find("xylophonitis"), std::string::npos);
}

TEST_F(ATextArrives, AndTheAuditTrailHolds) {
  leaves_aside({"reply", "call_out_recorded", "call_out_taken_back", "taken_back_receipt"});
  leaves_aside({"receipt by mail", "call_out_recorded by mail"});
  phone(ana).texts("sick today");
  phone(ben).texts("sick today");
  phone(ben).texts("undo");
  EXPECT_FALSE(first_broken_audit_entry());
  change("UPDATE audit_entries SET detail = 'x' WHERE id = 2");
  EXPECT_EQ(first_broken_audit_entry(), 2);
}

}  // namespace
}  // namespace scenario
