// The one thread that writes. It takes all jobs that wait and has them committed together; while
// one fsync runs, the next batch collects. Each job hears its outcome after the commit, never
// before.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "store/database.h"
#include "work/queue.h"

namespace work {

class Writer {
 public:
  /// Told on the writer's thread, once: null or what went wrong. Must not throw.
  using Done = std::function<void(std::exception_ptr)>;
  struct Entry {
    store::Job job;
    Done done;
  };

  Writer(store::Database& database, std::size_t capacity, std::size_t batch,
         std::function<void()> on_broken);
  /// Commits what was accepted, then joins.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// False when full or closed.
  bool try_write(Entry entry) { return queue_.try_push(entry); }
  /// Waits for room. False when closed.
  bool write(Entry entry) { return queue_.push(std::move(entry)); }

 private:
  void serve();
  std::vector<std::exception_ptr> commit(const std::vector<store::Job>& jobs);
  void stop_if_broken(const std::vector<std::exception_ptr>& outcomes);

  store::Database& database_;
  std::size_t batch_;
  std::function<void()> on_broken_;
  std::exception_ptr broken_;  // on the writer's thread only
  Queue<Entry> queue_;
  std::thread thread_;
};

}  // namespace work
