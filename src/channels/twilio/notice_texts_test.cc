#include "channels/twilio/notice_texts.h"

#include <gtest/gtest.h>

#include "channels/twilio/gsm7.h"

namespace twilio {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using notice::Kind;
using people::Language;

const text::Catalogue& catalogue() {
  static const text::Catalogue words = text::Catalogue::embedded();
  return words;
}

std::string say(Kind kind, const notice::Facts& facts, Language language = Language::en) {
  return notice_text(catalogue(), language, kind, facts);
}

notice::Facts ana() {
  notice::Facts facts;
  facts.name = "Ana Ruiz";
  facts.first_name = "Ana";
  facts.position = "RN";
  facts.source = "phone";
  facts.phone = "+15550100123";
  facts.code = "K7";
  facts.message = "stomach flu";
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

/// The longest of everything: a first name of 30 characters, of which some are not in GSM-7.
notice::Facts longest() {
  notice::Facts facts = ana();
  facts.first_name = "Maximiliana-Concepción-Ángeles";
  facts.name = facts.first_name + " Østergård-Hernández";
  facts.position = "Certified Registered Nurse Anesthetist (nights)";
  facts.team = "Cardiology and Interventional Radiology";
  facts.source = "sms";
  facts.phone = "+442079460000123";
  facts.code = "KK99";
  facts.day = base::parse_day("2026-09-30");
  facts.is_today = true;
  facts.time_of_day = 22h + 58min;
  facts.receipt_number = 1'000'000;
  facts.out = 5000;
  facts.of = 5000;
  facts.manager = "Bartholomew-Constantine-James O";
  return facts;
}

TEST(NoticeText, SaysWhoIsOutAndHowToAcknowledge) {
  EXPECT_EQ(say(Kind::call_out_recorded, ana()),
            "Ana R, RN, out today (called 4:58am). 2 of 6 RN out. Reply K7 = got it");
  notice::Facts facts = ana();
  facts.source = "sms";
  facts.is_today = false;
  facts.of = 0;
  EXPECT_EQ(say(Kind::call_out_recorded, facts),
            "Ana R, RN, out Mon Nov 23 (texted 4:58am). Reply K7 = got it");
  EXPECT_EQ(say(Kind::call_out_recorded, ana(), Language::es),
            "Ana R, RN, ausente hoy (llamó 4:58am). 2 de 6 RN ausentes. Responda K7 = visto");
}

TEST(NoticeText, CountsTheTeamWhereThereIsNoPosition) {
  notice::Facts facts = ana();
  facts.position = "";
  facts.team = "Clinical";
  EXPECT_EQ(say(Kind::call_out_recorded, facts),
            "Ana R, out today (called 4:58am). 2 of 6 Clinical out. Reply K7 = got it");
}

TEST(NoticeText, SaysTheReceipt) {
  EXPECT_EQ(say(Kind::receipt, ana()),
            "Call-out recorded, Ana: today Mon Nov 23. Request #114. Your manager is being told. "
            "Take care.");
  notice::Facts facts = ana();
  facts.is_somebody_told = false;
  EXPECT_EQ(say(Kind::receipt, facts),
            "Call-out recorded, Ana: today Mon Nov 23. Request #114. Take care.");
}

TEST(NoticeText, SaysWhoHasSeenIt) {
  EXPECT_EQ(say(Kind::seen_by, ana()), "Seen by Bo E 4:58am.");
  EXPECT_EQ(say(Kind::seen_by, ana(), Language::es), "Visto por Bo E 4:58am.");
  notice::Facts facts = ana();
  facts.manager = "";
  EXPECT_EQ(say(Kind::seen_by, facts), "Your call-out was seen 4:58am.");
}

TEST(NoticeText, SaysHowLateAsItWasWritten) {
  EXPECT_EQ(say(Kind::late_or_early, ana()), "Ana R, RN, running late by 30 min (texted 4:58am).");
  notice::Facts facts = ana();
  facts.lateness = "early";
  facts.late_at = 2h;  // "leaving at 2": nobody said which half of the day
  EXPECT_EQ(say(Kind::late_or_early, facts), "Ana R, RN, leaving early, 2:00 (texted 4:58am).");
  facts.late_at = 14h;
  EXPECT_EQ(say(Kind::late_or_early, facts), "Ana R, RN, leaving early, 2:00pm (texted 4:58am).");
}

TEST(NoticeText, SaysWhatWasDecidedAndNeverWhy) {
  notice::Facts facts = ana();
  facts.is_call_out = true;
  facts.denial_reason = "canary";
  facts.pto_type = "Bereavement";
  EXPECT_EQ(say(Kind::request_approved, facts), "Approved, Ana: your call-out for Mon Nov 23.");
  EXPECT_EQ(say(Kind::request_denied, facts),
            "Denied, Ana: your call-out for Mon Nov 23. The reason is on the web.");
  EXPECT_EQ(say(Kind::request_not_charged, facts),
            "Ana, no hours are charged for your call-out for Mon Nov 23.");
  facts.is_call_out = false;
  facts.last_day = *facts.day + std::chrono::days(4);
  EXPECT_EQ(say(Kind::request_approved, facts),
            "Approved, Ana: your request for Mon Nov 23 to Fri Nov 27.");
  EXPECT_EQ(say(Kind::request_approved, facts, Language::es),
            "Aprobada, Ana: su solicitud del lun 23 nov al vie 27 nov.");
}

TEST(NoticeText, BeginsWithTheCodeToSignInWith) {
  EXPECT_EQ(say(Kind::sign_in_code, {.code = "482913"}),
            "482913 is your Callout sign-in code, good for 10 minutes. Nobody will ask you for it: "
            "please tell it to nobody.");
}

TEST(NoticeText, NamesTheNumberWhereNobodyIsKnown) {
  notice::Facts facts = ana();
  facts.name = facts.first_name = facts.position = "";
  facts.source = "sms";
  EXPECT_EQ(
      say(Kind::needs_verification, facts),
      "Unverified call-out for today from (555) 010-0123 (texted 4:58am). Please say whose it "
      "is. Reply K7 = got it");
}

TEST(NoticeText, NoneHoldsTheEmployeesWords) {
  for (const Kind kind : notice::all_kinds) {
    for (const Language language : {Language::en, Language::es}) {
      EXPECT_EQ(say(kind, ana(), language).find("flu"), std::string::npos);
    }
  }
}

TEST(NoticeText, EachFitsOneSegmentWithTheLongestOfEverything) {
  for (const Kind kind : notice::all_kinds) {
    for (const Language language : {Language::en, Language::es}) {
      for (const bool is_today : {true, false}) {
        notice::Facts facts = longest();
        facts.is_today = is_today;
        const std::string text = to_gsm7(say(kind, facts, language));
        EXPECT_EQ(gsm7_segments(text), 1) << gsm7_septets(text).value_or(0) << " " << text;
        const bool is_named = text.find("Maximiliana-Concepcion-Angeles") != std::string::npos;
        // "Seen by …" names the manager only; whose call-out it is may not be known.
        const bool names_nobody = kind == Kind::seen_by || kind == Kind::cut_off ||
                                  kind == Kind::pins_guessable ||
                                  kind == Kind::needs_verification || kind == Kind::sign_in_code;
        EXPECT_TRUE(is_named || names_nobody) << text;
      }
    }
  }
}

TEST(NoticeText, ANameThatIsAllTooLongIsCutAndTheRestStays) {
  notice::Facts facts = ana();
  facts.name = std::string(10'000, 'x') + " y";
  facts.first_name = std::string(10'000, 'x');
  facts.manager = std::string(10'000, 'x');
  facts.position = std::string(10'000, 'x');
  for (const Kind kind : notice::all_kinds) {
    for (const Language language : {Language::en, Language::es}) {
      EXPECT_EQ(gsm7_segments(to_gsm7(say(kind, facts, language))), 1);
    }
  }
  EXPECT_NE(say(Kind::call_out_recorded, facts).find("Reply K7"), std::string::npos);
}

}  // namespace
}  // namespace twilio
