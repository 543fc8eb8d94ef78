#include "simulator/deliveries.h"

#include <utility>

namespace simulator {

void Deliveries::add(Webhook webhook, std::function<void(const Outcome&)> then) {
  waiting_.push_back({.webhook = std::move(webhook), .then = std::move(then)});
}

std::optional<Deliveries::Delivery> Deliveries::take() {
  if (waiting_.empty()) return {};
  Delivery first = std::move(waiting_.front());
  waiting_.pop_front();
  return first;
}

void Deliveries::carry_out(Delivery delivery, Gate& gate, World& world) {
  Delivered delivered = courier_.deliver(delivery.webhook);
  const std::lock_guard lock(gate);
  note(world, std::move(delivered.exchanges));
  if (delivery.is_duplicate) return;
  if (percent(world.random) < world.chaos.duplicate_percent) {
    waiting_.push_back({.webhook = delivery.webhook, .then = {}, .is_duplicate = true});
  }
  if (delivery.then) delivery.then(delivered.outcome);
}

void Deliveries::note(World& world, std::vector<Exchange> exchanges) {
  for (Exchange& exchange : exchanges) {
    exchange.number = world.wire.empty() ? 1 : world.wire.back().number + 1;
    exchange.at = world.now;
    world.wire.push_back(std::move(exchange));
    if (world.wire.size() > most_exchanges) world.wire.pop_front();
  }
  world.changed("wire");
}

}  // namespace simulator
