// Threads that run tasks from a bounded queue, for the lanes that need no order.
#pragma once

#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

#include "work/queue.h"

namespace work {

class Pool {
 public:
  /// A task must not throw.
  using Task = std::function<void()>;

  Pool(std::size_t threads, std::size_t capacity);
  /// Runs what was accepted, then joins.
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  /// False when full or closed.
  bool try_run(Task task) { return queue_.try_push(task); }

 private:
  void serve();

  Queue<Task> queue_;
  std::vector<std::thread> threads_;
};

}  // namespace work
