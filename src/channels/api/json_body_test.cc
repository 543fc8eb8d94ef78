#include "channels/api/json_body.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace api {
namespace {

http::Request carrying(std::string body) {
  http::Request request;
  request.body = std::move(body);
  return request;
}

std::string refused_field(const std::string& json) {
  JsonBody body(carrying(json));
  body.text("words", 5);
  body.flag("yes", false);
  body.integer("count");
  body.secret("key", 8);
  return body.problem() ? body.problem()->field : "";
}

TEST(JsonBody, IsReadFieldByField) {
  JsonBody body(carrying(R"({"words":" a\nb ","yes":true,"count":-7,"key":" k ","none":null})"));
  EXPECT_EQ(body.text("words", 5), "a\nb");
  EXPECT_TRUE(body.flag("yes", false));
  EXPECT_EQ(body.integer("count"), -7);
  EXPECT_EQ(body.secret("key", 8), " k ") << "as it was typed";
  EXPECT_EQ(body.text("none", 5), "");
  EXPECT_FALSE(body.has("none"));
  EXPECT_FALSE(body.problem());
}

TEST(JsonBody, RefusesWhatIsNoObjectOfOneReading) {
  const std::string deep = R"({"words":)" + std::string(8, '[') + std::string(8, ']') + "}";
  for (const std::string& json :
       {std::string(), std::string("{"), std::string("[]"), std::string("\"a\""),
        std::string("{} {}"), std::string(R"({"words":"a","words":"b"})"),
        std::string("{\"words\":\"\xFF\"}"), std::string(R"({"words":"\ud800"})"), deep,
        std::string("{'words':1}"), std::string(R"({"words":"a",})"),
        std::string(R"({"unknown":1})")}) {
    EXPECT_EQ(refused_field(json), "body") << json;
  }
}

TEST(JsonBody, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(refused_field(R"({"words":"abcdef"})"), "words");
  EXPECT_EQ(refused_field(R"({"words":"ñandú"})"), "") << "characters count, not bytes";
  EXPECT_EQ(refused_field(R"({"words":7})"), "words");
  EXPECT_EQ(refused_field(R"({"words":["a"]})"), "words");
  EXPECT_EQ(refused_field(R"({"words":"a\u0000"})"), "words");
  EXPECT_EQ(refused_field(R"({"words":"a\u001b"})"), "words");
  EXPECT_EQ(refused_field(R"({"words":"a\u0085"})"), "words");
  EXPECT_EQ(refused_field(R"({"yes":"true"})"), "yes");
  EXPECT_EQ(refused_field(R"({"count":1.5})"), "count");
  EXPECT_EQ(refused_field(R"({"count":9223372036854775808})"), "count");
  EXPECT_EQ(refused_field(R"({"key":"123456789"})"), "key");
}

TEST(JsonBody, MissesWhatIsRequired) {
  JsonBody body(carrying(R"({"reason":"  "})"));
  body.required_text("reason", 10);
  ASSERT_TRUE(body.problem());
  EXPECT_EQ(body.problem()->field, "reason");
}

TEST(JsonBody, OfAnyBytesIsReadOrRefused) {
  rc::check("never fails otherwise", [](const std::string& bytes) { refused_field(bytes); });
}

}  // namespace
}  // namespace api
