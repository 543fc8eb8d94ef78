// A small world for the tests: one account with one number, an application that is a table of
// pages, and time that passes when the test says so.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "simulator/sound.h"
#include "simulator/switchboard.h"
#include "simulator/world.h"

namespace simulator {

using std::chrono::seconds;
using Strings = std::vector<std::string>;
using Codes = std::vector<int>;

inline const std::string ana = "+15550100123";
inline const std::string our_number = "+15550109999";
inline const std::string first_page = "https://app.example/voice/incoming";

inline http::Response document(const std::string& verbs) {
  return {.content_type = "text/xml",
          .body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verbs + "</Response>"};
}

/// A tone that anybody would take for a voice.
inline std::string voice_of(milliseconds length) {
  std::string samples;
  samples.reserve(static_cast<std::size_t>(length.count() * samples_a_millisecond) * 2);
  for (std::int64_t index = 0; index < length.count() * samples_a_millisecond; ++index)
    samples.append(index / 10 % 2 == 0 ? "\x00\x10" : "\x00\xF0", 2);
  return samples;
}
inline std::string silence_of(milliseconds length) {
  return std::string(static_cast<std::size_t>(length.count() * samples_a_millisecond) * 2, '\0');
}

class SmallWorld {
 public:
  SmallWorld() : switchboard(world) {
    world.account = {.sid = "AC" + std::string(32, 'a'), .auth_token = "token"};
    world.rest_base = "http://provider.example";
    world.numbers = {{.sid = "PN" + std::string(32, 'b'),
                      .phone_number = our_number,
                      .friendly_name = "line",
                      .voice = {first_page},
                      .voice_fallback = {},
                      .status_callback = {"https://app.example/voice/status"},
                      .sms = {},
                      .sms_fallback = {}}};
    world.now = Moment(std::chrono::hours(24 * 365 * 50));
    world.random = [this](std::span<std::uint8_t> bytes) {
      for (std::uint8_t& byte : bytes) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        byte = static_cast<std::uint8_t>(seed >> 56U);
      }
    };
    world.changed = [](std::string_view) {
    };
    world.deliver = [this](Webhook webhook, std::function<void(const Outcome&)> then) {
      asked.push_back(webhook);
      under_way_.emplace_back(std::move(webhook), std::move(then));
    };
  }

  /// What each address answers; the path alone will do. Another answers nothing.
  void page(const std::string& path, http::Response answer) {
    pages["https://app.example" + path] = std::move(answer);
  }
  void page(const std::string& path, const char* verbs) { page(path, document(verbs)); }
  /// Of the number's first page.
  void says(const std::string& verbs) { page("/voice/incoming", document(verbs)); }

  std::string ring(const std::string& from = ana) {
    const std::string sid = switchboard.ring({.from = from, .to = our_number});
    run({});
    return sid;
  }

  /// Lets that much time pass.
  void run(milliseconds length) {
    const Moment until = world.now + length;
    answer_all();
    while (auto due = world.agenda.take(until)) {
      world.now = due->moment;
      due->act();
      answer_all();
    }
    world.now = until;
  }
  /// Until nothing more will happen, or the hours are over.
  void run_out(std::chrono::hours longest = std::chrono::hours(6)) {
    const Moment until = world.now + longest;
    while (world.agenda.next() && *world.agenda.next() <= until)
      run(*world.agenda.next() - world.now);
  }

  /// The webhooks so called, in the order they left.
  std::vector<Webhook> asked_for(std::string_view what) const {
    std::vector<Webhook> found;
    for (const Webhook& one : asked)
      if (one.what == what) found.push_back(one);
    return found;
  }
  std::vector<std::string> order() const {
    std::vector<std::string> names;
    for (const Webhook& one : asked) names.push_back(one.what);
    return names;
  }
  /// "say hello", "keys 12", "hang_up"
  std::vector<std::string> transcript(const std::string& sid) const {
    std::vector<std::string> lines;
    const CallView view = switchboard.view(sid).value();
    for (const Heard& one : view.transcript)
      lines.push_back(one.words.empty() ? one.kind : one.kind + " " + one.words);
    return lines;
  }
  std::string doing(const std::string& sid) const { return switchboard.view(sid)->doing.kind; }
  std::string status(const std::string& sid) const { return switchboard.view(sid)->record.status; }
  std::vector<int> complaints() const {
    std::vector<int> codes;
    for (const Complaint& one : world.complaints) codes.push_back(one.fault.code);
    return codes;
  }

  World world;
  Switchboard switchboard;
  std::map<std::string, http::Response> pages;
  std::vector<Webhook> asked;
  bool is_slow = false;               // answers wait until it is not
  std::size_t most_answers = 10'000;  // then the application is gone
  std::uint64_t seed = 1;

 private:
  /// Whatever is played is there, a second long.
  static Outcome sound_for(Outcome outcome) {
    outcome.answer =
        http::Response{.content_type = "audio/x-wav", .body = wav_of(silence_of(seconds(1)))};
    return outcome;
  }
  Outcome answer_of(const Webhook& webhook) {
    Outcome outcome{.url = webhook.to.url, .method = webhook.to.method};
    const auto found = pages.find(webhook.to.url.substr(0, webhook.to.url.find('#')));
    if (webhook.expects == Expects::nothing) return outcome;
    if (webhook.expects == Expects::sound && found == pages.end()) return sound_for(outcome);
    if (found == pages.end() || asked.size() > most_answers)
      outcome.fault = Fault{11200, "nothing there"};
    else
      outcome.fault = webhook.judge(found->second);
    if (!outcome.fault) outcome.answer = found->second;
    const auto fallback = pages.find(webhook.fallback.url);
    if (outcome.fault && fallback != pages.end()) {
      outcome.answer = fallback->second;
      outcome.url = fallback->first;
    }
    return outcome;
  }
  void answer_all() {
    while (!is_slow && !under_way_.empty()) {
      auto [webhook, then] = std::move(under_way_.front());
      under_way_.pop_front();
      then(answer_of(webhook));
    }
  }

  std::deque<std::pair<Webhook, std::function<void(const Outcome&)>>> under_way_;
};

inline std::string param(const Webhook& webhook, std::string_view name) {
  return std::string(http::form_value(webhook.params, name));
}
inline bool has_param(const Webhook& webhook, std::string_view name) {
  for (const auto& [key, value] : webhook.params)
    if (key == name) return true;
  return false;
}

}  // namespace simulator
