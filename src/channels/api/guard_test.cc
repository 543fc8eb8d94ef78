#include "channels/api/guard.h"

#include "channels/api/door_test.h"
#include "channels/api/problem.h"

namespace api {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using http::Method;

http::Answer said(store::Transaction&, const Viewer& viewer, const http::Request&) {
  return http::Response{.status = 200, .content_type = "text/plain", .body = viewer.name};
}

class GuardTest : public Door {
 protected:
  explicit GuardTest(bool is_secure = false) : Door(is_secure) {
    const Guard at = guard();
    serve({at.get("/read", said), at.get_noted("/noted", said), at.get_unattended("/live", said),
           at.post("/post", said), at.put("/put", said), at.del("/del", said),
           at.get("/fails",
                  [](store::Transaction&, const Viewer&, const http::Request&) -> http::Answer {
                    throw std::runtime_error("secret");
                  }),
           at.get("/full",
                  [](store::Transaction&, const Viewer&, const http::Request&) -> http::Answer {
                    throw work::Overload("full");
                  })});
  }
  /// Every route of the guard that needs a session.
  std::vector<std::pair<Method, std::string>> guarded() const {
    return {{Method::get, "/read"},
            {Method::get, "/noted"},
            {Method::get, "/live"},
            {Method::post, "/post"},
            {Method::put, "/put"},
            {Method::del, "/del"},
            {Method::get, "/session"},
            {Method::post, "/session/confirmation"},
            {Method::put, "/session/language"}};
  }
  void come_in(const std::string& more = "") {
    cookie_.clear();
    EXPECT_EQ(keep(sign_in_as("boss@example.org", password, more)).status, 200);
  }
  int status(const std::string& path, std::vector<http::Field> fields = {}) {
    return get(path, std::move(fields)).status;
  }
};

TEST_F(GuardTest, LetsNobodyThroughWithoutASession) {
  for (const char* cookie : {"", "callout=", "callout=unknown", "other=1"}) {
    cookie_ = cookie;
    for (const auto& [method, path] : guarded()) {
      const auto answer = ask(method, path, method == Method::get ? "" : "{}");
      EXPECT_EQ(answer.status, 401) << path << cookie;
      EXPECT_TRUE(is_problem(answer, "sign-in-needed")) << path;
      EXPECT_EQ(answer.field("Cache-Control"), "no-store");
    }
  }
}

TEST_F(GuardTest, LetsNobodyThroughFromAnotherSite) {
  come_in();
  for (const auto& [method, path] : guarded()) {
    if (method == Method::get) continue;
    for (const http::Field& sign :
         {http::Field{"Sec-Fetch-Site", "cross-site"}, http::Field{"Sec-Fetch-Site", "same-site"},
          http::Field{"Origin", "https://evil.example"}, http::Field{"Origin", "null"}}) {
      const auto answer = ask(method, path, "{}", {sign});
      EXPECT_EQ(answer.status, 403) << path << sign.value;
      EXPECT_TRUE(is_problem(answer, "other-site")) << path;
    }
  }
  EXPECT_EQ(post("/session", "{}", {{"Origin", "https://evil.example"}}).status, 403);
  EXPECT_EQ(post("/post", "{}", {{"Sec-Fetch-Site", "same-origin"}}).status, 200);
  EXPECT_EQ(post("/post", "{}", {{"Origin", "http://localhost:5000"}}).status, 200);
  const std::string host = "127.0.0.1:" + std::to_string(server_->port());
  EXPECT_EQ(post("/post", "{}", {{"Origin", "https://" + host}}).status, 200) << "by its own name";
}

TEST_F(GuardTest, LetsNobodyThroughWhoseSessionIsOver) {
  come_in();
  pass(30min);
  for (const auto& [method, path] : guarded()) {
    const auto answer = ask(method, path, method == Method::get ? "" : "{}");
    EXPECT_EQ(answer.status, 401) << path;
    EXPECT_TRUE(answer.field("Set-Cookie")->find("Max-Age=0") != std::string::npos) << path;
  }
}

TEST_F(GuardTest, TakesNoBodyThatIsNotJson) {
  come_in();
  http::Call call{.method = Method::post,
                  .url = "http://127.0.0.1:" + std::to_string(server_->port()) + "/api/v1/post",
                  .fields = {{"Cookie", cookie_}, {"Content-Type", "text/plain"}},
                  .body = "{}"};
  http::Client client;
  const auto outcome = client.call(call);
  EXPECT_TRUE(is_problem(std::get<http::Response>(outcome), "not-json"));
  EXPECT_EQ(ask(Method::del, "/del").status, 200) << "none is needed";
}

TEST_F(GuardTest, TwoCookiesOfTheNameAreNone) {
  come_in();
  cookie_ += "; callout=planted";
  EXPECT_EQ(status("/read"), 401);
}

TEST_F(GuardTest, UseKeepsASessionAliveForTwelveHoursAtMost) {
  come_in();
  for (int quarter = 0; quarter < 47; ++quarter) {
    pass(15min);
    EXPECT_EQ(status("/read"), 200) << quarter;
  }
  pass(15min);
  EXPECT_EQ(status("/read"), 401);
}

TEST_F(GuardTest, WhatNobodyAskedForByHandKeepsNothingAlive) {
  come_in();
  pass(20min);
  EXPECT_EQ(status("/read", {{"Callout-Background", "1"}}), 200);
  EXPECT_EQ(status("/live"), 200);
  EXPECT_EQ(status("/noted", {{"Callout-Background", "1"}}), 200);
  pass(10min);
  EXPECT_EQ(status("/read"), 401);
}

TEST_F(GuardTest, UseIsWrittenOnceAMinute) {
  come_in();
  pass(59s);
  status("/read");
  EXPECT_EQ(number("SELECT last_seen_at FROM sessions"), base::epoch_seconds(start));
  pass(1s);
  status("/read");
  EXPECT_EQ(number("SELECT last_seen_at FROM sessions"), base::epoch_seconds(start) + 60);
}

TEST_F(GuardTest, TheirOwnDeviceIsRememberedForThirtyDaysWithoutUse) {
  come_in(R"(,"remember":true)");
  pass(24h);
  const auto renewed = get("/read");
  EXPECT_EQ(renewed.status, 200);
  ASSERT_TRUE(renewed.field("Set-Cookie"));
  EXPECT_NE(renewed.field("Set-Cookie")->find("Max-Age=2592000"), std::string::npos);
  pass(2min);
  EXPECT_FALSE(get("/read").field("Set-Cookie")) << "at most once a day";
  pass(720h - 1h);
  EXPECT_EQ(status("/read"), 200);
  pass(720h);
  EXPECT_EQ(status("/read"), 401);
}

TEST_F(GuardTest, RolesAndEmploymentAreReadAnew) {
  come_in();
  write([](store::Transaction& tx) {
    tx.run("UPDATE user_roles SET role = 'hr' WHERE user_id = 5");
  });
  EXPECT_NE(get("/session").body.find("\"hr\""), std::string::npos);
  write([](store::Transaction& tx) { tx.run("UPDATE users SET is_active = 0 WHERE id = 5"); });
  EXPECT_EQ(status("/read"), 401);
}

TEST_F(GuardTest, TellsNothingOfWhatWentWrongInside) {
  come_in();
  const auto failed = get("/fails");
  EXPECT_EQ(failed.status, 500);
  EXPECT_TRUE(is_problem(failed, "trouble"));
  EXPECT_EQ(failed.body.find("secret"), std::string::npos);
  const auto full = get("/full");
  EXPECT_EQ(full.status, 503);
  EXPECT_TRUE(is_problem(full, "busy"));
  EXPECT_TRUE(full.field("Retry-After"));
}

class SecureGuard : public GuardTest {
 protected:
  SecureGuard() : GuardTest(true) {}
};

TEST_F(SecureGuard, TheCookieIsForThisHostAlone) {
  const auto answer = sign_in_as("boss@example.org", password);
  const std::string cookie(answer.field("Set-Cookie").value());
  EXPECT_TRUE(cookie.starts_with("__Host-callout="));
  for (const char* attribute : {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"}) {
    EXPECT_NE(cookie.find(attribute), std::string::npos) << attribute;
  }
  EXPECT_EQ(cookie.find("Domain"), std::string::npos);
  EXPECT_EQ(cookie.find("Max-Age"), std::string::npos) << "gone with the browser";
  cookie_ = "callout=" + cookie.substr(15, cookie.find(';') - 15);
  EXPECT_EQ(status("/read"), 401) << "under another name";
}

}  // namespace
}  // namespace api
