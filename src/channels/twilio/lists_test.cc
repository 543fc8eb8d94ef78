#include "channels/twilio/lists.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "channels/twilio/list_json.h"
#include "channels/twilio/media.h"
#include "provider_double.h"

namespace twilio {
namespace {

const base::Day day = *base::parse_day("2023-08-24");

class ListsTest : public testing::Test {
 protected:
  void answer(const std::string& body, int status = 200) {
    provider_.answer({.status = status, .content_type = "application/json", .body = body});
  }
  http::Form query_of(std::size_t request) {
    return *http::parse_form(provider_.requests().at(request).query);
  }
  template <class T>
  static std::vector<std::string> sids(const app::Listed<T>& listed) {
    std::vector<std::string> found;
    for (const T& one : std::get<0>(listed)) found.push_back(one.sid);
    return found;
  }
  bool is_for_later() {
    return std::holds_alternative<app::NotYet>(MediaStore(account_).recordings_since(day));
  }

  test_support::ProviderDouble provider_;
  Account account_ = provider_.account();
};

TEST_F(ListsTest, TextsToEachOfOurNumbersAreRead) {
  answer(R"({"messages":[{"sid":"SM1","direction":"inbound","from":"+15550100123","body":"sick",
    "num_media":"2","date_sent":"Thu, 24 Aug 2023 05:01:45 +0000","new":{"of":["tomorrow"]}},
    {"sid":"SM2","direction":"outbound-api","date_sent":"Thu, 24 Aug 2023 05:01:45 +0000"},
    {"sid":"../SM3","direction":"inbound","date_sent":"Thu, 24 Aug 2023 05:01:45 +0000"},
    {"sid":"SM4","direction":"inbound","date_sent":"yesterday"}, 7]})");
  answer(R"({"messages":[]})");
  const auto texts = std::get<0>(MediaStore(account_).texts_since(day));
  ASSERT_EQ(texts.size(), 1U);
  EXPECT_EQ(texts[0].sid, "SM1");
  EXPECT_EQ(texts[0].from, "+15550100123");
  EXPECT_EQ(texts[0].body, "sick");
  EXPECT_EQ(texts[0].media_count, 2);
  EXPECT_EQ(base::iso(texts[0].sent_at), "2023-08-24T05:01:45Z");
  EXPECT_EQ(provider_.requests().at(0).path, "/2010-04-01/Accounts/AC1/Messages.json");
  EXPECT_EQ(query_of(0),
            (http::Form{{"DateSent>", "2023-08-24"}, {"To", "+15550100000"}, {"PageSize", "200"}}));
  EXPECT_EQ(http::form_value(query_of(1), "To"), "+15550100001");
}

TEST_F(ListsTest, CallsEndAtTheirEndOrAfterTheirDuration) {
  account_.sms_number.clear();
  answer(R"({"calls":[{"sid":"CA1","direction":"inbound","from":"anonymous","status":"completed",
    "start_time":"Thu, 24 Aug 2023 05:00:00 +0000","end_time":"Thu, 24 Aug 2023 05:01:00 +0000"},
    {"sid":"CA2","direction":"inbound","from":"a b","status":"busy","duration":"30",
    "date_created":"Thu, 24 Aug 2023 05:00:00 +0000","end_time":null}]})");
  const auto calls = std::get<0>(MediaStore(account_).calls_since(day));
  ASSERT_EQ(calls.size(), 2U);
  EXPECT_EQ(calls[0].from, "anonymous");
  EXPECT_EQ(calls[0].status, "completed");
  EXPECT_EQ(calls[0].ended_at - calls[0].began_at, std::chrono::seconds(60));
  EXPECT_EQ(calls[1].from, "");
  EXPECT_EQ(calls[1].ended_at - calls[1].began_at, std::chrono::seconds(30));
  EXPECT_EQ(http::form_value(query_of(0), "StartTime>"), "2023-08-24");
}

TEST_F(ListsTest, RecordingsNameTheirCall) {
  answer(R"({"recordings":[{"sid":"RE1","call_sid":"CA1","status":"completed","duration":"4",
    "start_time":"Thu, 24 Aug 2023 05:01:45 +0000"},
    {"sid":"RE2","status":"completed","start_time":"Thu, 24 Aug 2023 05:01:45 +0000"}]})");
  const auto recordings = std::get<0>(MediaStore(account_).recordings_since(day));
  ASSERT_EQ(recordings.size(), 1U);
  EXPECT_EQ(recordings[0].call_sid, "CA1");
  EXPECT_EQ(recordings[0].status, "completed");
  EXPECT_EQ(recordings[0].duration, 4);
  EXPECT_EQ(http::form_value(query_of(0), "DateCreated>"), "2023-08-24");
}

TEST_F(ListsTest, TheMediaOfAMessageHaveIdsAndTypes) {
  answer(R"({"media_list":[{"sid":"ME1","content_type":"image/png"}]})");
  const auto media = std::get<0>(MediaStore(account_).media_of("MM1"));
  ASSERT_EQ(media.size(), 1U);
  EXPECT_EQ(media[0].sid, "ME1");
  EXPECT_EQ(media[0].content_type, "image/png");
  EXPECT_EQ(provider_.requests().at(0).path, "/2010-04-01/Accounts/AC1/Messages/MM1/Media.json");
  EXPECT_TRUE(std::holds_alternative<app::NotYet>(MediaStore(account_).media_of("../MM1")));
}

std::string page_of(const std::string& sid, const std::string& next) {
  return R"({"recordings":[{"sid":")" + sid +
         R"(","call_sid":"CA1","date_created":"Thu, 24 Aug 2023 05:01:45 +0000"}],)" +
         R"("next_page_uri":)" + next + "}";
}

TEST_F(ListsTest, EveryPageIsRead) {
  const std::string next =
      "\"/2010-04-01/Accounts/AC1/Recordings.json?PageSize=200&Page=1&PageToken=PARE1\"";
  answer(page_of("RE1", next));
  answer(page_of("RE2", "null"));
  EXPECT_EQ(sids(MediaStore(account_).recordings_since(day)),
            (std::vector<std::string>{"RE1", "RE2"}));
  EXPECT_EQ(http::form_value(query_of(1), "PageToken"), "PARE1");
}

TEST_F(ListsTest, AListWithoutAnEndIsLeft) {
  answer(page_of("RE1", "\"/2010-04-01/Accounts/AC1/Recordings.json?Page=1\""));
  EXPECT_EQ(sids(MediaStore(account_).recordings_since(day)).size(), 25U);
}

TEST_F(ListsTest, NoPageElsewhereIsAskedFor) {
  for (const char* next :
       {"\"https://evil.example/2010-04-01/Accounts/AC1/Recordings.json?Page=1\"", "\"//evil/x\"",
        "\"@evil.example/2010-04-01/Accounts/AC1/Recordings.json?Page=1\"",
        "\"/2010-04-01/Accounts/AC2/Recordings.json?Page=1\"",
        "\"/2010-04-01/Accounts/AC1/Calls.json?Page=1\"",
        "\"/2010-04-01/Accounts/AC1/Recordings.json?x\\r\\nHost: evil\""}) {
    answer(page_of("RE1", next));
    const std::size_t asked = provider_.requests().size();
    EXPECT_TRUE(is_for_later()) << next;
    EXPECT_EQ(provider_.requests().size(), asked + 1) << next;
  }
}

TEST_F(ListsTest, WhatIsNoListIsForLater) {
  for (const char* body : {"", "garbage", "[]", "{}", R"({"recordings":7})", R"({"calls":[]})"}) {
    answer(body);
    EXPECT_TRUE(is_for_later()) << body;
  }
  answer(R"({"recordings":[]})", 500);
  EXPECT_TRUE(is_for_later());
  account_.base_url = "http://127.0.0.1:1";
  EXPECT_TRUE(is_for_later());
}

TEST(ListJson, NoBytesHarmIt) {
  EXPECT_TRUE(rc::check("any bytes in a list", [](const std::string& bytes) {
    RC_ASSERT(!read_text_list(bytes));
    const auto page = read_call_list(R"({"calls":[{"sid":")" + bytes + R"("}]})");
    RC_ASSERT(!page || page->items.empty());
  }));
}

}  // namespace
}  // namespace twilio
