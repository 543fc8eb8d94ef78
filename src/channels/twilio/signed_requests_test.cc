#include "channels/twilio/signed_requests.h"

#include <memory>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "channels/twilio/signature.h"
#include "work/lanes.h"

namespace twilio {
namespace {

constexpr const char* form_of_a_call = "AccountSid=AC1&CallSid=CA1";

class SignedRequestsTest : public testing::Test {
 protected:
  /// The status of the answer; 299 when the request came through.
  int status_of(const http::Request& request) const {
    auto answer = route_.handler(request);
    return std::get<http::Response>(answer.either()).status;
  }
  http::Request signed_request(const std::string& body, const std::string& token = "12345") const {
    http::Request request{.method = http::Method::post,
                          .path = "/twilio/voice/record",
                          .query = "question=3",
                          .fields = {},
                          .body = body,
                          .remote_address = {},
                          .segments = {}};
    const std::string url = "https://line.example.org/twilio/voice/record?question=3";
    const auto form = http::parse_form(body);
    request.fields.push_back({"X-Twilio-Signature", sign(token, url, form.value_or(http::Form()))});
    return request;
  }

  Account account_{.sid = "AC1",
                   .auth_tokens = {"12345", "the next"},
                   .public_base_url = "https://line.example.org"};
  SignedRequests requests_{account_,
                           platform::Log(platform::Level::debug, std::make_shared<std::string>())};
  http::Route route_ = requests_.route(
      "/twilio/voice/record", {"CallSid"},
      [](const http::Request&, const http::Form&) { return http::Response{.status = 299}; });
};

TEST_F(SignedRequestsTest, LetTheProviderThrough) {
  EXPECT_EQ(status_of(signed_request(form_of_a_call)), 299);
  EXPECT_EQ(status_of(signed_request(form_of_a_call, "the next")), 299);
}

TEST_F(SignedRequestsTest, RefuseEverybodyElse) {
  http::Request unsigned_one = signed_request(form_of_a_call);
  unsigned_one.fields.clear();
  EXPECT_EQ(status_of(unsigned_one), 403);
  EXPECT_EQ(status_of(signed_request(form_of_a_call, "another token")), 403);
  http::Request altered = signed_request(form_of_a_call);
  altered.body += "&Digits=1";
  EXPECT_EQ(status_of(altered), 403);
  http::Request moved = signed_request(form_of_a_call);
  moved.query = "question=4";
  EXPECT_EQ(status_of(moved), 403);
  EXPECT_EQ(status_of(signed_request("AccountSid=AC2&CallSid=CA1")), 403);
}

TEST_F(SignedRequestsTest, SayWhenARequestIsNone) {
  EXPECT_EQ(status_of(signed_request("%")), 400);
  EXPECT_EQ(status_of(signed_request("AccountSid=AC1")), 400);
  EXPECT_EQ(status_of(signed_request("AccountSid=AC1&CallSid=")), 400);
}

TEST_F(SignedRequestsTest, FailWithoutWords) {
  const auto failed = route_.on_error(http::Request(), std::runtime_error("the disk is full"));
  EXPECT_EQ(failed.status, 500);
  EXPECT_EQ(failed.body, "");
  EXPECT_EQ(route_.on_error(http::Request(), work::Overload("full")).status, 503);
}

}  // namespace
}  // namespace twilio
