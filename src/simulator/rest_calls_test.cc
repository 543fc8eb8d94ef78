#include "simulator/rest_calls.h"

#include <gtest/gtest.h>

#include "simulator/rest_test.h"

namespace simulator {
namespace {

using std::chrono::seconds;

struct Calls : RestWorld {
  http::Form form = {{"To", their_number},
                     {"From", line_number},
                     {"Url", "https://callout.example/twilio/voice/outgoing"}};

  std::string code(http::Form extra, std::string_view without = "") {
    http::Form all = form;
    std::erase_if(all, [&](const auto& pair) {
      return pair.first == without || !http::form_value(extra, pair.first).empty();
    });
    all.insert(all.end(), extra.begin(), extra.end());
    const auto response = post("/Calls.json", all);
    return response.status == 201 ? "" : refusal_in(response);
  }
  std::string place() { return text_of(json_of(post("/Calls.json", form)), "sid"); }
  std::string ring() { return switchboard.ring({.from = their_number, .to = line_number}); }
  std::size_t count(const std::string& query) {
    return json_of(get("/Calls.json?" + query)).at("calls").as_array().size();
  }
};

TEST(RestCalls, APlacedCallIsQueuedAndRings) {
  Calls rest;
  const auto response = rest.post("/Calls.json", rest.form);
  ASSERT_EQ(response.status, 201) << response.body;
  const auto call = json_of(response);
  EXPECT_TRUE(text_of(call, "sid").starts_with("CA"));
  EXPECT_EQ(text_of(call, "status"), "queued");
  EXPECT_EQ(text_of(call, "direction"), "outbound-api");
  EXPECT_EQ(text_of(call, "to"), their_number);
  EXPECT_TRUE(call.at("start_time").is_null());
  EXPECT_TRUE(call.at("end_time").is_null());
  EXPECT_TRUE(call.at("duration").is_null());
  EXPECT_TRUE(call.at("price").is_null());
  EXPECT_EQ(rest.woken, 1);
  rest.passes(seconds(2));
  EXPECT_TRUE(rest.switchboard.answer(text_of(call, "sid")));
}

TEST(RestCalls, AnEndedCallHasItsDurationAsText) {
  Calls rest;
  const auto sid = rest.ring();
  rest.passes(seconds(3));
  rest.switchboard.hang_up(sid);
  rest.passes(seconds(3));
  const auto call = json_of(rest.get("/Calls/" + sid + ".json"));
  EXPECT_EQ(text_of(call, "status"), "completed");
  EXPECT_TRUE(call.at("duration").is_string());
  EXPECT_TRUE(call.at("start_time").is_string());
  EXPECT_TRUE(call.at("end_time").is_string());
  EXPECT_EQ(text_of(call, "phone_number_sid"), rest.world.numbers[0].sid);
}

TEST(RestCalls, WhatIsMissingOrWrongIsRefused) {
  Calls rest;
  EXPECT_EQ(rest.code({}, "To"), "21201 400");
  EXPECT_EQ(rest.code({}, "From"), "21213 400");
  EXPECT_EQ(rest.code({}, "Url"), "21205 400");
  EXPECT_EQ(rest.code({{"Url", "voice"}}), "21205 400");
  EXPECT_EQ(rest.code({{"Url", "https://call_out.example/"}}), "21205 400");
  EXPECT_EQ(rest.code({{"To", "123"}}), "21217 400");
  EXPECT_EQ(rest.code({{"From", "abc"}}), "21212 400");
  EXPECT_EQ(rest.code({{"From", "+15550100777"}}), "21210 400");
  EXPECT_EQ(rest.code({{"StatusCallback", "status"}}), "21609 400");
  EXPECT_EQ(rest.code({{"StatusCallbackEvent", "whenever"}}), "21626 400");
  EXPECT_EQ(rest.code({{"Method", "PUT"}}), "20001 400");
  EXPECT_EQ(rest.code({{"Twiml", std::string(4001, ' ')}}, "Url"), "11750 400");
  EXPECT_EQ(rest.code({{"ApplicationSid", "AP1"}}, "Url"), "21218 400");
  EXPECT_TRUE(rest.world.calls.empty());
}

TEST(RestCalls, TheNumbersForTestsFailAsDocumented) {
  Calls rest;
  EXPECT_EQ(rest.code({{"To", "+15005550001"}}), "21217 400");
  EXPECT_EQ(rest.code({{"To", "+15005550002"}}), "21214 400");
  EXPECT_EQ(rest.code({{"To", "+15005550003"}}), "21215 400");
  EXPECT_EQ(rest.code({{"To", "+15005550004"}}), "21216 400");
  EXPECT_EQ(rest.code({{"From", "+15005550001"}}), "21212 400");
  EXPECT_EQ(rest.code({{"From", "+15005550006"}}), "");
}

TEST(RestCalls, TwimlMayTakeTheAddresssPlace) {
  Calls rest;
  EXPECT_EQ(rest.code({{"Twiml", "<Response><Say>Hello</Say></Response>"}}, "Url"), "");
}

TEST(RestCalls, ATimeLimitEndsThem) {
  Calls rest;
  rest.form.emplace_back("TimeLimit", "30");
  rest.answer = [](const Webhook& webhook) {
    return TestWorld::answered(webhook, "<Response><Pause length=\"600\"/></Response>");
  };
  const auto sid = rest.place();
  rest.passes(seconds(10));
  rest.switchboard.answer(sid);
  rest.passes(milliseconds(29'999));
  EXPECT_EQ(rest.world.call(sid)->status, "in-progress");
  rest.passes(milliseconds(1));
  EXPECT_EQ(rest.world.call(sid)->status, "completed");
}

TEST(RestCalls, WhatIsNotSimulatedIsComplainedOf) {
  Calls rest;
  EXPECT_EQ(rest.code({{"Record", "false"}}), "");
  EXPECT_TRUE(rest.world.complaints.empty());
  EXPECT_EQ(rest.code({{"Record", "true"}, {"SendDigits", "1"}, {"MachineDetection", "Enable"}}),
            "");
  ASSERT_EQ(rest.world.complaints.size(), 3U);
  EXPECT_FALSE(rest.world.complaints[0].is_error);
  EXPECT_EQ(rest.world.complaints[0].fault.message,
            "MachineDetection is not simulated, and passed over");
}

TEST(RestCalls, MayAskAndTellElsewhereFromNowOn) {
  Calls rest;
  rest.answer = [](const Webhook& webhook) {
    return TestWorld::answered(webhook, "<Response><Pause length=\"60\"/></Response>");
  };
  const auto sid = rest.place();
  const auto path = "/Calls/" + sid + ".json";
  EXPECT_EQ(refusal_in(rest.post(path, {{"StatusCallback", "status"}})), "21609 400");
  EXPECT_EQ(refusal_in(rest.post(path, {{"FallbackUrl", "fallback"}})), "21205 400");
  EXPECT_EQ(rest.post(path, {{"StatusCallback", "https://callout.example/told"},
                             {"StatusCallbackMethod", "GET"}})
                .status,
            200);
  rest.passes(seconds(3));
  rest.switchboard.answer(sid);
  rest.passes(seconds(1));
  EXPECT_EQ(rest.post(path, {{"Url", "https://callout.example/next"},
                             {"FallbackUrl", "https://callout.example/else"}})
                .status,
            200);
  rest.passes(seconds(1));
  EXPECT_EQ(rest.webhooks.back().fallback.url, "https://callout.example/else");
  rest.post(path, {{"Status", "completed"}});
  rest.passes(seconds(1));
  EXPECT_EQ(rest.webhooks.back().to.url, "https://callout.example/told");
  EXPECT_EQ(rest.webhooks.back().to.method, http::Method::get);
  EXPECT_EQ(refusal_in(rest.post(path, {{"StatusCallback", "https://callout.example/late"}})),
            "21220 400");
}

TEST(RestCalls, OnABadDayOneIsPlacedAndTheAnswerIsAnErrorAllTheSame) {
  Calls rest;
  rest.world.chaos.accept_then_fail_percent = 100;
  EXPECT_EQ(rest.code({}), "20500 500");
  EXPECT_EQ(rest.world.calls.size(), 1U);
}

TEST(RestCalls, AreListedByNumberStatusAndDay) {
  Calls rest;
  const auto sid = rest.ring();
  rest.passes(seconds(3));
  rest.switchboard.hang_up(sid);
  rest.passes(std::chrono::hours(24));
  rest.place();
  EXPECT_EQ(rest.count(""), 2U);
  EXPECT_EQ(rest.count("To=%2B15550100900"), 1U);
  EXPECT_EQ(rest.count("From=%2B15550100900"), 1U);
  EXPECT_EQ(rest.count("Status=completed"), 1U);
  EXPECT_EQ(rest.count("StartTime=2026-11-22"), 1U);
  EXPECT_EQ(rest.count("StartTime%3E=2026-11-23"), 1U);
  EXPECT_EQ(rest.count("StartTime%3C=2026-11-21"), 0U);
  EXPECT_EQ(rest.count("EndTime=2026-11-22"), 1U);
  EXPECT_EQ(rest.count("EndTime%3E=2026-11-22"), 1U);  // the other has not ended
  EXPECT_EQ(rest.count("EndTime%3C=2026-11-21"), 0U);
  EXPECT_EQ(refusal_in(rest.get("/Calls.json?EndTime=then")), "20001 400");
}

TEST(RestCalls, AreEndedAndRedirectedWhileTheyLive) {
  Calls rest;
  const auto sid = rest.place();
  const auto path = "/Calls/" + sid + ".json";
  rest.passes(seconds(2));
  EXPECT_EQ(text_of(json_of(rest.post(path, {{"Status", "canceled"}})), "status"), "canceled");
  EXPECT_EQ(refusal_in(rest.post(path, {{"Status", "completed"}})), "21220 400");

  rest.answer = [](const Webhook& webhook) {
    return TestWorld::answered(webhook,
                               "<Response><Say>Hello</Say><Pause length=\"60\"/></Response>");
  };
  const auto talk = rest.ring();
  const auto talking = "/Calls/" + talk + ".json";
  rest.passes(seconds(5));
  EXPECT_EQ(refusal_in(rest.post(talking, {{"Status", "canceled"}})), "21220 400");
  EXPECT_EQ(rest.post(talking, {{"Url", "https://callout.example/other"}}).status, 200);
  rest.passes(seconds(1));
  EXPECT_EQ(rest.webhooks.back().to.url, "https://callout.example/other");
  EXPECT_EQ(rest.post(talking, {{"Twiml", "<Response><Pause length=\"9\"/></Response>"}}).status,
            200);
  EXPECT_EQ(refusal_in(rest.post(talking, {{"Status", "asleep"}})), "20001 400");
  EXPECT_EQ(refusal_in(rest.post(talking, {})), "21205 400");
  EXPECT_EQ(text_of(json_of(rest.post(talking, {{"Status", "completed"}})), "status"), "completed");
  EXPECT_EQ(refusal_in(rest.post("/Calls/CA1.json", {{"Status", "completed"}})), "20404 404");
}

TEST(RestCalls, OnlyACallThatIsOverIsDeleted) {
  Calls rest;
  rest.answer = [](const Webhook& webhook) {
    return TestWorld::answered(webhook, "<Response><Pause length=\"60\"/></Response>");
  };
  const auto sid = rest.ring();
  const auto path = "/Calls/" + sid + ".json";
  rest.passes(milliseconds(1));
  EXPECT_EQ(refusal_in(rest.remove(path)), "20009 409");
  rest.switchboard.hang_up(sid);
  rest.passes(seconds(3));
  EXPECT_EQ(rest.remove(path).status, 204);
  EXPECT_EQ(rest.get(path).status, 404);
}

}  // namespace
}  // namespace simulator
