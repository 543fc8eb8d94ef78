#include "channels/twilio/rest_client.h"

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "channels/twilio/media.h"
#include "channels/twilio/message_json.h"
#include "provider_double.h"

namespace twilio {
namespace {

using app::ErrorClass;
using app::NotAccepted;

http::Response json(int status, const std::string& body) {
  return {.status = status, .content_type = "application/json", .body = body};
}
http::Response redirect(const std::string& location) {
  return {.status = 307, .content_type = "", .body = "", .fields = {{"Location", location}}};
}
std::string basic(const std::string& user_and_password) {
  return "Basic " + base::base64(base::as_bytes(user_and_password));
}

class Rest : public testing::Test {
 protected:
  std::variant<SentMessage, NotAccepted> create() {
    return RestClient(account_).create_message("+15550100123", "Hello & + é", "https://us/status");
  }
  NotAccepted refused() { return std::get<NotAccepted>(create()); }

  test_support::ProviderDouble provider_;
  Account account_ = provider_.account();
};

TEST_F(Rest, CreatesAMessageAsDocumented) {
  provider_.answer(json(201, R"({"sid":"SM1","status":"queued","body":"x"})"));
  const auto created = create();
  EXPECT_EQ(std::get<SentMessage>(created).sid, "SM1");
  const http::Request request = provider_.requests().at(0);
  EXPECT_EQ(request.path, "/2010-04-01/Accounts/AC1/Messages.json");
  EXPECT_EQ(request.field("Authorization"), basic("AC1:token"));
  EXPECT_EQ(request.field("Content-Type"), "application/x-www-form-urlencoded");
  EXPECT_EQ(http::parse_form(request.body), (http::Form{{"To", "+15550100123"},
                                                        {"From", "+15550100001"},
                                                        {"Body", "Hello & + é"},
                                                        {"StatusCallback", "https://us/status"}}));
}

TEST_F(Rest, SignsInWithAnApiKeyIfThereIsOne) {
  account_.api_key_sid = "SK1";
  account_.api_key_secret = "secret";
  account_.base_url += "/";
  provider_.answer(json(201, R"({"sid":"SM1"})"));
  create();
  EXPECT_EQ(provider_.requests().at(0).field("Authorization"), basic("SK1:secret"));
  EXPECT_EQ(provider_.requests().at(0).path, "/2010-04-01/Accounts/AC1/Messages.json");
}

TEST_F(Rest, ARefusalHasItsClassAndCodeAndIsNotInDoubt) {
  provider_.answer(json(400, R"({"code":21610,"message":"unsubscribed","status":400})"));
  const NotAccepted why = refused();
  EXPECT_EQ(why.error, ErrorClass::opted_out);
  EXPECT_EQ(why.code, 21610);
  EXPECT_FALSE(why.in_doubt);
}

TEST_F(Rest, TooManyRequestsWereNotCarriedOutButAServerErrorMayHaveBeen) {
  provider_.answer(json(429, R"({"code":20429})"));
  EXPECT_FALSE(refused().in_doubt);
  provider_.answer(json(500, "<html>"));
  const NotAccepted why = refused();
  EXPECT_EQ(why.error, ErrorClass::retry);
  EXPECT_EQ(why.code, 0);
  EXPECT_TRUE(why.in_doubt);
}

TEST_F(Rest, AnAnswerThatCannotBeReadIsInDoubt) {
  for (const char* body :
       {R"({"sid":"SM1","sta)", "", "[]", R"({"sid":1})", R"({"status":"queued"})"}) {
    provider_.answer(json(201, body));
    const NotAccepted why = refused();
    EXPECT_EQ(why.error, ErrorClass::retry) << body;
    EXPECT_TRUE(why.in_doubt) << body;
  }
}

TEST_F(Rest, WhereNobodyListensNothingWasSent) {
  account_.base_url = "http://127.0.0.1:1";
  const NotAccepted why = refused();
  EXPECT_EQ(why.error, ErrorClass::retry);
  EXPECT_FALSE(why.in_doubt);
}

TEST_F(Rest, ListsMessagesToANumberSinceADay) {
  provider_.answer(json(200, R"({"messages":[
    {"sid":"SM2","from":"+15550100001","body":"b","status":"sent",
     "date_created":"Thu, 24 Aug 2023 05:01:45 +0000"},
    {"body":"no sid"}, 7, {"sid":"SM1","body":null,"date_created":null}]})"));
  const auto listed =
      RestClient(account_).messages_to("+15550100123", *base::parse_day("2023-08-24"));
  const auto& messages = std::get<std::vector<SentMessage>>(listed);
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_EQ(messages[0].sid, "SM2");
  EXPECT_EQ(messages[0].body, "b");
  EXPECT_EQ(base::iso(*messages[0].date_created), "2023-08-24T05:01:45Z");
  EXPECT_EQ(messages[1].date_created, std::nullopt);
  const auto query = http::parse_form(provider_.requests().at(0).query);
  EXPECT_EQ(http::form_value(*query, "To"), "+15550100123");
  EXPECT_EQ(http::form_value(*query, "DateSent>"), "2023-08-24");
}

TEST_F(Rest, AListThatCannotBeReadIsTriedAgain) {
  provider_.answer(json(200, R"({"messages":"none"})"));
  const auto listed =
      RestClient(account_).messages_to("+15550100123", *base::parse_day("2023-08-24"));
  EXPECT_EQ(std::get<NotAccepted>(listed).error, ErrorClass::retry);
}

TEST(Rfc2822, OnlyWhatIsADateIsOne) {
  EXPECT_EQ(base::iso(*parse_rfc2822("Sun, 01 Mar 2026 00:00:59 +0000")), "2026-03-01T00:00:59Z");
  for (const char* text : {"", "yesterday", "Sun, 31 Feb 2026 00:00:00 +0000", "2026-03-01"}) {
    EXPECT_FALSE(parse_rfc2822(text)) << text;
  }
}

class MediaTest : public Rest {
 protected:
  auto fetch(std::string_view message = "MM1", std::string_view media = "ME1") {
    return MediaStore(account_).fetch_message_media(message, media);
  }
};

TEST_F(MediaTest, IsFetchedUnderOurOwnAccount) {
  provider_.answer({.status = 200, .content_type = "image/png", .body = "picture"});
  const auto media = std::get<app::Media>(fetch());
  EXPECT_EQ(media.content_type, "image/png");
  EXPECT_EQ(media.bytes, "picture");
  EXPECT_EQ(provider_.requests().at(0).path, "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1");
  EXPECT_EQ(provider_.requests().at(0).field("Authorization"), basic("AC1:token"));
}

TEST_F(MediaTest, OneRedirectIsFollowedWithoutOurCredentials) {
  provider_.answer(redirect(provider_.base_url() + "/stored/ME1"));
  provider_.answer({.status = 200, .content_type = "image/png", .body = "picture"});
  EXPECT_EQ(std::get<app::Media>(fetch()).bytes, "picture");
  EXPECT_EQ(provider_.requests().at(1).path, "/stored/ME1");
  EXPECT_EQ(provider_.requests().at(1).field("Authorization"), std::nullopt);
}

TEST_F(MediaTest, ASecondRedirectIsNot) {
  provider_.answer(redirect(provider_.base_url() + "/stored/ME1"));
  EXPECT_TRUE(std::holds_alternative<app::NotYet>(fetch()));
  EXPECT_EQ(provider_.requests().size(), 2u);
}

TEST_F(MediaTest, ARedirectToAnotherPlainHostIsNot) {
  const std::string port = provider_.base_url().substr(provider_.base_url().rfind(':'));
  for (const std::string& location :
       {"http://localhost" + port + "/stored/ME1", std::string("file:///etc/passwd"), std::string(),
        provider_.base_url() + "@localhost" + port + "/stored/ME1", std::string("/stored/ME1")}) {
    test_support::ProviderDouble provider;
    account_ = provider.account();
    provider.answer(redirect(location));
    EXPECT_TRUE(std::holds_alternative<app::NotYet>(fetch())) << location;
    EXPECT_EQ(provider.requests().size(), 1u) << location;
  }
}

TEST_F(MediaTest, WhatIsNotThereYetMayCome) {
  for (const int status : {401, 404, 429, 500}) {
    provider_.answer(json(status, "{}"));
    EXPECT_TRUE(std::holds_alternative<app::NotYet>(fetch())) << status;
  }
  provider_.answer(json(410, "{}"));
  EXPECT_TRUE(std::holds_alternative<app::Never>(fetch()));
}

TEST_F(MediaTest, AnIdNeverNamesAnotherPath) {
  for (const std::string& sid : {std::string("../../x"), std::string(), std::string("ME1?x"),
                                 std::string("ME/1"), std::string(129, 'M')}) {
    EXPECT_TRUE(std::holds_alternative<app::Never>(fetch("MM1", sid))) << sid;
    EXPECT_TRUE(std::holds_alternative<app::Never>(fetch(sid, "ME1"))) << sid;
  }
  EXPECT_TRUE(provider_.requests().empty());
}

class RecordingTest : public Rest {
 protected:
  auto fetch(std::string_view recording = "RE1") {
    return MediaStore(account_).fetch_recording(recording);
  }
  bool is_gone(std::string_view recording = "RE1") {
    return MediaStore(account_).delete_recording(recording);
  }
};

TEST_F(RecordingTest, IsFetchedAsWavUnderOurOwnAccount) {
  const std::string sound(1 << 20, 's');
  provider_.answer({.status = 200, .content_type = "audio/x-wav", .body = sound});
  const auto media = std::get<app::Media>(fetch());
  EXPECT_EQ(media.content_type, "audio/x-wav");
  EXPECT_EQ(media.bytes, sound);
  EXPECT_EQ(provider_.requests().at(0).path, "/2010-04-01/Accounts/AC1/Recordings/RE1.wav");
  EXPECT_EQ(provider_.requests().at(0).field("Authorization"), basic("AC1:token"));
}

TEST_F(RecordingTest, OneRedirectIsFollowedWithoutOurCredentials) {
  provider_.answer(redirect(provider_.base_url() + "/stored/RE1"));
  provider_.answer({.status = 200, .content_type = "audio/wav", .body = "sound"});
  EXPECT_EQ(std::get<app::Media>(fetch()).bytes, "sound");
  EXPECT_EQ(provider_.requests().at(1).path, "/stored/RE1");
  EXPECT_EQ(provider_.requests().at(1).field("Authorization"), std::nullopt);
}

TEST_F(RecordingTest, ThatIsNotThereYetMayCome) {
  for (const int status : {401, 404, 429, 500}) {
    provider_.answer(json(status, "{}"));
    EXPECT_TRUE(std::holds_alternative<app::NotYet>(fetch())) << status;
  }
}

TEST_F(RecordingTest, IsDeletedUnderOurOwnAccount) {
  provider_.answer({.status = 204, .content_type = "", .body = ""});
  EXPECT_TRUE(is_gone());
  EXPECT_EQ(provider_.requests().at(0).method, http::Method::del);
  EXPECT_EQ(provider_.requests().at(0).path, "/2010-04-01/Accounts/AC1/Recordings/RE1.json");
  EXPECT_EQ(provider_.requests().at(0).field("Authorization"), basic("AC1:token"));
}

TEST_F(RecordingTest, ThatWasGoneBeforeIsGoneAndARefusalIsNot) {
  for (const auto& [status, gone] : {std::pair{404, true},
                                     {401, false},
                                     {429, false},
                                     {500, false},
                                     {200, false},
                                     {307, false}}) {
    provider_.answer(json(status, "{}"));
    EXPECT_EQ(is_gone(), gone) << status;
  }
  account_.base_url = "http://127.0.0.1:1";
  EXPECT_FALSE(is_gone());
}

TEST_F(RecordingTest, AnIdNeverNamesAnotherPath) {
  for (const std::string& sid :
       {std::string("../../x"), std::string(), std::string("RE1?x"), std::string("RE/1"),
        std::string("RE1.mp3"), std::string("RE%2e"), std::string(129, 'R')}) {
    EXPECT_TRUE(std::holds_alternative<app::Never>(fetch(sid))) << sid;
    EXPECT_TRUE(is_gone(sid)) << sid;
  }
  EXPECT_TRUE(provider_.requests().empty());
}

}  // namespace
}  // namespace twilio
