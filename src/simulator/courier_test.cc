#include "simulator/courier.h"

#include <thread>

#include <gtest/gtest.h>

#include "simulator/application_test.h"
#include "simulator/signature.h"

namespace simulator {
namespace {

using http::Request;
using http::Response;

const Account account{.sid = "AC00000000000000000000000000000001", .auth_token = "12345"};

Courier courier(ConnectTo connect_to = {}) {
  return {account, std::move(connect_to)};
}

Response fine() {
  return {200, "text/xml", "<Response/>"};
}

Webhook call_webhook(std::string url, http::Method method = http::Method::post) {
  return {.subject = "CA1",
          .what = "incoming call",
          .to = {std::move(url), method},
          .params = {{"CallSid", "CA1"}, {"From", "+15550100123"}, {"Digits", "1 2"}},
          .expects = Expects::voice_document,
          .idempotency_token = "00010203-0405-4607-8809-0a0b0c0d0e0f"};
}

Webhook text_webhook(std::string url, std::string from = "+15550100123") {
  return {.subject = "SM1",
          .what = "incoming message",
          .to = {std::move(url)},
          .params = {{"MessageSid", "SM1"}, {"From", std::move(from)}, {"To", "+15550100900"}},
          .expects = Expects::messaging_document};
}

std::string field(const Request& request, std::string_view name) {
  return std::string(request.field(name).value_or("-"));
}

TEST(Courier, CarriesACallsFormSignedAndWithTheProvidersHeaders) {
  TestApplication application([](const Request&, int) { return fine(); });
  auto one = courier();
  const auto url = application.url("/voice?site=1");
  const auto delivered = one.deliver(call_webhook(url + "#rc=2"));
  ASSERT_EQ(application.requests().size(), 1U);
  const Request request = application.requests()[0];
  EXPECT_EQ(request.method, http::Method::post);
  EXPECT_EQ(request.query, "site=1");
  EXPECT_EQ(http::parse_form(request.body), call_webhook("").params);
  EXPECT_EQ(field(request, "Content-Type"), "application/x-www-form-urlencoded; charset=UTF-8");
  EXPECT_EQ(field(request, "User-Agent"), "TwilioProxy/1.1");
  EXPECT_EQ(field(request, "Accept"), "*/*");
  EXPECT_EQ(field(request, "X-Home-Region"), "us1");
  EXPECT_EQ(field(request, "I-Twilio-Idempotency-Token"), "00010203-0405-4607-8809-0a0b0c0d0e0f");
  EXPECT_EQ(field(request, "X-Twilio-Signature"),
            sign("12345", url, call_webhook("").params, Signer::voice));
  EXPECT_EQ(field(request, "Authorization"), "-");
  ASSERT_TRUE(delivered.outcome.answer);
  EXPECT_EQ(delivered.outcome.answer->body, "<Response/>");
  EXPECT_EQ(delivered.outcome.url, url + "#rc=2");
  EXPECT_FALSE(delivered.outcome.fault);
}

TEST(Courier, AMessagesFormNamesNoCharset) {
  TestApplication application([](const Request&, int) { return fine(); });
  auto one = courier();
  one.deliver(text_webhook(application.url("/sms")));
  EXPECT_EQ(field(application.requests()[0], "Content-Type"), "application/x-www-form-urlencoded");
}

TEST(Courier, ByGetEveryParameterStandsInTheSignedQuery) {
  TestApplication application([](const Request&, int) { return fine(); });
  auto one = courier();
  const auto delivered =
      one.deliver(call_webhook(application.url("/voice?site=%7e1"), http::Method::get));
  const Request request = application.requests()[0];
  EXPECT_EQ(request.method, http::Method::get);
  EXPECT_EQ(request.query, "site=%7e1&CallSid=CA1&From=%2B15550100123&Digits=1%202");
  EXPECT_EQ(request.body, "");
  EXPECT_EQ(field(request, "Content-Type"), "-");
  EXPECT_EQ(field(request, "X-Twilio-Signature"),
            sign("12345", application.url("/voice?") + request.query, {}, Signer::voice));
  EXPECT_EQ(delivered.exchanges[0].url, application.url("/voice?") + request.query);
  EXPECT_EQ(delivered.outcome.url, application.url("/voice?site=%7e1"));
  EXPECT_EQ(delivered.outcome.method, http::Method::get);
}

TEST(Courier, AnAnswerMayTakeItsTimeByGetToo) {
  const WebhookRequest request{.url = *parse_url("http://app.example/"),
                               .method = http::Method::get};
  EXPECT_FALSE(call_of(request, "", {}).gives_up_crawling);
}

TEST(Courier, NotesEachTryAsItWas) {
  TestApplication application([](const Request&, int) {
    std::this_thread::sleep_for(milliseconds(30));
    return fine();
  });
  auto one = courier();
  const auto delivered = one.deliver(call_webhook(application.url("/voice#rc=1")));
  ASSERT_EQ(delivered.exchanges.size(), 1U);
  const Exchange& exchange = delivered.exchanges[0];
  EXPECT_EQ(exchange.subject, "CA1");
  EXPECT_EQ(exchange.what, "incoming call");
  EXPECT_EQ(exchange.url, application.url("/voice"));
  EXPECT_EQ(exchange.params, call_webhook("").params);
  EXPECT_EQ(exchange.signature, field(application.requests()[0], "X-Twilio-Signature"));
  EXPECT_EQ(exchange.attempt, 1);
  EXPECT_FALSE(exchange.is_fallback);
  EXPECT_EQ(exchange.status, 200);
  EXPECT_EQ(exchange.content_type, "text/xml");
  EXPECT_EQ(exchange.body, "<Response/>");
  EXPECT_EQ(exchange.failure, "");
  EXPECT_GE(exchange.took, milliseconds(30));
  EXPECT_LT(exchange.took, milliseconds(5'000));
}

TEST(Courier, AsksElsewhereWhatItSignsAsItStands) {
  TestApplication application([](const Request&, int) { return fine(); });
  auto one = courier({{"https://callout.example", application.base()}});
  const std::string url = "https://callout.example/voice?site=1";
  one.deliver(call_webhook(url));
  const Request request = application.requests()[0];
  EXPECT_EQ(field(request, "Host"), "callout.example");
  EXPECT_EQ(field(request, "X-Twilio-Signature"),
            sign("12345", url, call_webhook("").params, Signer::voice));
}

TEST(Courier, AnotherHostThatBeginsAlikeIsNotMapped) {
  TestApplication application([](const Request&, int) { return fine(); });
  auto one = courier({{"http://127.0.0.1:1", application.base()}});
  const auto delivered = one.deliver(call_webhook("http://127.0.0.1:10/voice#rc=0"));
  EXPECT_TRUE(delivered.outcome.fault);
  EXPECT_TRUE(application.requests().empty());
}

TEST(Courier, KeepsCookiesPerCall) {
  TestApplication application([](const Request&, int number) {
    Response answer = fine();
    if (number == 1) answer.fields = {{"Set-Cookie", "step=1; Path=/"}};
    return answer;
  });
  auto one = courier();
  Webhook webhook = call_webhook(application.url("/voice"));
  one.deliver(webhook);
  one.deliver(webhook);
  webhook.subject = "CA2";
  one.deliver(webhook);
  const auto requests = application.requests();
  EXPECT_EQ(field(requests[0], "Cookie"), "-");
  EXPECT_EQ(field(requests[1], "Cookie"), "step=1");
  EXPECT_EQ(field(requests[2], "Cookie"), "-");
}

TEST(Courier, CookiesLastAsLongInTheSimulatorsTime) {
  TestApplication application([](const Request&, int number) {
    Response answer = fine();
    if (number == 1) answer.fields = {{"Set-Cookie", "step=1; Max-Age=60"}};
    return answer;
  });
  auto one = courier();
  Webhook webhook = call_webhook(application.url("/voice"));
  for (const int seconds : {0, 59, 60}) {
    webhook.leaves = Moment(std::chrono::seconds(seconds));
    one.deliver(webhook);
  }
  EXPECT_EQ(field(application.requests()[1], "Cookie"), "step=1");
  EXPECT_EQ(field(application.requests()[2], "Cookie"), "-");
}

TEST(Courier, KeepsCookiesPerPairOfNumbersOfTexts) {
  TestApplication application([](const Request&, int number) {
    Response answer = fine();
    if (number == 1) answer.fields = {{"Set-Cookie", "seen=yes"}};
    return answer;
  });
  auto one = courier();
  one.deliver(text_webhook(application.url("/sms")));
  Webhook later = text_webhook(application.url("/sms"));
  later.subject = "SM2";
  one.deliver(later);
  one.deliver(text_webhook(application.url("/sms"), "+15550100456"));
  const auto requests = application.requests();
  EXPECT_EQ(field(requests[1], "Cookie"), "seen=yes");
  EXPECT_EQ(field(requests[2], "Cookie"), "-");
}

TEST(Courier, SaysThePasswordOfAnUrlOnlyWhenItIsAsked) {
  TestApplication application([](const Request& request, int) -> Response {
    if (request.field("Authorization")) return fine();
    return {401, "", "", {{"WWW-Authenticate", "Basic realm=\"x\""}}};
  });
  auto one = courier();
  const std::string with_user =
      "http://me:p%40ss@127.0.0.1:" + std::to_string(application.port()) + "/voice";
  const auto delivered = one.deliver(call_webhook(with_user));
  ASSERT_EQ(application.requests().size(), 2U);
  EXPECT_EQ(field(application.requests()[0], "Authorization"), "-");
  EXPECT_EQ(field(application.requests()[1], "Authorization"), "Basic bWU6cEBzcw==");
  EXPECT_TRUE(delivered.outcome.answer);
  EXPECT_EQ(delivered.outcome.url, with_user);
  EXPECT_EQ(delivered.exchanges[0].url, application.url("/voice"));
  EXPECT_EQ(delivered.exchanges[1].signature,
            sign("12345", application.url("/voice"), call_webhook("").params, Signer::voice));
}

TEST(Courier, ARedirectIsFollowedByASignedGetThatHasLostTheDigits) {
  TestApplication application([](const Request& request, int) -> Response {
    if (request.path == "/next") return fine();
    return {302, "", "", {{"Location", "next?x=1"}}};
  });
  auto one = courier();
  const auto delivered = one.deliver(call_webhook(application.url("/voice")));
  const auto requests = application.requests();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests[1].method, http::Method::get);
  EXPECT_EQ(requests[1].query, "x=1&CallSid=CA1&From=%2B15550100123");
  EXPECT_EQ(field(requests[1], "X-Twilio-Signature"),
            sign("12345", application.url("/next?") + requests[1].query, {}, Signer::voice));
  EXPECT_EQ(delivered.outcome.url, application.url("/next?x=1"));
  EXPECT_EQ(delivered.outcome.method, http::Method::get);
}

TEST(Courier, FollowsTenRedirectsAndNoMore) {
  TestApplication application([](const Request& request, int number) -> Response {
    if (request.path == "/ten" && number == 11) return fine();
    return {307, "", "", {{"Location", request.path}}};
  });
  auto one = courier();
  EXPECT_TRUE(one.deliver(call_webhook(application.url("/ten"))).outcome.answer);
  const auto delivered = one.deliver(call_webhook(application.url("/ever")));
  EXPECT_EQ(delivered.exchanges.size(), 11U);
  ASSERT_TRUE(delivered.outcome.fault);
  EXPECT_EQ(delivered.outcome.fault->code, 11215);
  EXPECT_EQ(delivered.exchanges.back().fault->code, 11215);
}

}  // namespace
}  // namespace simulator
