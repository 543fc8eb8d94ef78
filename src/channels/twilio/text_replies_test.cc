#include "channels/twilio/text_replies.h"

#include <gtest/gtest.h>

#include "channels/twilio/gsm7.h"

namespace twilio {
namespace {

const text::Catalogue& words() {
  static const text::Catalogue catalogue = text::Catalogue::embedded();
  return catalogue;
}

std::vector<app::TextOutcome> all_at_their_longest() {
  const std::string name = "Maximiliana-Guadalupe Concepci";  // 30 characters
  const base::Day day = *base::parse_day("2026-09-30");       // "mié 30 sept"
  const std::int64_t number = 999999;
  return {app::Recorded{name, day, number, false, true},
          app::Recorded{name, day, number, true, true},
          app::Recorded{name, day, number, false, false},
          app::Recorded{name, day, number, true, false},
          app::Updated{name, day, number, true},
          app::Updated{name, day, number, false},
          app::TakenBack{name, day, number},
          app::TakeBackAsked{day},
          app::NothingToTakeBack{},
          app::AskedWhichDay{day, day},
          app::AskedWhatItIs{},
          app::AskedWhichPerson{std::vector<std::string>(9, name)},
          app::AskedFullName{number},
          app::NameNoted{number},
          app::ManagerTold{true},
          app::ManagerTold{false},
          app::PassedOn{true, true},
          app::PassedOn{false, true},
          app::PassedOn{true, false},
          app::PicturePassedOn{},
          app::Acknowledged{name},
          app::Acknowledged{""},
          app::AlreadyAcknowledged{name},
          app::AlreadyAcknowledged{""},
          app::OnRecordAlready{number},
          app::SettledAlready{number, true},
          app::SettledAlready{number, false},
          app::NotTheirsToAnswer{},
          app::NumberNotKnown{}};
}

TEST(TextReplies, EachFitsOneSegmentAtTheLongestNameInEveryLanguage) {
  for (const auto language : {people::Language::en, people::Language::es}) {
    for (const app::TextOutcome& outcome : all_at_their_longest()) {
      const auto reply = reply_to(words(), {language, outcome});
      ASSERT_TRUE(reply) << outcome.index();
      EXPECT_EQ(gsm7_segments(*reply), 1) << people::code_of(language) << ": " << *reply << " ("
                                          << gsm7_septets(*reply).value_or(0) << ")";
    }
  }
}

TEST(TextReplies, NothingIsSaidWhereNothingNeedsSaying) {
  EXPECT_FALSE(reply_to(words(), {people::Language::en, app::Silent{}}));
}

TEST(TextReplies, NeverOfferAWordThatTheCarrierTakesForItself) {
  for (const app::TextOutcome& outcome : all_at_their_longest()) {
    const std::string reply = *reply_to(words(), {people::Language::en, outcome});
    for (const char* word :
         {"reply YES", "reply STOP", "reply CANCEL", "reply END", "reply QUIT"}) {
      EXPECT_EQ(reply.find(word), std::string::npos) << reply;
    }
  }
}

}  // namespace
}  // namespace twilio
