#include "simulator/deliveries.h"

#include <thread>
#include <utility>

namespace simulator {

void Deliveries::add(const World& world, Webhook webhook,
                     std::function<void(const Outcome&)> then) {
  webhook.idempotency_token = new_uuid(world.random);
  webhook.leaves = world.now;
  waiting_.push_back({.webhook = std::move(webhook),
                      .then = std::move(then),
                      .comes_twice = percent(world.random) < world.chaos.duplicate_percent});
}

std::optional<Deliveries::Delivery> Deliveries::take() {
  if (waiting_.empty()) return {};
  Delivery first = std::move(waiting_.front());
  waiting_.pop_front();
  return first;
}

void Deliveries::carry_out(Delivery delivery, Gate& gate, World& world) {
  Delivered copied;
  std::jthread copying;
  if (delivery.comes_twice) {
    copying = std::jthread([&] { copied = courier_.deliver(delivery.webhook); });
  }
  Delivered delivered = courier_.deliver(delivery.webhook);
  {
    const std::lock_guard lock(gate);
    note(world, std::move(delivered.exchanges));
    if (delivery.then) delivery.then(delivered.outcome);
  }
  if (!copying.joinable()) return;
  copying.join();
  const std::lock_guard lock(gate);
  note(world, std::move(copied.exchanges));
}

void Deliveries::note(World& world, std::vector<Exchange> exchanges) {
  for (Exchange& exchange : exchanges) world.keep(std::move(exchange));
}

}  // namespace simulator
