#include "channels/api/event_routes.h"

#include <future>
#include <variant>

#include <gtest/gtest.h>

#include "channels/api/site.h"
#include "store/migrate.h"
#include "store/queries/sessions.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace api {
namespace {

constexpr base::Moment now{std::chrono::seconds(1'795'425'480)};

using Outcome = std::variant<http::Answer, std::exception_ptr>;

class EventRoutes : public testing::Test {
 protected:
  EventRoutes() {
    EXPECT_TRUE(store::migrate(*database_).ok());
    database_->write([](store::Transaction& tx) {
      tx.run(
          "INSERT INTO users (id, name, first_name, language, created_at, updated_at) VALUES"
          " (1, 'Ana Ruiz', 'Ana', 'en', 0, 0)");
      store::add_session(tx, "token",
                         {.user = people::UserId(1), .expires = now + std::chrono::hours(1)}, now);
    });
  }

  /// What a browser with that cookie gets.
  http::Answer listen(const std::string& cookie) {
    http::Request request;
    request.path = "/api/v1/events";
    if (!cookie.empty()) request.fields.push_back({"Cookie", cookie});
    const http::Router router(event_routes(guard_, hub_));
    auto answer = router.find(http::Method::get, request.path).route->handler(request);
    if (!std::holds_alternative<http::Deferred>(answer.either())) return answer;
    std::promise<Outcome> promise;
    std::get<http::Deferred>(answer.either()).start([&promise](Outcome outcome) {
      promise.set_value(std::move(outcome));
    });
    return std::get<http::Answer>(promise.get_future().get());
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_ =
      store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
  http::EventHub hub_{{.max_streams = 1}};
  work::Lanes lanes_{*database_};
  Guard guard_{lanes_, [] { return now; }, platform::TimeZone::find("UTC").value(),
               Site{.origin = "http://localhost:8080", .is_secure = false}};
};

TEST_F(EventRoutes, WhoeverIsSignedInMayListen) {
  auto answer = listen("callout=token");
  ASSERT_TRUE(std::holds_alternative<http::EventStream>(answer.either()));
  const auto& stream = std::get<http::EventStream>(answer.either());
  hub_.publish("alarms");
  EXPECT_EQ(stream.subscription->take([] {}), std::vector<std::string>{"alarms"});
}

TEST_F(EventRoutes, NobodyElseMayAndTakesNoPlace) {
  for (const char* cookie : {"", "callout=unknown"}) {
    auto answer = listen(cookie);
    EXPECT_EQ(std::get<http::Response>(answer.either()).status, 401) << cookie;
  }
  EXPECT_EQ(hub_.streams(), 0U);
}

TEST_F(EventRoutes, TooManyListenersAreAskedToComeBack) {
  const auto first = listen("callout=token");
  auto second = listen("callout=token");
  const auto& refusal = std::get<http::Response>(second.either());
  EXPECT_EQ(refusal.status, 503);
  EXPECT_EQ(refusal.content_type, "application/problem+json");
  EXPECT_EQ(refusal.field("Retry-After"), "30");
}

}  // namespace
}  // namespace api
