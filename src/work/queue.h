// A bounded queue between threads: the one that may not wait is turned away when it is full, the
// one that may waits for room.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace work {

template <class T>
class Queue {
 public:
  explicit Queue(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

  /// False when full or closed; `item` is then untouched.
  bool try_push(T& item) {
    const std::lock_guard lock(mutex_);
    if (closed_ || items_.size() >= capacity_) return false;
    items_.push_back(std::move(item));
    filled_.notify_one();
    return true;
  }

  /// Waits until less than half is taken. False when closed.
  bool push(T item) {
    std::unique_lock lock(mutex_);
    emptied_.wait(lock, [this] { return closed_ || items_.size() < (capacity_ + 1) / 2; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    filled_.notify_one();
    return true;
  }

  /// Waits for items and takes up to `most` of them, oldest first. Empty once closed and used up.
  std::vector<T> pop(std::size_t most) {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return closed_ || !items_.empty(); });
    std::vector<T> taken;
    while (!items_.empty() && taken.size() < most) {
      taken.push_back(std::move(items_.front()));
      items_.pop_front();
    }
    emptied_.notify_all();
    return taken;
  }

  /// Takes nothing more; what is in it can still be popped.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    filled_.notify_all();
    emptied_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable filled_;
  std::condition_variable emptied_;
  std::deque<T> items_;
  std::size_t capacity_;
  bool closed_ = false;
};

}  // namespace work
