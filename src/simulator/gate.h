// The lock before the world: whoever goes through it finds the moment up to date.
#pragma once

#include <functional>
#include <mutex>

namespace simulator {

/// Lockable as std::mutex is.
class Gate {
 public:
  /// To be called before anybody else can go through. `on_entry` runs with the lock held.
  void on_entry(std::function<void()> on_entry) { on_entry_ = std::move(on_entry); }

  void lock() {
    mutex_.lock();
    if (on_entry_) on_entry_();
  }
  void unlock() { mutex_.unlock(); }

 private:
  std::mutex mutex_;
  std::function<void()> on_entry_;
};

}  // namespace simulator
