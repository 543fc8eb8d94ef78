#include "channels/twilio/text_sender.h"

#include <gtest/gtest.h>

#include "channels/twilio/gsm7.h"
#include "provider_double.h"

namespace twilio {
namespace {

constexpr base::Moment start{std::chrono::seconds(1'692'853'305)};  // 2023-08-24T05:01:45Z

class TextSenderTest : public testing::Test {
 protected:
  TextSenderTest() {
    notice_.id = notice::NoticeId(42);
    notice_.kind = notice::Kind::seen_by;
    notice_.address = "+15550100123";
    notice_.facts.manager = "Zoë Ávila";
    notice_.facts.time_of_day = std::chrono::minutes(311);
    notice_.created_at = start;
  }
  void answer(int status, const std::string& body) {
    provider_.answer({.status = status, .content_type = "application/json", .body = body});
  }
  static std::string listed(const std::string& body, const std::string& status,
                            const std::string& time) {
    return R"({"messages":[{"sid":"SM9","from":"+15550100001","body":")" + body +
           R"(","status":")" + status + R"(","date_created":"Thu, 24 Aug 2023 )" + time +
           R"( +0000"}]})";
  }
  std::optional<std::string> found() {
    return std::get<std::optional<std::string>>(sender_.find_sent(notice_, "Hello"));
  }

  test_support::ProviderDouble provider_;
  Account account_ = provider_.account();
  text::Catalogue catalogue_ = text::Catalogue::embedded();
  TextSender sender_{account_, catalogue_};
  store::Notice notice_;
};

TEST_F(TextSenderTest, WordsAreInGsm7AndOneSegment) {
  EXPECT_EQ(sender_.render(notice_), "Seen by Zoe Avila 5:11am.");
  notice_.facts.manager = std::string(1000, '^');
  EXPECT_EQ(gsm7_segments(sender_.render(notice_)), 1);
}

TEST_F(TextSenderTest, AMessageAsksForItsStatusUnderTheNoticesOwnUrl) {
  answer(201, R"({"sid":"SM1","status":"queued"})");
  const auto outcome = sender_.send(notice_, "Hello");
  EXPECT_EQ(std::get<app::Accepted>(outcome).provider_id, "SM1");
  const auto form = http::parse_form(provider_.requests().at(0).body);
  EXPECT_EQ(http::form_value(*form, "StatusCallback"),
            "https://callout.example.org/twilio/sms/status?notice=42");
  EXPECT_EQ(http::form_value(*form, "Body"), "Hello");
}

TEST_F(TextSenderTest, AMessageInDoubtIsFoundByItsWords) {
  answer(200, listed("Hello", "sent", "05:02:00"));
  EXPECT_EQ(found(), "SM9");
  const auto query = http::parse_form(provider_.requests().at(0).query);
  EXPECT_EQ(http::form_value(*query, "DateSent>"), "2023-08-24");
}

TEST_F(TextSenderTest, OtherWordsAnEarlierMessageOrALostOneAreNotIt) {
  answer(200, listed("Hello you", "sent", "05:02:00"));
  EXPECT_EQ(found(), std::nullopt);
  answer(200, listed("Hello", "sent", "04:00:00"));
  EXPECT_EQ(found(), std::nullopt);
  answer(200, listed("Hello", "failed", "05:02:00"));
  EXPECT_EQ(found(), std::nullopt);
  answer(200, R"({"messages":[]})");
  EXPECT_EQ(found(), std::nullopt);
}

TEST_F(TextSenderTest, ALookThatFailedIsNoAnswer) {
  answer(503, "");
  const auto looked = sender_.find_sent(notice_, "Hello");
  EXPECT_EQ(std::get<app::NotAccepted>(looked).error, app::ErrorClass::retry);
}

TEST_F(TextSenderTest, WithoutAccountOrNumberItIsNotConfigured) {
  EXPECT_TRUE(sender_.is_configured());
  account_.sms_number = "";
  EXPECT_TRUE(sender_.is_configured()) << "the line's number texts too";
  account_.phone_number = "";
  EXPECT_FALSE(sender_.is_configured());
  account_.phone_number = "+15550100000";
  account_.auth_tokens = {};
  EXPECT_FALSE(sender_.is_configured());
  account_.api_key_sid = "SK1";
  account_.api_key_secret = "secret";
  EXPECT_TRUE(sender_.is_configured());
}

}  // namespace
}  // namespace twilio
