#include "simulator/later.h"

#include <utility>

namespace simulator {

Later::~Later() {
  {
    const std::scoped_lock lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Later::after(milliseconds delay, std::function<void()> act) {
  {
    const std::scoped_lock lock(mutex_);
    acts_.emplace(Steady::now() + delay, std::move(act));
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  }
  changed_.notify_all();
}

void Later::run() {
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    if (acts_.empty()) {
      changed_.wait(lock);
    } else if (const auto due = acts_.begin()->first; due > Steady::now()) {
      changed_.wait_until(lock, due);
    } else {
      auto first = acts_.extract(acts_.begin());
      lock.unlock();
      first.mapped()();
      first = {};  // what it holds goes without the lock too
      lock.lock();
    }
  }
}

}  // namespace simulator
