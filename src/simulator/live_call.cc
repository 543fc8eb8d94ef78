#include "simulator/live_call.h"

#include <algorithm>
#include <utility>

#include "simulator/live_call_params.h"

namespace simulator {
namespace {

constexpr std::chrono::hours longest_call{4};
constexpr milliseconds until_initiated{100};
constexpr milliseconds until_it_rings{1'000};
constexpr std::string_view keypad = "0123456789*#";

}  // namespace

LiveCall::LiveCall(World& world, CallRecord record, Application application)
    : line_(world, std::move(record)),
      application_(std::move(application)),
      wait_(world.agenda),
      longest_(world.agenda) {
  longest_.set(world.now + longest_call, [this] { end(); });
}

void LiveCall::come_in() {
  ask_first(call_token(line_.world().random));
}

void LiveCall::go_out(std::chrono::seconds rings_for) {
  wait_.set(line_.now() + until_initiated, [this, rings_for] {
    report("initiated", "initiated");
    wait_.set(line_.now() + until_it_rings, [this, rings_for] { ring_there(rings_for); });
  });
}

void LiveCall::ring_there(std::chrono::seconds rings_for) {
  line_.rings();
  line_.does({.kind = "ringing", .since = line_.now(), .until = line_.now() + rings_for});
  report("ringing", "ringing");
  wait_.set(line_.now() + rings_for, [this] { finish("no-answer", Heard::Who::provider); });
}

bool LiveCall::answer() {
  if (!is_outbound() || line_.record().status != "ringing") return false;
  wait_.stop();
  pick_up(Heard::Who::caller);
  longest_.set(line_.now() + application_.longest, [this] { end(); });
  report("answered", "in-progress");
  if (application_.twiml.empty())
    ask_first({});
  else
    follow(read_voice_twiml(application_.twiml), "");
  return true;
}

bool LiveCall::decline() {
  if (is_over() || !is_outbound() || line_.is_answered()) return false;
  finish("busy", Heard::Who::caller);
  return true;
}

bool LiveCall::press(std::string_view keys) {
  if (is_over()) return false;
  std::string pressed;
  std::ranges::copy_if(keys, std::back_inserter(pressed),
                       [](char key) { return keypad.find(key) != std::string_view::npos; });
  if (pressed.empty() || !line_.is_answered()) return true;
  line_.hears({.who = Heard::Who::caller, .kind = "keys", .words = pressed});
  const std::uint64_t turn = turn_;
  for (const char key : pressed) {
    // Whatever comes after the answer is not heard by anybody.
    if (turn != turn_) break;
    if (const auto* gathering = std::get_if<std::unique_ptr<Gathering>>(&activity_))
      (*gathering)->press(key);
    else if (const auto* recorder = std::get_if<std::unique_ptr<Recorder>>(&activity_))
      (*recorder)->press(key);
  }
  return true;
}

bool LiveCall::speak(std::string_view samples, const std::string& words) {
  if (is_over()) return false;
  if (!line_.is_answered()) return true;
  const auto* gathering = std::get_if<std::unique_ptr<Gathering>>(&activity_);
  const bool is_listened_to =
      gathering != nullptr || std::holds_alternative<std::unique_ptr<Recorder>>(activity_);
  if (!is_listened_to) line_.voice().forget(line_.now());
  const auto begin = line_.voice().speak(line_.now(), samples, words);
  if (!begin) return true;
  line_.caller_speaks(*begin, length_of(samples));
  if (gathering != nullptr) (*gathering)->hear();
  return true;
}

bool LiveCall::hang_up() {
  if (is_over()) return false;
  if (is_outbound() && !line_.is_answered()) return decline();
  finish(line_.is_answered() ? "completed" : "no-answer", Heard::Who::caller);
  return true;
}

bool LiveCall::redirect(const Address& url) {
  if (is_over() || !line_.is_answered()) return false;
  interrupt();
  ask({url.url, url.method}, "redirected by the API", {});
  return true;
}

bool LiveCall::redirect_to_twiml(const std::string& twiml) {
  if (is_over() || !line_.is_answered()) return false;
  interrupt();
  follow(read_voice_twiml(twiml), "");
  return true;
}

bool LiveCall::readdress(const Address& fallback, const Address& status_callback) {
  if (is_over()) return false;
  if (!fallback.url.empty()) application_.fallback = fallback;
  if (!status_callback.url.empty()) application_.status_callback = status_callback;
  return true;
}

bool LiveCall::end() {
  if (is_over()) return false;
  finish(line_.is_answered() ? "completed" : "canceled", Heard::Who::line);
  return true;
}

CallView LiveCall::view() const {
  return {.record = line_.record(), .transcript = line_.transcript(), .doing = line_.doing()};
}

void LiveCall::pick_up(Heard::Who who) {
  if (!line_.is_answered()) line_.is_answered_by(who);
}

void LiveCall::interrupt() {
  ++turn_;
  wait_.stop();
  const auto activity = std::exchange(activity_, std::monostate());
  if (const auto* prompter = std::get_if<std::unique_ptr<Prompter>>(&activity)) (*prompter)->stop();
  if (const auto* gathering = std::get_if<std::unique_ptr<Gathering>>(&activity))
    (*gathering)->stop();
  if (const auto* recorder = std::get_if<std::unique_ptr<Recorder>>(&activity)) {
    const Recorded recorded = (*recorder)->stop("hangup");
    if (is_over()) tell_of_hang_up(recorded);
  }
}

void LiveCall::finish(const std::string& status, Heard::Who who) {
  const bool was_queued = line_.record().status == "queued";
  longest_.stop();
  line_.cut_short();
  line_.hears({.who = who, .kind = "hang_up"});
  line_.ends(status);
  interrupt();
  verbs_.clear();
  // Of what never left the queue nobody is told (twilio.md 1.6).
  if (!(was_queued && status == "canceled")) report("completed", status);
}

void LiveCall::report(const std::string& event, const std::string& status) {
  if (std::ranges::find(application_.events, event) == application_.events.end()) return;
  http::Form params = line_.params();
  for (auto& [name, value] : params)
    if (name == "CallStatus") value = status;
  append(params, progress_params(line_.record(), line_.now(), sequence_++));
  line_.callbacks().send({.subject = line_.record().sid,
                          .what = "call " + status,
                          .to = application_.status_callback,
                          .params = std::move(params),
                          .judge = judge_status_answer});
}

}  // namespace simulator
