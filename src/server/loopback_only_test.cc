#include "server/loopback_only.h"

#include <gtest/gtest.h>

namespace server {
namespace {

int status_of(http::Method method, std::vector<http::Field> fields) {
  const auto routes = loopback_only({{.method = method,
                                      .pattern = "/api/calls",
                                      .handler = [](const http::Request&) -> http::Answer {
                                        return http::Response{.status = 200};
                                      },
                                      .on_error = {}}});
  http::Request request;
  request.method = method;
  request.fields = std::move(fields);
  return std::get<http::Response>(routes.front().handler(request).either()).status;
}

TEST(LoopbackOnly, AnswersUnderTheNamesOfThisMachine) {
  for (const char* host : {"127.0.0.1:5001", "localhost:5001", "localhost", "[::1]:5001", "[::1]"})
    EXPECT_EQ(status_of(http::Method::get, {{"Host", host}}), 200) << host;
}

TEST(LoopbackOnly, RefusesWhatWasMeantForAnotherHost) {
  for (const char* host :
       {"evil.example:5001", "127.0.0.1.evil.example", "localhost.evil", "", "192.168.1.7"})
    EXPECT_EQ(status_of(http::Method::get, {{"Host", host}}), 403) << host;
  EXPECT_EQ(status_of(http::Method::get, {}), 403);
}

TEST(LoopbackOnly, RefusesChangesByPagesOfOtherOrigins) {
  const http::Field host{"Host", "127.0.0.1:5001"};
  EXPECT_EQ(status_of(http::Method::post, {host, {"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(status_of(http::Method::post, {host, {"Sec-Fetch-Site", "same-site"}}), 403);
  EXPECT_EQ(status_of(http::Method::post, {host, {"Sec-Fetch-Site", "same-origin"}}), 200);
  EXPECT_EQ(status_of(http::Method::post, {host}), 200);  // no browser
}

}  // namespace
}  // namespace server
