// The verbs of a document: each is begun, and what it came to leads to the next or to a new
// document.
#include <utility>

#include "simulator/live_call.h"
#include "simulator/live_call_params.h"
#include "simulator/url.h"

namespace simulator {
namespace {

/// A host name with an underscore is refused for callbacks (twilio.md 3.1).
bool is_refused(const std::string& url) {
  const std::size_t host = url.find("://") + 3;
  const std::size_t end = url.find_first_of("/?#", host);
  return url.substr(host, end - host).find('_') != std::string::npos;
}

/// By mishap: longer than a status or a recording's callback takes.
constexpr milliseconds overtaken{6'000};

/// Whether the call rings on while it runs.
bool leaves_unanswered(const Verb& verb) {
  return std::holds_alternative<verb::Pause>(verb) || std::holds_alternative<verb::Reject>(verb);
}

}  // namespace

void LiveCall::go_on() {
  ++turn_;
  activity_ = std::monostate();
  line_.voice().forget(line_.now());
  while (next_ < verbs_.size()) {
    Verb verb = std::move(verbs_[next_++]);
    if (!leaves_unanswered(verb)) pick_up(Heard::Who::provider);
    if (std::visit([&](auto& one) { return begin(std::move(one)); }, verb)) return;
  }
  pick_up(Heard::Who::provider);
  finish("completed", Heard::Who::line);
}

bool LiveCall::locate(verb::Play& play) {
  if (!play.digits.empty()) return true;
  const auto url = absolute_url(play.url, url_);
  if (url)
    play.url = *url;
  else
    line_.complain(true, {11100, "Play: \"" + play.url + "\" is no address"});
  return url.has_value();
}

bool LiveCall::sound(verb::Prompt prompt) {
  auto prompter = std::make_unique<Prompter>(line_, std::vector{std::move(prompt)},
                                             Prompter::Place::alone, [this] { go_on(); });
  Prompter& begun = *prompter;
  activity_ = std::move(prompter);
  begun.start();
  return true;
}

bool LiveCall::begin(const verb::Say& say) {
  return sound(say);
}
bool LiveCall::begin(const verb::Play& play) {
  verb::Play located = play;
  return locate(located) && sound(std::move(located));
}
bool LiveCall::begin(const verb::Pause& pause) {
  return sound(pause);
}

bool LiveCall::begin(verb::Gather gather) {
  std::erase_if(gather.prompts, [&](verb::Prompt& prompt) {
    auto* play = std::get_if<verb::Play>(&prompt);
    return play != nullptr && !locate(*play);
  });
  const auto then = [this, action = gather.action,
                     acts_on_nothing = gather.action_on_empty_result](const Gathered& result) {
    gathered(action, acts_on_nothing, result);
  };
  auto gathering = std::make_unique<Gathering>(line_, std::move(gather), then);
  Gathering& begun = *gathering;
  activity_ = std::move(gathering);
  begun.start();
  return true;
}

void LiveCall::gathered(const verb::Action& action, bool acts_on_nothing,
                        const Gathered& gathered) {
  if (gathered.is_empty() && !acts_on_nothing) return go_on();
  http::Form params = {{"msg", "Gather End"}};
  if (gathered.is_speech)
    append(params, {{"SpeechResult", gathered.words},
                    {"Confidence", gathered.words.empty() ? "0.0" : "0.9"}});
  else
    append(params, {{"Digits", gathered.digits}, {"FinishedOnKey", gathered.finished_on_key}});
  ask(action, "Gather action", params);
}

void LiveCall::locate_callbacks(verb::Record& record) {
  const auto locate = [&](std::string& url, bool is_error, int code) {
    if (url.empty()) return;
    const auto absolute = absolute_url(url, url_);
    if (!absolute || is_refused(*absolute)) {
      line_.complain(is_error, {code, "Record: \"" + url + "\" is no address for a callback"});
      url.clear();
    } else {
      url = *absolute;
    }
  };
  locate(record.status_callback.url, false, 13256);
  locate(record.transcribe_callback, true, 13257);
}

bool LiveCall::begin(verb::Record record) {
  locate_callbacks(record);
  after_recording_ = record.action;
  auto recorder = std::make_unique<Recorder>(
      line_, std::move(record),
      [this](const Recorded& result) { recorded(after_recording_, result); });
  Recorder& begun = *recorder;
  activity_ = std::move(recorder);
  begun.start();
  return true;
}

http::Form LiveCall::params_of(const Recorded& recorded) const {
  return {{"RecordingUrl", recording_url(line_.world(), recorded.sid)},
          {"RecordingSid", recorded.sid},
          {"RecordingDuration", seconds_of(recorded.length)},
          {"Digits", recorded.ended_by}};
}

void LiveCall::recorded(const verb::Action& action, const Recorded& recorded) {
  if (recorded.is_absent) return go_on();
  ask(action, "Record action", params_of(recorded));
}

void LiveCall::tell_of_hang_up(const Recorded& recorded) {
  if (recorded.is_absent) return;
  auto webhook = webhook_for(after_recording_, "Record action", params_of(recorded));
  if (!webhook) return;
  World& world = line_.world();
  const auto deliver = [&world, webhook = std::move(*webhook)] {
    world.deliver(webhook, [&world, sid = webhook.subject](const Outcome& outcome) {
      world.complain(sid, outcome);
    });
  };
  if (!world.chaos.reorders_callbacks) return deliver();
  world.agenda.at(world.now + world.chaos.media_delay + overtaken, deliver);
}

bool LiveCall::begin(const verb::Redirect& redirect) {
  ask(redirect.action, "Redirect", {});
  return true;
}

bool LiveCall::begin(const verb::Hangup& /*hang_up*/) {
  finish("completed", Heard::Who::line);
  return true;
}

bool LiveCall::begin(const verb::Reject& reject) {
  if (line_.is_answered())
    finish("completed", Heard::Who::line);
  else
    finish(reject.is_busy ? "busy" : "no-answer", Heard::Who::line);
  return true;
}

bool LiveCall::begin(const verb::Dial& dial) {
  const Moment until = line_.now() + dial.timeout;
  line_.does({.kind = "pausing", .since = line_.now(), .until = until});
  wait_.set(until, [this, action = dial.action] {
    if (!action) return go_on();
    ask(*action, "Dial action",
        {{"DialCallSid", new_sid(line_.world().random, "CA")},
         {"DialCallStatus", "no-answer"},
         {"DialBridged", "false"}});
  });
  return true;
}

bool LiveCall::begin(const verb::Aside& /*aside*/) {
  return false;
}

}  // namespace simulator
