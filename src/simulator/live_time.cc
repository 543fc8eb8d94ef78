#include "simulator/live_time.h"

#include <algorithm>

namespace simulator {
namespace {

// So many calls may wait for their application's answer at one moment; the next wait for these.
constexpr int carriers = 16;
constexpr std::chrono::minutes longest_sleep{1};

}  // namespace

LiveTime::LiveTime(Gate& gate, World& world, Deliveries& deliveries)
    : gate_(gate),
      world_(world),
      deliveries_(deliveries),
      moment_then_(world.now),
      then_(Steady::now()) {}

void LiveTime::start() {
  threads_.emplace_back([this] { do_what_is_due(); });
  for (int count = 0; count < carriers; ++count) {
    threads_.emplace_back([this] { carry_webhooks(); });
  }
}

LiveTime::~LiveTime() {
  {
    const std::lock_guard lock(gate_);
    is_stopping_ = true;
  }
  due_.notify_all();
  waiting_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void LiveTime::wake() {
  // Whoever looked before the change has gone to sleep by now.
  {
    const std::lock_guard lock(gate_);
  }
  due_.notify_all();
  waiting_.notify_all();
}

Moment LiveTime::now() const {
  const std::chrono::duration<double, std::milli> passed = Steady::now() - then_;
  return moment_then_ + std::chrono::duration_cast<milliseconds>(passed * speed_);
}

void LiveTime::set_speed(double speed) {
  moment_then_ = now();
  then_ = Steady::now();
  speed_ = speed;
}

LiveTime::Steady::time_point LiveTime::real_time_of(Moment moment) const {
  const std::chrono::duration<double, std::milli> until = moment - moment_then_;
  const auto asleep = std::chrono::duration_cast<Steady::duration>(until / speed_);
  return std::min(then_ + asleep, Steady::now() + longest_sleep);
}

void LiveTime::do_what_is_due() {
  std::unique_lock lock(gate_);
  while (!is_stopping_) {
    if (auto due = world_.agenda.take(world_.now)) {
      due->act();
      world_.now = now();
      if (!deliveries_.is_empty()) waiting_.notify_all();
      continue;
    }
    const auto next = world_.agenda.next();
    due_.wait_until(lock, next ? real_time_of(*next) : Steady::now() + longest_sleep);
  }
}

void LiveTime::carry_webhooks() {
  std::unique_lock lock(gate_);
  while (!is_stopping_) {
    auto delivery = deliveries_.take();
    if (!delivery) {
      waiting_.wait(lock);
      continue;
    }
    lock.unlock();
    deliveries_.carry_out(*std::move(delivery), gate_, world_);
    // What followed from it may be due, or be webhooks for the others.
    due_.notify_all();
    waiting_.notify_all();
    lock.lock();
  }
}

}  // namespace simulator
