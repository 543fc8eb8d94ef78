#include "simulator/rest_numbers.h"

#include <gtest/gtest.h>

#include "simulator/rest_test.h"

namespace simulator {
namespace {

constexpr const char* list = "/IncomingPhoneNumbers.json";
constexpr const char* first = "/IncomingPhoneNumbers/PN00000000000000000000000000000001.json";

std::size_t count(RestWorld& rest, const std::string& query) {
  return json_of(rest.get(list + query)).at("incoming_phone_numbers").as_array().size();
}

TEST(RestNumbers, ShowWhereTheirWebhooksGo) {
  RestWorld rest;
  const auto number = json_of(rest.get(first));
  EXPECT_EQ(text_of(number, "phone_number"), line_number);
  EXPECT_EQ(text_of(number, "voice_url"), "https://callout.example/twilio/voice/incoming");
  EXPECT_EQ(text_of(number, "voice_method"), "POST");
  EXPECT_EQ(text_of(number, "sms_fallback_url"), "https://callout.example/fallback");
  EXPECT_EQ(text_of(number, "status_callback"), "null");
  EXPECT_EQ(text_of(number.at("capabilities").as_object(), "sms"), "true");
}

TEST(RestNumbers, AreFoundByAPartOfTheNumber) {
  RestWorld rest;
  EXPECT_EQ(count(rest, ""), 1U);
  EXPECT_EQ(count(rest, "?PhoneNumber=%2B15550100900"), 1U);
  EXPECT_EQ(count(rest, "?PhoneNumber=0900"), 1U);
  EXPECT_EQ(count(rest, "?PhoneNumber=0901"), 0U);
  EXPECT_EQ(count(rest, "?FriendlyName=The%20line"), 1U);
  EXPECT_EQ(count(rest, "?FriendlyName=line"), 0U);
}

TEST(RestNumbers, AreConfiguredOneFieldAtATime) {
  RestWorld rest;
  const auto changed = json_of(rest.post(first, {{"VoiceUrl", "https://callout.example/new#rc=2"},
                                                 {"VoiceMethod", "GET"},
                                                 {"SmsUrl", ""},
                                                 {"FriendlyName", "Night"}}));
  EXPECT_EQ(text_of(changed, "voice_url"), "https://callout.example/new#rc=2");
  EXPECT_EQ(text_of(changed, "voice_method"), "GET");
  EXPECT_EQ(text_of(changed, "sms_url"), "null");
  EXPECT_EQ(text_of(changed, "sms_fallback_url"), "https://callout.example/fallback");
  EXPECT_EQ(rest.world.numbers[0].voice.url, "https://callout.example/new#rc=2");
  EXPECT_EQ(rest.world.numbers[0].friendly_name, "Night");
}

TEST(RestNumbers, ABadAddressChangesNothing) {
  RestWorld rest;
  EXPECT_EQ(refusal_in(rest.post(first, {{"FriendlyName", "Night"}, {"VoiceUrl", "voice"}})),
            "21402 400");
  EXPECT_EQ(refusal_in(rest.post(first, {{"SmsUrl", "https://call_out.example/"}})), "21502 400");
  EXPECT_EQ(refusal_in(rest.post(first, {{"VoiceMethod", "PUT"}})), "21403 400");
  EXPECT_EQ(refusal_in(rest.post(first, {{"SmsFallbackMethod", ""}})), "21503 400");
  EXPECT_EQ(rest.world.numbers[0].friendly_name, "The line");
}

TEST(RestNumbers, ComeAndGo) {
  RestWorld rest;
  const auto created = rest.post(list, {{"PhoneNumber", "+15550100901"},
                                        {"StatusCallback", "https://callout.example/status"}});
  ASSERT_EQ(created.status, 201) << created.body;
  const auto sid = text_of(json_of(created), "sid");
  EXPECT_TRUE(sid.starts_with("PN"));
  ASSERT_NE(rest.world.number("+15550100901"), nullptr);
  EXPECT_EQ(rest.world.number("+15550100901")->status_callback.url,
            "https://callout.example/status");
  EXPECT_EQ(refusal_in(rest.post(list, {{"PhoneNumber", "+15550100901"}})), "21422 400");
  EXPECT_EQ(refusal_in(rest.post(list, {{"PhoneNumber", "900"}})), "21421 400");
  EXPECT_EQ(refusal_in(rest.post(list, {})), "21421 400");
  EXPECT_EQ(rest.remove("/IncomingPhoneNumbers/" + sid + ".json").status, 204);
  EXPECT_EQ(rest.world.number("+15550100901"), nullptr);
  EXPECT_EQ(rest.get("/IncomingPhoneNumbers/" + sid + ".json").status, 404);
}

}  // namespace
}  // namespace simulator
