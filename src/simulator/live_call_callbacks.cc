#include "simulator/live_call_callbacks.h"

#include <utility>

namespace simulator {
namespace {

/// The one that is held back leaves then, though no other has come.
constexpr milliseconds longest_held{3'000};

void deliver(World& world, Webhook webhook) {
  std::string sid = webhook.subject;
  world.deliver(std::move(webhook), [&world, sid = std::move(sid)](const Outcome& outcome) {
    if (outcome.fault) world.complain(sid, false, *outcome.fault);
  });
}

}  // namespace

Callbacks::Callbacks(World& world) : world_(world), held_(std::make_shared<Held>()) {}

void Callbacks::send(Webhook webhook, milliseconds delay) {
  if (webhook.to.url.empty()) return;
  const Chaos& chaos = world_.chaos;
  if (percent(world_.random) < chaos.lose_callbacks_percent) return;
  World& world = world_;
  const Moment leaves = world.now + delay + chaos.callback_delay;
  world.agenda.at(leaves, [&world, held = held_, webhook = std::move(webhook)]() mutable {
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
