#include "channels/mail/notice_mails.h"

#include <gtest/gtest.h>

namespace mail {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using notice::Kind;
using people::Language;

notice::Facts ana() {
  notice::Facts facts;
  facts.name = "Ana Ruiz";
  facts.first_name = "Ana";
  facts.position = "RN";
  facts.team = "Clinical";
  facts.source = "sms";
  facts.authentication = "phone_match";
  facts.phone = "+15550100123";
  facts.code = "K7";
  facts.message = "canary flu {name} it's";
  facts.day = base::parse_day("2026-11-23");
  facts.time_of_day = 4h + 58min;
  facts.receipt_number = 114;
  facts.out = 2;
  facts.of = 6;
  facts.manager = "Bo E";
  facts.lateness = "late";
  facts.late_by = 30min;
  return facts;
}

NoticeMail mail_of(Kind kind, const notice::Facts& facts, Language language = Language::en) {
  static const text::Catalogue catalogue = text::Catalogue::embedded();
  return notice_mail(catalogue, language, kind, facts, "https://callout.example.org");
}

TEST(NoticeMail, AnAlertSaysEverythingThatTheReaderMaySee) {
  const NoticeMail mail = mail_of(Kind::call_out_recorded, ana());
  EXPECT_EQ(mail.subject, "URGENT: Same-Day Call-Out");
  EXPECT_EQ(mail.text,
            "Ana Ruiz is out today, Mon Nov 23.\n"
            "\n"
            "Who: Ana Ruiz\n"
            "Position: RN\n"
            "Team: Clinical\n"
            "Day: Mon Nov 23\n"
            "Received: 4:58am\n"
            "Source: text\n"
            "Number used: (555) 010-0123\n"
            "Recognized by: number on file\n"
            "Out that day: 2 of 6 RN\n"
            "Request number: 114\n"
            "Message: canary flu {name} it's\n"
            "\n"
            "To say that you have seen it, text K7 to the call-out line.\n"
            "\n"
            "Open it: https://callout.example.org\n");
}

TEST(NoticeMail, TheReceiptConfirms) {
  const NoticeMail mail = mail_of(Kind::receipt, ana());
  EXPECT_EQ(mail.subject, "CALL-OUT Confirmation");
  EXPECT_NE(mail.text.find("Hello Ana,"), std::string::npos);
  EXPECT_NE(mail.text.find("Request number: 114"), std::string::npos);
  EXPECT_NE(mail.text.find("Your manager is being told."), std::string::npos);
  EXPECT_EQ(mail.text.find("K7"), std::string::npos) << "only who is told may acknowledge";
  EXPECT_EQ(mail.text.find("2 of 6"), std::string::npos);
}

TEST(NoticeMail, ItIsNotCalledSameDayWhenItIsForAnotherDay) {
  notice::Facts facts = ana();
  facts.is_today = false;
  EXPECT_EQ(mail_of(Kind::call_out_recorded, facts).subject, "URGENT: Call-Out for Mon Nov 23");
}

TEST(NoticeMail, NoSubjectHoldsAWordOrANameAndNoBodyWordsThatItWasNotGiven) {
  notice::Facts without = ana();
  without.message = "";
  for (const Kind kind : notice::all_kinds) {
    for (const Language language : {Language::en, Language::es}) {
      const NoticeMail mail = mail_of(kind, ana(), language);
      EXPECT_FALSE(mail.subject.empty());
      EXPECT_EQ(mail.subject.find("canary"), std::string::npos);
      EXPECT_EQ(mail.subject.find("Ana"), std::string::npos);
      EXPECT_EQ(mail.subject.find('\n'), std::string::npos);
      EXPECT_EQ(mail_of(kind, without, language).text.find("Mess"), std::string::npos);
    }
  }
}

TEST(NoticeMail, AnUnknownSenderIsTheirNumber) {
  notice::Facts facts = ana();
  facts.name = facts.first_name = facts.position = facts.team = "";
  facts.authentication = "none";
  facts.of = 0;
  const NoticeMail mail = mail_of(Kind::needs_verification, facts);
  EXPECT_EQ(mail.text.find("Who:"), std::string::npos);
  EXPECT_NE(mail.text.find("Number used: (555) 010-0123"), std::string::npos);
  EXPECT_NE(mail.text.find("Recognized by: not verified"), std::string::npos);
}

}  // namespace
}  // namespace mail
