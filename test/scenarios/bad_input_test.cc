// What is not from the provider, or not whole, changes nothing and learns nothing.
#include <algorithm>

#include "scenarios/scenario.h"

namespace scenario {
namespace {

const std::string incoming = "/twilio/sms/incoming";

class BadInput : public Scenario {
 protected:
  Params sick() { return text_params(next_sid(), ana, "sick today"); }
  std::string signature_of(const Params& params) {
    return other_sides().sign(auth_token, public_base + incoming, params);
  }
  void expect_refused(const HttpReply& reply, int status) {
    EXPECT_EQ(reply.status, status) << reply.body;
    EXPECT_EQ(reply.body.find("<Response"), std::string::npos);
    EXPECT_EQ(number("SELECT COUNT(*) FROM attempts"), 0);
    EXPECT_EQ(number("SELECT COUNT(*) FROM webhook_answers"), 0);
  }
};

TEST_F(BadInput, UnsignedIsRefused) {
  expect_refused(post(incoming, sick(), ""), 403);
}

TEST_F(BadInput, AlteredIsRefused) {
  Params params = sick();
  const std::string signature = signature_of(params);
  std::ranges::find(params, "From", &std::pair<std::string, std::string>::first)->second = ben;
  expect_refused(post(incoming, params, signature), 403);
}

TEST_F(BadInput, SignedWithAnotherTokenIsRefused) {
  const Params params = sick();
  expect_refused(
      post(incoming, params, other_sides().sign("another", public_base + incoming, params)), 403);
}

TEST_F(BadInput, SignedForAnotherAccountIsRefused) {
  Params params = sick();
  std::ranges::find(params, "AccountSid", &std::pair<std::string, std::string>::first)->second =
      "AC00000000000000000000000000000002";
  expect_refused(post(incoming, params, signature_of(params)), 403);
}

TEST_F(BadInput, SignedForAnotherPathIsRefused) {
  const Params params = sick();
  expect_refused(post("/twilio/sms/fallback", params, signature_of(params)), 403);
}

TEST_F(BadInput, AMalformedFormIsRefused) {
  http::Client client;
  for (const char* body : {"Body=%zz", "Body=%", "Body=%f", "Body=%ff%fe"}) {
    const auto outcome =
        client.call({.method = http::Method::post,
                     .url = "http://127.0.0.1:" + std::to_string(callout().port()) + incoming,
                     .fields = {{"Content-Type", "application/x-www-form-urlencoded"},
                                {"X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8="}},
                     .body = body});
    EXPECT_EQ(std::get<http::Response>(outcome).status, 400) << body;
  }
}

TEST_F(BadInput, ATextWithoutAnIdIsRefused) {
  Params params = sick();
  std::erase_if(params, [](const auto& param) { return param.first == "MessageSid"; });
  expect_refused(post(incoming, params, signature_of(params)), 400);
}

TEST_F(BadInput, ABodyOver64KilobytesIsRefused) {
  Params params = sick();
  params.emplace_back("Padding", std::string(70'000, 'x'));
  expect_refused(post(incoming, params, "RSOYDt4T1cUTdK1PDd93/VVr8B8="), 413);
}

TEST_F(BadInput, OtherMethodsAndPathsAreRefused) {
  EXPECT_EQ(get(incoming).status, 405);
  EXPECT_EQ(get("/twilio/sms/nothing").status, 404);
}

TEST_F(BadInput, AForgedStatusChangesNothing) {
  leaves_aside({"reply", "receipt", "call_out_recorded"});
  phone(ana).texts("sick today");
  const std::string before = rows("SELECT GROUP_CONCAT(state) FROM outbox").front();
  EXPECT_EQ(
      post("/twilio/sms/status?notice=1", {{"MessageSid", "SM1"}, {"MessageStatus", "failed"}}, "x")
          .status,
      403);
  EXPECT_EQ(rows("SELECT GROUP_CONCAT(state) FROM outbox").front(), before);
}

TEST_F(BadInput, HostileTextsAreTakenWithoutHarm) {
  leaves_aside({"unclear_text"});
  const std::string null_inside("sick\0 today", 11);
  for (const std::string& body :
       {null_inside, std::string("<Response><Message>x</Message></Response>"),
        std::string(1600, 'A'), std::string("=HYPERLINK(\"http://evil.example\")"),
        std::string("sick today\r\nBcc: all@example.org"), std::string("\xE2\x80\xAEyadot kcis"),
        std::string("'; DROP TABLE users; --"), std::string("💀💀💀")}) {
    const Params params = text_params(next_sid(), ana, body);
    EXPECT_EQ(post_signed(incoming, params).status, 200) << body;
  }
  settle();
  EXPECT_EQ(number("SELECT COUNT(*) FROM users"), 10);
}

TEST_F(BadInput, ADatabaseThatCannotBeWrittenIsAnErrorNeverARecorded) {
  change(
      "CREATE TRIGGER full BEFORE INSERT ON call_out_records BEGIN SELECT RAISE(ABORT, 'disk "
      "full'); END");
  const Params params = sick();
  const HttpReply reply = post_signed(incoming, params);
  EXPECT_GE(reply.status, 500);
  EXPECT_EQ(reply.body.find("recorded"), std::string::npos);
  EXPECT_EQ(number("SELECT COUNT(*) FROM webhook_answers"), 0);
  // The provider takes its fallback; the disk has room again by then.
  change("DROP TRIGGER full");
  const HttpReply fallback = post_signed("/twilio/sms/fallback", params);
  EXPECT_EQ(fallback.status, 200);
  EXPECT_NE(fallback.body.find("Call-out recorded"), std::string::npos);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records"), 1);
}

TEST_F(BadInput, HealthIsToldToAnybodyAndNothingElse) {
  EXPECT_EQ(get("/healthz").status, 200);
  EXPECT_EQ(get("/readyz").status, 200);
}

}  // namespace
}  // namespace scenario
