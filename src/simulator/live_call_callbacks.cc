#include "simulator/live_call_callbacks.h"

#include <utility>

#include "simulator/twiml_content.h"

namespace simulator {
namespace {

/// The one that is held back leaves then, though no other has come.
constexpr milliseconds longest_held{3'000};
constexpr int warning_response = 15003;

void deliver(World& world, Webhook webhook) {
  std::string sid = webhook.subject;
  // An answer that is judged is that to a status of the call; all that is wrong with it is 15003.
  const bool is_judged = webhook.judge != nullptr;
  world.deliver(std::move(webhook),
                [&world, sid = std::move(sid), is_judged](const Outcome& outcome) {
                  if (!outcome.fault) return;
                  Fault fault = *outcome.fault;
                  if (is_judged && fault.code == 11200) fault.code = warning_response;
                  world.complain(sid, false, std::move(fault));
                });
}

void tell_status_as_it_is(World& world, Webhook& webhook) {
  const CallRecord* call = world.call(webhook.subject);
  if (call == nullptr) return;
  for (auto& [name, value] : webhook.params)
    if (name == "CallStatus") value = call->status;
}

}  // namespace

std::optional<Fault> judge_status_answer(const http::Response& answer) {
  if (answer.status == 204) return {};
  const std::string_view type(answer.content_type);
  const auto document = read_twiml(answer.body, "");
  const auto* root = std::get_if<Element>(&document);
  const bool is_empty = root != nullptr && root->within.empty() && trimmed(root->text).empty();
  const bool is_xml = trimmed(type.substr(0, type.find(';'))) == "text/xml";
  if (answer.status == 200 && is_xml && is_empty) return {};
  return Fault{warning_response,
               "The answer is neither a 204 nor a 200 with an empty <Response> as text/xml"};
}

Callbacks::Callbacks(World& world) : world_(world), held_(std::make_shared<Held>()) {}

void Callbacks::send(Webhook webhook, milliseconds delay, CallStatus status) {
  if (webhook.to.url.empty()) return;
  const Chaos& chaos = world_.chaos;
  if (percent(world_.random) < chaos.lose_callbacks_percent) return;
  World& world = world_;
  const Moment leaves = world.now + delay + chaos.callback_delay;
  world.agenda.at(leaves, [&world, held = held_, webhook = std::move(webhook), status]() mutable {
    if (status == CallStatus::as_it_will_be) tell_status_as_it_is(world, webhook);
    if (!world.chaos.reorders_callbacks && !held->webhook)
      return deliver(world, std::move(webhook));
    if (held->webhook) {
      deliver(world, std::move(webhook));
      return deliver(world, std::move(*std::exchange(held->webhook, nullptr)));
    }
    held->webhook = std::make_unique<Webhook>(std::move(webhook));
    world.agenda.at(world.now + longest_held, [&world, held] {
      if (held->webhook) deliver(world, std::move(*std::exchange(held->webhook, nullptr)));
    });
  });
}

}  // namespace simulator
