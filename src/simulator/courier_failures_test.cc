// What the courier makes of an application that fails: repeats, faults and the fallback.
#include <thread>

#include <gtest/gtest.h>

#include "http/event_hub.h"
#include "simulator/application_test.h"
#include "simulator/courier.h"
#include "simulator/signature.h"

namespace simulator {
namespace {

using http::Request;
using http::Response;

const Account account{.sid = "AC00000000000000000000000000000001", .auth_token = "12345"};

Delivered deliver(const Webhook& webhook) {
  Courier courier(account, {});
  return courier.deliver(webhook);
}

Webhook webhook(std::string url, std::string fallback = "") {
  return {.subject = "CA1",
          .what = "Gather action",
          .to = {std::move(url)},
          .fallback = {std::move(fallback)},
          .params = {{"CallSid", "CA1"}, {"Digits", "1"}},
          .expects = Expects::voice_document,
          .idempotency_token = "00010203-0405-4607-8809-0a0b0c0d0e0f"};
}

Response status(int number) {
  return {number, "text/plain", "no", {}};
}

int code_of(const Delivered& delivered) {
  return delivered.outcome.fault ? delivered.outcome.fault->code : 0;
}

/// A port on which nobody listens.
std::string closed_url() {
  const TestApplication gone([](const Request&, int) { return status(200); });
  return gone.url("/voice");
}

TEST(CourierFailures, AnErrorAnswerIsNotRepeatedUnlessTheUrlSaysSo) {
  TestApplication application([](const Request&, int) { return status(500); });
  const auto delivered = deliver(webhook(application.url("/voice")));
  EXPECT_EQ(application.requests().size(), 1U);
  EXPECT_EQ(code_of(delivered), 11200);
  EXPECT_FALSE(delivered.outcome.answer);
  EXPECT_EQ(delivered.exchanges[0].fault->code, 11200);
  EXPECT_EQ(delivered.exchanges[0].status, 500);
}

TEST(CourierFailures, RepeatsAsOftenAsTheUrlSaysUnderOneToken) {
  TestApplication application(
      [](const Request&, int number) { return status(number == 3 ? 200 : 503); });
  const auto delivered = deliver(webhook(application.url("/voice#rc=3&rp=5xx")));
  const auto requests = application.requests();
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[0].field("I-Twilio-Idempotency-Token"),
            requests[2].field("I-Twilio-Idempotency-Token"));
  EXPECT_EQ(delivered.exchanges[2].attempt, 3);
  EXPECT_TRUE(delivered.outcome.answer);
  EXPECT_FALSE(delivered.outcome.fault);
}

TEST(CourierFailures, RepeatsOnlyWhatThePolicyNames) {
  TestApplication application([](const Request&, int) { return status(404); });
  deliver(webhook(application.url("/voice#rc=2&rp=5xx,ct,rt")));
  EXPECT_EQ(application.requests().size(), 1U);
  deliver(webhook(application.url("/voice#rc=2&rp=4xx")));
  EXPECT_EQ(application.requests().size(), 4U);
}

TEST(CourierFailures, AFailedConnectionIsTriedOnceMore) {
  const auto delivered = deliver(webhook(closed_url()));
  ASSERT_EQ(delivered.exchanges.size(), 2U);
  EXPECT_EQ(delivered.exchanges[1].attempt, 2);
  EXPECT_EQ(delivered.exchanges[1].status, 0);
  EXPECT_NE(delivered.exchanges[1].failure, "");
  EXPECT_EQ(code_of(delivered), 11205);
}

TEST(CourierFailures, ANameThatIsNoHostsIsAnErrorOfItsOwn) {
  EXPECT_EQ(code_of(deliver(webhook("http://nowhere.invalid/voice#rc=0"))), 11210);
}

TEST(CourierFailures, ASlowAnswerIsGivenUpAndRepeatedIfThePolicyNamesIt) {
  TestApplication application([](const Request&, int number) -> http::Answer {
    if (number == 2) return status(200);
    return http::Deferred{[](const http::Deferred::Reply&) {
    }};
  });
  const auto delivered = deliver(webhook(application.url("/voice#rt=1500&rc=1&rp=rt")));
  EXPECT_TRUE(delivered.outcome.answer);
  EXPECT_GE(delivered.exchanges[0].took, milliseconds(1'400));
  EXPECT_LT(delivered.exchanges[0].took, milliseconds(10'000));
  EXPECT_EQ(delivered.exchanges[0].fault->code, 11200);
}

TEST(CourierFailures, AConnectionThatClosesUnansweredIsAViolationOfTheProtocol) {
  TestApplication application([](const Request&, int) -> http::Answer { return http::Silence(); });
  const auto delivered = deliver(webhook(application.url("/voice#rc=2&rp=rt")));
  EXPECT_EQ(code_of(delivered), 11206);
  EXPECT_EQ(application.requests().size(), 3U);
}

TEST(CourierFailures, AnAnswerThatBreaksOffIsNotAskedForAgain) {
  // An event stream begins at once, and goes on.
  http::EventHub hub;
  TestApplication application(
      [&hub](const Request&, int) -> http::Answer { return *hub.subscribe(); });
  const auto delivered = deliver(webhook(application.url("/voice#rt=500&rc=3&rp=all")));
  EXPECT_EQ(delivered.exchanges.size(), 1U);
  EXPECT_EQ(code_of(delivered), 11200);
}

TEST(CourierFailures, AllRepeatsTogetherStayWithinTheTotal) {
  TestApplication application([](const Request&, int) -> http::Answer {
    return http::Deferred{[](const http::Deferred::Reply&) {
    }};
  });
  const auto start = std::chrono::steady_clock::now();
  const auto delivered = deliver(webhook(application.url("/voice#tt=1000&rt=400&rc=5&rp=all")));
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(10'000));
  // Two whole ones, and what is left; on a busy machine less.
  EXPECT_GE(delivered.exchanges.size(), 2U);
  EXPECT_LE(delivered.exchanges.size(), 3U);
}

TEST(CourierFailures, ABadPolicyFailsWithoutARequest) {
  TestApplication application([](const Request&, int) { return status(200); });
  const auto delivered = deliver(webhook(application.url("/voice#rp=sometimes")));
  EXPECT_EQ(code_of(delivered), 11243);
  EXPECT_TRUE(application.requests().empty());
  EXPECT_EQ(delivered.exchanges.size(), 1U);
}

TEST(CourierFailures, WhatIsNoAddressForWebhooksFailsWithoutARequest) {
  for (const char* url : {"", "voice", "ftp://callout.example/", "http://call_out.example/voice"}) {
    const auto delivered = deliver(webhook(url));
    EXPECT_EQ(code_of(delivered), 11100) << url;
    ASSERT_EQ(delivered.exchanges.size(), 1U) << url;
    EXPECT_EQ(delivered.exchanges[0].status, 0);
  }
}

TEST(CourierFailures, ADocumentIsAtMost64Kilobytes) {
  TestApplication application([](const Request& request, int) -> Response {
    const std::size_t size = request.path == "/fits" ? 64 * 1024 : 64 * 1024 + 1;
    return {200, request.path == "/sound" ? "audio/wav" : "text/xml", std::string(size, ' '), {}};
  });
  EXPECT_EQ(code_of(deliver(webhook(application.url("/fits")))), 0);
  EXPECT_EQ(code_of(deliver(webhook(application.url("/long")))), 11750);
  EXPECT_EQ(code_of(deliver(webhook(application.url("/sound")))), 0);
}

TEST(CourierFailures, AnAnswerThatIsNotReadMayBeAnything) {
  TestApplication application([](const Request&, int) -> Response {
    return {200, "text/html", std::string(100 * 1024, ' '), {}};
  });
  Webhook callback = webhook(application.url("/status"));
  callback.expects = Expects::nothing;
  EXPECT_EQ(code_of(deliver(callback)), 0);
}

TEST(CourierFailures, WhatTheJudgeFindsWrongGoesToTheFallback) {
  TestApplication application([](const Request& request, int) -> Response {
    return {200, "text/xml", request.path == "/voice" ? "<Respons/>" : "<Response/>", {}};
  });
  Webhook one = webhook(application.url("/voice#rc=2&rp=all"), application.url("/fallback"));
  one.judge = [](const Response& answer) -> std::optional<Fault> {
    if (answer.body == "<Response/>") return {};
    return Fault{12100, "Document parse failure"};
  };
  const auto delivered = deliver(one);
  const auto requests = application.requests();
  ASSERT_EQ(requests.size(), 2U);  // it is not asked again for what it has answered
  const auto form = http::parse_form(requests[1].body);
  ASSERT_TRUE(form);
  EXPECT_EQ(http::form_value(*form, "CallSid"), "CA1");
  EXPECT_EQ(http::form_value(*form, "Digits"), "1");
  EXPECT_EQ(http::form_value(*form, "ErrorCode"), "12100");
  EXPECT_EQ(http::form_value(*form, "ErrorUrl"), application.url("/voice"));
  EXPECT_EQ(requests[0].field("I-Twilio-Idempotency-Token"),
            requests[1].field("I-Twilio-Idempotency-Token"));
  EXPECT_EQ(*requests[1].field("X-Twilio-Signature"),
            sign("12345", application.url("/fallback"), *form, Signer::voice));
  EXPECT_TRUE(delivered.exchanges[1].is_fallback);
  EXPECT_EQ(delivered.outcome.answer->body, "<Response/>");
  EXPECT_EQ(delivered.outcome.url, application.url("/fallback"));
  EXPECT_EQ(code_of(delivered), 12100);
}

TEST(CourierFailures, WithoutAnyAnswerTheFaultIsThePrimarys) {
  TestApplication application(
      [](const Request& request, int) { return status(request.path == "/voice" ? 200 : 500); });
  const auto delivered = deliver(webhook(closed_url(), application.url("/fallback")));
  EXPECT_FALSE(delivered.outcome.answer);
  EXPECT_EQ(code_of(delivered), 11205);
  EXPECT_EQ(delivered.exchanges.back().fault->code, 11200);
  EXPECT_EQ(delivered.outcome.fallback_fault->code, 11200);
}

}  // namespace
}  // namespace simulator
