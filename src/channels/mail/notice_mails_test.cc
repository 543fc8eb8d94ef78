#include "channels/mail/notice_mails.h"

#include <gtest/gtest.h>

#include "channels/mail/golden_test.h"

namespace mail {
namespace {

using notice::Kind;
using people::Language;

NoticeMail mail_of(Kind kind, const notice::Facts& facts, Language language, const Links& links) {
  return mail_of(Sample{.name = "", .kind = kind, .facts = facts, .links = links}, language);
}

NoticeMail mail_of(Kind kind, const notice::Facts& facts, Language language = Language::en) {
  return mail_of(kind, facts, language, links_for(kind));
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(NoticeMail, AnAlertSaysEverythingThatTheReaderMaySee) {
  const NoticeMail mail = mail_of(Kind::call_out_recorded, ana());
  EXPECT_EQ(mail.subject, "URGENT: Same-Day Call-Out");
  for (const char* fact :
       {"Ana Ruiz is out today, Monday, November 23.", "Position: RN\n", "Team: Clinical\n",
        "Received at: 4:58am\n", "How it came: Text message\n", "Number used: (555) 010-0123\n",
        "Recognized by: Number on file\n", "Out that day: 2 of 6 RN\n", "Request number: 114\n",
        "> canary: stomach flu since 3 am.\n> \n> It's {name} & <b>I'm</b> so sorry\n",
        "Text K7 to the call-out line",
        "Review request now: https://callout.example.org/call-outs/31\n"}) {
    EXPECT_TRUE(has(mail.text, fact)) << fact << mail.text;
  }
}

TEST(NoticeMail, TheReceiptConfirmsAndSaysWhatHappensNext) {
  const NoticeMail mail = mail_of(Kind::receipt, ana());
  EXPECT_EQ(mail.subject, "CALL-OUT Confirmation");
  EXPECT_TRUE(has(mail.html, "🔴 CALL-OUT Confirmation"));
  EXPECT_TRUE(has(mail.text, "Hello Ana,"));
  EXPECT_TRUE(has(mail.text, "Request number: 114"));
  EXPECT_TRUE(has(mail.text, "Your manager is being told."));
  EXPECT_TRUE(has(mail.text, "What happens next"));
  EXPECT_FALSE(has(mail.text, "K7")) << "only who is told may acknowledge";
  EXPECT_FALSE(has(mail.text, "2 of 6"));
}

TEST(NoticeMail, AReceiptDoesNotPromiseWhatNobodyWillDo) {
  notice::Facts facts = ana();
  facts.is_somebody_told = false;
  const NoticeMail mail = mail_of(Kind::receipt, facts);
  EXPECT_TRUE(has(mail.text, "please call your workplace"));
  EXPECT_FALSE(has(mail.text, "being told"));
  EXPECT_FALSE(has(mail.text, "as soon as somebody"));
}

TEST(NoticeMail, ItIsNotCalledSameDayWhenItIsForAnotherDay) {
  notice::Facts facts = ana();
  facts.is_today = false;
  const NoticeMail mail = mail_of(Kind::call_out_recorded, facts);
  EXPECT_EQ(mail.subject, "URGENT: Call-Out for Monday, November 23");
  EXPECT_FALSE(has(mail.text, "Same-day"));
  EXPECT_FALSE(has(mail.html, "Same-day"));
}

TEST(NoticeMail, NoSubjectHoldsAWordOrAName) {
  for (const Sample& sample : samples()) {
    for (const Language language : {Language::en, Language::es}) {
      const std::string subject = mail_of(sample, language).subject;
      EXPECT_FALSE(subject.empty());
      for (const char* part : {"canary", "Ana", "\n"}) EXPECT_FALSE(has(subject, part)) << subject;
    }
  }
}

TEST(NoticeMail, WhoMayNotKnowTheWordsGetsNoTraceOfThem) {
  for (Sample sample : samples()) {
    sample.facts = without_rights(sample.facts);
    for (const Language language : {Language::en, Language::es}) {
      const NoticeMail mail = mail_of(sample, language);
      for (const char* trace : {"canary", "/listen/", "Message:", "Mensaje:", "\n>", "<audio"}) {
        EXPECT_FALSE(has(mail.text + mail.html, trace)) << sample.name << trace;
      }
    }
  }
}

TEST(NoticeMail, ARecordingIsHeardByItsLinkInBothParts) {
  const NoticeMail mail = mail_of(Kind::call_out_recorded, by_phone(), Language::en,
                                  with_recording(Kind::call_out_recorded));
  EXPECT_TRUE(has(mail.text, "Listen to the recording: " + listen_link + "\n"));
  EXPECT_TRUE(has(mail.html, "<a href=\"" + listen_link + "\""));
  EXPECT_TRUE(has(mail.html, "<audio controls=\"controls\" preload=\"none\" src=\"" + listen_link));
}

TEST(NoticeMail, WithoutALinkTheRecordingIsHeardInTheApplication) {
  const NoticeMail mail = mail_of(Kind::call_out_recorded, by_phone());
  EXPECT_TRUE(has(mail.text, "listen to it in the application"));
  EXPECT_FALSE(has(mail.html, "<audio"));
  EXPECT_FALSE(has(mail.html, "/listen/"));
}

TEST(NoticeMail, WithoutAnAddressOfOursThereIsNoLink) {
  for (const Kind kind : notice::all_kinds) {
    const NoticeMail mail = mail_of(kind, ana(), Language::en, {});
    EXPECT_FALSE(has(mail.text, "://"));
    EXPECT_FALSE(has(mail.html, "href"));
  }
}

TEST(NoticeMail, TheButtonOpensWhatTheMailIsAbout) {
  const auto open_line = [](Kind kind, store::Notice notice) {
    notice.kind = kind;
    const Links links = page_links(notice, application);
    const std::string text = mail_of(kind, ana(), Language::en, links).text;
    const auto at = text.find(": " + application);
    return at == std::string::npos ? std::string("none")
                                   : text.substr(text.rfind('\n', at) + 1,
                                                 text.find('\n', at) - text.rfind('\n', at) - 1);
  };
  store::Notice call_out;
  call_out.call_out = store::CallOutId(31);
  store::Notice attempt;
  attempt.attempt = store::AttemptId(7);
  store::Notice request = call_out;
  request.request = store::RequestId(52);
  const std::string base = application;
  EXPECT_EQ(open_line(Kind::call_out_recorded, call_out),
            "Review request now: " + base + "/call-outs/31");
  EXPECT_EQ(open_line(Kind::needs_verification, call_out),
            "Review request now: " + base + "/call-outs/31");
  EXPECT_EQ(open_line(Kind::receipt, call_out), "Open the request: " + base + "/call-outs/31");
  EXPECT_EQ(open_line(Kind::request_denied, request), "Open the request: " + base + "/requests/52");
  for (const Kind kind : {Kind::unclear_text, Kind::incomplete_call, Kind::late_or_early}) {
    EXPECT_EQ(open_line(kind, attempt), "Open the board: " + base + "/board");
  }
  EXPECT_EQ(open_line(Kind::cut_off, attempt), "Open the application: " + base);
  EXPECT_EQ(open_line(Kind::pins_guessable, {}), "Open the application: " + base);
  EXPECT_EQ(open_line(Kind::sign_in_code, {}), "none");
}

TEST(NoticeMail, ADenialSaysWhyAndWhatItMeans) {
  const NoticeMail mail = mail_of(Kind::request_denied, facts_for(Kind::request_denied));
  EXPECT_EQ(mail.subject, "Call-Out Denied: Monday, November 23");
  for (const char* fact :
       {"Your call-out was denied: Monday, November 23.", "Type: Sick Leave\n",
        "Decided by: Bo E\n",
        "Reason given:\n> canary: the third Monday in a row.\n> Please <b>call</b> me",
        "stays on record as you reported it", "No hours are taken from your balance."}) {
    EXPECT_TRUE(has(mail.text, fact)) << fact << mail.text;
  }
}

TEST(NoticeMail, ADecisionNamesAllDaysOfALongerAbsence) {
  notice::Facts facts = facts_for(Kind::request_approved);
  facts.is_call_out = false;
  facts.last_day = *facts.day + std::chrono::days(4);
  const std::string text = mail_of(Kind::request_approved, facts).text;
  EXPECT_TRUE(has(text, "Your request was approved: Monday, November 23 to Friday, November 27."));
  EXPECT_TRUE(has(text, "Days: Monday, November 23 to Friday, November 27\n"));
  facts.last_day = facts.day;
  EXPECT_TRUE(has(mail_of(Kind::request_approved, facts).text, "Day: Monday, November 23\n"));
}

TEST(NoticeMail, ACodeStandsInTheMailAndNeitherInSubjectNorWhereAListOfMailsShowsIt) {
  const NoticeMail mail = mail_of(Kind::sign_in_code, facts_for(Kind::sign_in_code));
  EXPECT_FALSE(has(mail.subject, "482913"));
  EXPECT_TRUE(has(mail.text, "\n482913\n")) << mail.text;
  EXPECT_TRUE(has(mail.text, "10 minutes"));
  EXPECT_TRUE(has(mail.text, "Nobody will ask you for it"));
  EXPECT_FALSE(has(mail.html.substr(0, mail.html.find("&#847;")), "482913"));
  EXPECT_TRUE(has(mail.html, ">482913</td>"));
}

TEST(NoticeMail, AMessageCanNotPassForALineOfOurs) {
  notice::Facts facts = ana();
  facts.message = "sick\nRecognized by: PIN\r\n\u202eNIP";
  EXPECT_TRUE(has(mail_of(Kind::call_out_recorded, facts).text,
                  "Message:\n> sick\n> Recognized by: PIN\n> NIP\n"));
}

TEST(NoticeMail, ANumberIsVouchedForByTheCarrierOrNot) {
  notice::Facts facts = by_phone();
  const auto text = [&] {
    return mail_of(Kind::call_out_recorded, facts).text;
  };
  EXPECT_TRUE(has(text(), "Recognized by: Number on file, confirmed by carrier\n"));
  for (const char* less : {"B", "C", ""}) {
    facts.attestation = less;
    EXPECT_TRUE(has(text(), "Recognized by: Number on file, not confirmed by carrier\n"));
  }
}

TEST(NoticeMail, AnUnknownSenderIsTheirNumber) {
  const NoticeMail mail = mail_of(Kind::needs_verification, of_a_stranger(ana()));
  EXPECT_FALSE(has(mail.text, "Who:"));
  EXPECT_TRUE(has(mail.text, "Number used: (555) 010-0123"));
  EXPECT_TRUE(has(mail.text, "Recognized by: Not verified"));
}

TEST(NoticeMail, ACallThatWasCutOffNamesNoDayThatNobodyKnows) {
  notice::Facts facts = ana();
  facts.day.reset();
  for (const Kind kind : {Kind::cut_off, Kind::incomplete_call}) {
    const NoticeMail mail = mail_of(kind, facts);
    EXPECT_FALSE(has(mail.text, "today")) << mail.text;
    EXPECT_FALSE(has(mail.text, "  ")) << mail.text;
  }
}

}  // namespace
}  // namespace mail
