// Lets the world's time pass, as in life or faster: one thread does what is due, others carry
// webhooks, so that an application that takes its time over one call holds up no other.
#pragma once

#include <chrono>
#include <condition_variable>
#include <thread>
#include <vector>

#include "simulator/deliveries.h"
#include "simulator/gate.h"
#include "simulator/world.h"

namespace simulator {

class LiveTime {
 public:
  /// All must outlive it. Time passes from now on, things happen from `start` on.
  LiveTime(Gate& gate, World& world, Deliveries& deliveries);
  /// Waits for the webhooks that are under way, each at most as long as the provider does.
  ~LiveTime();
  LiveTime(const LiveTime&) = delete;
  LiveTime& operator=(const LiveTime&) = delete;

  void start();
  /// Something may be due or waiting. With the gate open.
  void wake();

  // With the gate locked.
  Moment now() const;
  double speed() const { return speed_; }
  void set_speed(double speed);

 private:
  using Steady = std::chrono::steady_clock;
  Steady::time_point real_time_of(Moment moment) const;
  void do_what_is_due();
  void carry_webhooks();

  Gate& gate_;
  World& world_;
  Deliveries& deliveries_;
  std::condition_variable_any due_;
  std::condition_variable_any waiting_;
  bool is_stopping_ = false;
  double speed_ = 1;
  Moment moment_then_;  // now = moment_then_ + speed_ * (time since then_)
  Steady::time_point then_;
  std::vector<std::thread> threads_;
};

}  // namespace simulator
