// What is to happen in so much real time, however fast the simulator's own passes: an answer that
// hangs must hang for whoever waits for it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "simulator/moment.h"

namespace simulator {

/// Thread-safe.
class Later {
 public:
  Later() = default;
  /// What is still to come never happens.
  ~Later();
  Later(const Later&) = delete;
  Later& operator=(const Later&) = delete;

  /// On a thread of its own, which it holds up: to be short, and not to throw.
  void after(milliseconds delay, std::function<void()> act);

 private:
  using Steady = std::chrono::steady_clock;
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::multimap<Steady::time_point, std::function<void()>> acts_;
  bool is_stopping_ = false;
  std::thread thread_;  // begun by the first
};

}  // namespace simulator
