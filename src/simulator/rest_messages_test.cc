#include "simulator/rest_messages.h"

#include <gtest/gtest.h>

#include "simulator/rest_test.h"

namespace simulator {
namespace {

using std::chrono::seconds;

struct Messages : RestWorld {
  boost::json::object create(std::string body = "Recorded") {
    const auto response = post(
        "/Messages.json", {{"To", their_number}, {"From", line_number}, {"Body", std::move(body)}});
    EXPECT_EQ(response.status, 201) << response.body;
    return json_of(response);
  }
  boost::json::object fetch(const boost::json::object& message) {
    return json_of(get("/Messages/" + text_of(message, "sid") + ".json"));
  }
  std::size_t count(const std::string& query) {
    return json_of(get("/Messages.json?" + query)).at("messages").as_array().size();
  }
};

TEST(RestMessages, ACreatedMessageHasTheDocumentedTypes) {
  Messages rest;
  const auto message = rest.create("Recorded €");
  EXPECT_EQ(message.size(), 20U);
  EXPECT_EQ(text_of(message, "sid").size(), 34U);
  EXPECT_EQ(text_of(message, "account_sid"), test_account);
  EXPECT_EQ(text_of(message, "api_version"), "2010-04-01");
  EXPECT_EQ(text_of(message, "body"), "Recorded €");
  EXPECT_EQ(text_of(message, "date_created"), "Sun, 22 Nov 2026 15:04:05 +0000");
  EXPECT_EQ(text_of(message, "date_sent"), "null");
  EXPECT_EQ(text_of(message, "direction"), "outbound-api");
  EXPECT_EQ(text_of(message, "status"), "queued");
  EXPECT_TRUE(message.at("num_segments").is_string());
  EXPECT_TRUE(message.at("num_media").is_string());
  EXPECT_TRUE(message.at("error_code").is_null());
  EXPECT_TRUE(message.at("error_message").is_null());
  EXPECT_TRUE(message.at("messaging_service_sid").is_null());
  EXPECT_TRUE(message.at("price").is_null());
  EXPECT_EQ(text_of(message, "uri"), "/2010-04-01/Accounts/" + std::string(test_account) +
                                         "/Messages/" + text_of(message, "sid") + ".json");
}

TEST(RestMessages, AFetchedMessageIsWhereItIsOnItsWay) {
  Messages rest;
  const auto created = rest.create();
  rest.passes(seconds(5));
  const auto message = rest.fetch(created);
  EXPECT_EQ(text_of(message, "status"), "delivered");
  EXPECT_EQ(text_of(message, "date_sent"), "Sun, 22 Nov 2026 15:04:05 +0000");
}

TEST(RestMessages, AnErrorIsANumberWithWords) {
  Messages rest;
  rest.texting.ends_badly(their_number, "undelivered", 30003);
  const auto created = rest.create();
  rest.passes(seconds(5));
  const auto message = rest.fetch(created);
  EXPECT_TRUE(message.at("error_code").is_int64());
  EXPECT_EQ(text_of(message, "error_message"), "Unreachable destination handset");
}

TEST(RestMessages, OfAServiceNobodyIsTheSenderYet) {
  Messages rest;
  const auto message = json_of(rest.post(
      "/Messages.json", {{"To", their_number}, {"MessagingServiceSid", "MG1"}, {"Body", "x"}}));
  EXPECT_TRUE(message.at("from").is_null());
  EXPECT_EQ(text_of(message, "status"), "accepted");
  EXPECT_EQ(text_of(message, "messaging_service_sid"), "MG1");
}

TEST(RestMessages, ARefusalIsInTheProvidersWords) {
  Messages rest;
  const auto refused = rest.post("/Messages.json", {{"From", line_number}, {"Body", "x"}});
  EXPECT_EQ(refused.body,
            "{\"code\":21604,\"message\":\"A 'To' phone number is required.\","
            "\"more_info\":\"https://www.twilio.com/docs/errors/21604\",\"status\":400}");
}

TEST(RestMessages, AreListedByNumbersAndDay) {
  Messages rest;
  rest.create();
  rest.texting.receive({.from = "+15550100456", .to = line_number, .body = "sick"});
  rest.passes(std::chrono::hours(24));
  rest.create();
  EXPECT_EQ(rest.count(""), 3U);
  EXPECT_EQ(rest.count("To=%2B15550100123"), 2U);
  EXPECT_EQ(rest.count("From=%2B15550100456"), 1U);
  EXPECT_EQ(rest.count("From=%2B15550100456&To=%2B15550100123"), 0U);
  EXPECT_EQ(rest.count("DateSent=2026-11-22"), 2U);
  EXPECT_EQ(rest.count("DateSent%3E=2026-11-23"), 1U);
}

TEST(RestMessages, AnEmptyBodyRedacts) {
  Messages rest;
  const auto sid = text_of(rest.create(), "sid");
  const auto redacted = rest.post("/Messages/" + sid + ".json", {{"Body", ""}});
  EXPECT_EQ(redacted.status, 200);
  EXPECT_EQ(text_of(json_of(redacted), "body"), "");
  EXPECT_EQ(rest.world.message(sid)->body, "");
  EXPECT_EQ(refusal_in(rest.post("/Messages/" + sid + ".json", {{"Body", "other"}})), "20001 400");
}

TEST(RestMessages, OnlyWhatHasNotLeftIsTakenBack) {
  Messages rest;
  const auto sid = text_of(rest.create(), "sid");
  const auto path = "/Messages/" + sid + ".json";
  EXPECT_EQ(text_of(json_of(rest.post(path, {{"Status", "canceled"}})), "status"), "canceled");
  rest.passes(seconds(5));
  EXPECT_EQ(rest.world.message(sid)->status, "canceled");
  const auto sent = text_of(rest.create(), "sid");
  rest.passes(seconds(5));
  EXPECT_EQ(refusal_in(rest.post("/Messages/" + sent + ".json", {{"Status", "canceled"}})),
            "30409 400");
}

TEST(RestMessages, WhatHasComeToItsEndIsDeleted) {
  Messages rest;
  const auto path = "/Messages/" + text_of(rest.create(), "sid") + ".json";
  EXPECT_EQ(refusal_in(rest.remove(path)), "20009 409");
  rest.passes(seconds(5));
  const auto gone = rest.remove(path);
  EXPECT_EQ(gone.status, 204);
  EXPECT_EQ(gone.body, "");
  EXPECT_EQ(rest.get(path).status, 404);
  EXPECT_EQ(rest.remove(path).status, 404);
}

TEST(RestMessages, PicturesAreListedFetchedAndDeleted) {
  Messages rest;
  const auto sid = rest.texting.receive({.from = their_number,
                                         .to = line_number,
                                         .body = "",
                                         .pictures = {{"image/png", "\x89PNG"}}});
  const auto list = json_of(rest.get("/Messages/" + sid + "/Media.json"));
  ASSERT_EQ(list.at("media_list").as_array().size(), 1U);
  const auto media = list.at("media_list").as_array()[0].as_object();
  EXPECT_EQ(text_of(media, "content_type"), "image/png");
  EXPECT_EQ(text_of(media, "parent_sid"), sid);
  const std::string path = "/Messages/" + sid + "/Media/" + text_of(media, "sid");
  EXPECT_EQ(text_of(json_of(rest.get(path + ".json")), "sid"), text_of(media, "sid"));
  const auto picture = rest.get(path);
  EXPECT_EQ(picture.content_type, "image/png");
  EXPECT_EQ(picture.body, "\x89PNG");
  EXPECT_EQ(rest.remove(path + ".json").status, 204);
  EXPECT_EQ(rest.get(path).status, 404);
  EXPECT_EQ(rest.remove(path).status, 404);
  EXPECT_EQ(rest.get("/Messages/MM1/Media.json").status, 404);
}

}  // namespace
}  // namespace simulator
