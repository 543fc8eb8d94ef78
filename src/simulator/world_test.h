// For tests: a World whose time passes as the story says and whose webhooks are kept, and answered
// by the story.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "simulator/world.h"

namespace simulator {

inline constexpr const char* line_number = "+15550100900";
inline constexpr const char* their_number = "+15550100123";
inline constexpr const char* test_account = "AC00000000000000000000000000000001";

struct TestWorld {
  World world;
  std::vector<Webhook> webhooks;
  /// What comes of a webhook: an empty document, unless a story wants otherwise.
  std::function<Outcome(const Webhook&)> answer = [](const Webhook& webhook) {
    return answered(webhook, "<Response/>");
  };

  TestWorld() {
    using namespace std::chrono;
    world.account = {.sid = test_account, .auth_token = "12345"};
    world.rest_base = "http://provider.example";
    world.now = sys_days(2026y / November / 22d) + 15h + 4min + 5s;
    world.numbers.push_back({.sid = "PN00000000000000000000000000000001",
                             .phone_number = line_number,
                             .friendly_name = "The line",
                             .voice = {"https://callout.example/twilio/voice/incoming"},
                             .voice_fallback = {},
                             .status_callback = {},
                             .sms = {"https://callout.example/twilio/sms/incoming"},
                             .sms_fallback = {"https://callout.example/fallback"},
                             .created = world.now,
                             .updated = world.now});
    world.random = [next = std::uint8_t{0}](std::span<std::uint8_t> bytes) mutable {
      for (auto& byte : bytes) byte = next++;
    };
    world.changed = [](std::string_view) {
    };
    world.deliver = [this](Webhook webhook, std::function<void(const Outcome&)> then) {
      webhooks.push_back(webhook);
      on_their_way_.emplace_back(std::move(webhook), std::move(then));
    };
  }
  TestWorld(const TestWorld&) = delete;
  TestWorld& operator=(const TestWorld&) = delete;

  static Outcome answered(const Webhook& webhook, std::string document,
                          std::string content_type = "text/xml") {
    return {.answer = http::Response{200, std::move(content_type), std::move(document), {}},
            .url = webhook.to.url,
            .method = webhook.to.method};
  }

  /// Lets so much time pass, with everything that falls due; webhooks take none.
  void passes(milliseconds time) {
    const Moment end = world.now + time;
    settle();
    while (auto due = world.agenda.take(end)) {
      world.now = due->moment;
      due->act();
      settle();
    }
    world.now = end;
  }

  /// The webhooks of that kind.
  std::vector<Webhook> sent(std::string_view what) const {
    std::vector<Webhook> found;
    for (const Webhook& webhook : webhooks) {
      if (webhook.what == what) found.push_back(webhook);
    }
    return found;
  }

 private:
  void settle() {
    while (!on_their_way_.empty()) {
      auto [webhook, then] = std::move(on_their_way_.front());
      on_their_way_.pop_front();
      then(answer(webhook));
    }
  }

  std::deque<std::pair<Webhook, std::function<void(const Outcome&)>>> on_their_way_;
};

}  // namespace simulator
