#include "simulator/simulator.h"

#include <utility>

#include "simulator/sid.h"

namespace simulator {
namespace {

// A person watches: what the line says shall be seen as it is said.
constexpr http::EventOptions watched_closely{.max_streams = 64,
                                             .max_streams_of_one = 64,
                                             .pause = milliseconds(50),
                                             .pause_per_stream = milliseconds(5)};

}  // namespace

Simulator::Simulator(Options options)
    : events_(watched_closely), deliveries_(options.account, std::move(options.connect_to)) {
  world_.account = std::move(options.account);
  world_.numbers = std::move(options.numbers);
  world_.random = std::move(options.random);
  world_.now = options.start;
  world_.changed = [this](std::string_view topic) {
    events_.publish(topic);
  };
  world_.deliver = [this](Webhook webhook, std::function<void(const Outcome&)> then) {
    deliveries_.add(world_, std::move(webhook), std::move(then));
  };
  for (Number& number : world_.numbers) {
    if (number.sid.empty()) number.sid = new_sid(world_.random, "PN");
    number.created = number.updated = options.start;
  }
  if (options.time == Time::live) {
    live_time_ = std::make_unique<LiveTime>(gate_, world_, deliveries_);
    gate_.on_entry([this] { world_.now = live_time_->now(); });
    live_time_->start();
  }
}

Simulator::~Simulator() = default;

Everything Simulator::everything() {
  return {.gate = gate_,
          .world = world_,
          .switchboard = switchboard_,
          .texting = texting_,
          .later = later_,
          .wake = [this] {
            wake();
          }};
}

void Simulator::wake() {
  if (live_time_) live_time_->wake();
}

Moment Simulator::now() {
  const std::lock_guard lock(gate_);
  return world_.now;
}

double Simulator::speed() {
  const std::lock_guard lock(gate_);
  return live_time_ ? live_time_->speed() : 0;
}

void Simulator::set_speed(double speed) {
  if (!live_time_) return;
  {
    const std::lock_guard lock(gate_);
    live_time_->set_speed(speed);
  }
  wake();
}

void Simulator::advance(milliseconds time) {
  const Moment until = world_.now + time;
  std::unique_lock lock(gate_);
  for (;;) {
    if (auto delivery = deliveries_.take()) {
      lock.unlock();
      deliveries_.carry_out(*std::move(delivery), gate_, world_);
      lock.lock();
    } else if (auto due = world_.agenda.take(until)) {
      // What was set for a moment that has passed happens now.
      world_.now = std::max(world_.now, due->moment);
      due->act();
    } else {
      break;
    }
  }
  world_.now = until;
}

bool Simulator::advance_to_next() {
  advance(milliseconds(0));
  std::optional<Moment> next;
  {
    const std::lock_guard lock(gate_);
    next = world_.agenda.next();
  }
  if (!next) return false;
  advance(*next - world_.now);
  return true;
}

}  // namespace simulator
