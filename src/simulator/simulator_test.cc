#include "simulator/simulator.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "http/server.h"

namespace simulator {
namespace {

using namespace std::chrono_literals;

constexpr const char* line = "+15550100100";
constexpr const char* ana = "+15550100101";
constexpr const char* hello = "<Response><Say>Hello</Say><Gather/><Say>Goodbye</Say></Response>";

void random_bytes(std::span<std::uint8_t> bytes) {
  static std::atomic<std::uint8_t> next{0};
  for (std::uint8_t& byte : bytes) byte = next++;
}

/// An application that answers everything the same, and counts.
class Application {
 public:
  Application()
      : server_(http::ServerOptions(), http::Router({route("/voice"), route("/status")})) {
    serving_ = std::thread([this] { server_.run(); });
  }
  ~Application() {
    server_.stop(0s);
    serving_.join();
  }
  std::string at(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(server_.port()) + path;
  }

  std::set<std::string> tokens() const {
    const std::scoped_lock lock(mutex_);
    return tokens_;
  }

  std::atomic<int> voices{0};
  std::atomic<int> statuses{0};
  std::atomic<bool> is_slow{false};

 private:
  void keep_token(const http::Request& request) {
    const std::scoped_lock lock(mutex_);
    tokens_.emplace(request.field("I-Twilio-Idempotency-Token").value_or("-"));
  }
  http::Route route(const std::string& path) {
    return {.method = http::Method::post,
            .pattern = path,
            .handler = [this, path](const http::Request& request) -> http::Answer {
              ++(path == "/voice" ? voices : statuses);
              keep_token(request);
              if (is_slow) std::this_thread::sleep_for(300ms);
              return http::Response{.status = 200, .content_type = "text/xml", .body = hello};
            },
            .on_error = {}};
  }
  mutable std::mutex mutex_;
  std::set<std::string> tokens_;
  http::Server server_;
  std::thread serving_;
};

Options options_for(const Application& application, Time time) {
  Number number{.sid = {}, .phone_number = line, .friendly_name = "The line"};
  number.voice.url = application.at("/voice");
  number.status_callback.url = application.at("/status");
  return {.account = {.sid = "AC00000000000000000000000000000001", .auth_token = "token"},
          .numbers = {number},
          .random = random_bytes,
          .start = Moment(1h),
          .time = time};
}

std::string ring(Simulator& simulator) {
  return simulator.with([](World&, Switchboard& switchboard, Texting&) {
    return switchboard.ring({.from = ana, .to = line});
  });
}

std::string doing(Simulator& simulator, const std::string& sid) {
  return simulator.with([&](World&, Switchboard& switchboard, Texting&) {
    return switchboard.view(sid)->doing.kind;
  });
}

TEST(Simulator, ByHandNothingPassesBeforeItIsMoved) {
  Application application;
  Simulator simulator(options_for(application, Time::by_hand));
  const std::string sid = ring(simulator);
  EXPECT_EQ(application.voices, 0);
  simulator.advance(1s);
  EXPECT_EQ(application.voices, 1);
  EXPECT_EQ(simulator.now(), Moment(1h + 1s));
  EXPECT_NE(doing(simulator, sid), "over");
  simulator.advance(1min);
  EXPECT_EQ(doing(simulator, sid), "over");
  EXPECT_EQ(application.statuses, 1);
  EXPECT_EQ(simulator.now(), Moment(1h + 1min + 1s));
}

TEST(Simulator, ByHandItGoesFromOneThingToTheNext) {
  Application application;
  Simulator simulator(options_for(application, Time::by_hand));
  const std::string sid = ring(simulator);
  int steps = 0;
  while (simulator.advance_to_next()) ASSERT_LT(++steps, 100);
  EXPECT_EQ(doing(simulator, sid), "over");
  EXPECT_LT(simulator.now(), Moment(1h + 1min));
}

TEST(Simulator, LiveTimePassesByItself) {
  Application application;
  Simulator simulator(options_for(application, Time::live));
  simulator.set_speed(200);
  const std::string sid = ring(simulator);
  for (int waited = 0; waited < 1000 && application.statuses == 0; ++waited)
    std::this_thread::sleep_for(10ms);
  EXPECT_EQ(doing(simulator, sid), "over");
  EXPECT_EQ(application.voices, 1);
  EXPECT_EQ(application.statuses, 1);
}

TEST(Simulator, LiveASlowApplicationHoldsUpItsOwnCallOnly) {
  Application application;
  Simulator simulator(options_for(application, Time::live));
  application.is_slow = true;
  const std::string slow = ring(simulator);
  // Nobody waits with the world locked.
  EXPECT_EQ(doing(simulator, slow), "ringing");
}

TEST(Simulator, AWebhookComesTwiceWhereMishapsHaveItSo) {
  Application application;
  Simulator simulator(options_for(application, Time::by_hand));
  simulator.with([](World& world, Switchboard&, Texting&) { world.chaos.duplicate_percent = 100; });
  const std::string sid = ring(simulator);
  simulator.advance(1min);
  EXPECT_EQ(application.voices, 2);
  EXPECT_EQ(application.statuses, 2);
  const auto exchanges = simulator.with([](World& world, Switchboard&, Texting&) {
    return std::vector<Exchange>(world.wire.begin(), world.wire.end());
  });
  ASSERT_EQ(exchanges.size(), 4U);
  for (std::size_t at = 0; at < exchanges.size(); ++at) EXPECT_EQ(exchanges[at].number, at + 1);
  EXPECT_EQ(application.tokens().size(), 2U);
}

TEST(Simulator, TheTwoAreOnTheirWayAtOnce) {
  // The first is answered when the second has come: one after the other both would time out.
  std::optional<http::Deferred::Reply> first;
  const auto answer = [&first](const http::Request&) -> http::Answer {
    const http::Response document{.content_type = "text/xml", .body = hello};
    if (first) {
      (*first)(http::Answer(document));
      return document;
    }
    return http::Deferred{[&first](http::Deferred::Reply reply) {
      first = std::move(reply);
    }};
  };
  http::Server server({}, http::Router({{.method = http::Method::post,
                                         .pattern = "/voice",
                                         .handler = answer,
                                         .on_error = {}}}));
  std::thread serving([&server] { server.run(); });
  Number number{.sid = {}, .phone_number = line, .friendly_name = "The line"};
  number.voice.url = "http://127.0.0.1:" + std::to_string(server.port()) + "/voice#tt=5000";
  Simulator simulator(
      {.account = {.sid = "AC00000000000000000000000000000001", .auth_token = "token"},
       .numbers = {number},
       .random = random_bytes,
       .start = Moment(1h),
       .time = Time::by_hand});
  simulator.with([](World& world, Switchboard&, Texting&) { world.chaos.duplicate_percent = 100; });
  const std::string sid = ring(simulator);
  simulator.advance(0s);
  EXPECT_EQ(doing(simulator, sid), "saying");
  const bool is_apology = simulator.with(
      [](World& world, Switchboard&, Texting&) { return !world.complaints.empty(); });
  EXPECT_FALSE(is_apology);
  server.stop(0s);
  serving.join();
}

TEST(Simulator, WhoeverWatchesIsToldWhatHasChanged) {
  Application application;
  Simulator simulator(options_for(application, Time::by_hand));
  auto stream = simulator.events().subscribe();
  ASSERT_TRUE(stream);
  ring(simulator);
  simulator.advance(1s);
  const auto topics = stream->subscription->take([] {});
  EXPECT_EQ(topics, (std::vector<std::string>{"calls", "wire"}));
}

}  // namespace
}  // namespace simulator
