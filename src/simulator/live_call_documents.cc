// The documents of a call: asked for, one after the other, and what happens when there is none.
#include <utility>

#include "simulator/live_call.h"
#include "simulator/live_call_params.h"
#include "simulator/speech_time.h"
#include "simulator/url.h"

namespace simulator {
namespace {

constexpr int most_documents = 1'000;
constexpr const char* apology = "We are sorry, an application error has occurred. Goodbye.";

}  // namespace

void LiveCall::ask_first(const http::Form& more) {
  const verb::Action first{application_.first.url, application_.first.method};
  ask(first, is_outbound() ? "answered call" : "incoming call", more);
}

std::optional<Webhook> LiveCall::webhook_for(const verb::Action& action, const std::string& what,
                                             const http::Form& more) {
  const auto url = absolute_url(action.url, url_);
  if (!url) {
    line_.complain(true, {11100, "\"" + action.url + "\" is no address for a webhook"});
    return {};
  }
  http::Form params = line_.params();
  append(params, more);
  return Webhook{.subject = line_.record().sid,
                 .what = what,
                 .to = {*url, action.method},
                 .fallback = application_.fallback,
                 .params = std::move(params),
                 .expects = Expects::voice_document,
                 .judge = judge_document};
}

void LiveCall::ask(const verb::Action& action, const std::string& what, const http::Form& more) {
  activity_ = std::monostate();
  const std::uint64_t turn = ++turn_;
  auto webhook = webhook_for(action, what, more);
  if (!webhook) return apologise();
  if (++documents_ > most_documents) {
    line_.complain(true, {11215, "The call has followed 1000 documents and goes on no more"});
    return apologise();
  }
  line_.does({.kind = line_.is_answered() ? "asking" : "ringing", .since = line_.now()});
  World& world = line_.world();
  world.deliver(std::move(*webhook), [&world, sid = line_.record().sid, here = weak_from_this(),
                                      turn](const Outcome& outcome) {
    world.complain(sid, outcome);
    const auto call = here.lock();
    if (call && call->turn_ == turn) call->hear_outcome(outcome);
  });
}

void LiveCall::hear_outcome(const Outcome& outcome) {
  if (!outcome.answer) return apologise();
  const auto url = parse_url(outcome.url);
  follow(read_voice_document(*outcome.answer, url ? bare(*url) : outcome.url), outcome.url);
}

void LiveCall::follow(VoiceDocument document, std::string url) {
  for (const Finding& finding : document.findings) line_.complain(finding.is_error, finding.fault);
  if (!document.is_readable) return apologise();
  verbs_ = std::move(document.verbs);
  next_ = 0;
  url_ = std::move(url);
  go_on();
}

void LiveCall::apologise() {
  pick_up(Heard::Who::provider);
  const milliseconds length = speech_time(apology, "en-US");
  line_.hears({.who = Heard::Who::provider, .kind = "error", .words = apology, .length = length});
  line_.does({.kind = "saying", .since = line_.now(), .until = line_.now() + length});
  wait_.set(line_.now() + length, [this] { finish("completed", Heard::Who::provider); });
}

}  // namespace simulator
