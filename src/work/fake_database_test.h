// For tests: a database without a disk.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <initializer_list>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "store/database.h"

namespace work {

class NoTransaction final : public store::Transaction {
 public:
  store::Rows run(store::Sql, std::initializer_list<store::Value>) override { return {}; }
};

/// Runs jobs in memory; its commit can be held up and can be made to fail.
class FakeDatabase final : public store::Database {
 public:
  std::vector<std::exception_ptr> write(std::span<const store::Job> jobs) override {
    std::vector<std::exception_ptr> outcomes;
    for (const store::Job& job : jobs) outcomes.push_back(attempt(job));
    std::unique_lock lock(mutex_);
    batches_.push_back(jobs.size());
    changed_.notify_all();
    changed_.wait(lock, [this] { return !held_; });
    if (failure_) return std::vector(jobs.size(), failure_);
    return outcomes;
  }
  void read(const store::Job& job) override {
    NoTransaction snapshot;
    job(snapshot);
  }
  store::Dialect dialect() const override { return store::Dialect::sqlite; }
  void on_change(OnChange listener) override { listener_ = std::move(listener); }
  using store::Database::write;

  void announce(store::Topics topics) { listener_(topics); }
  void hold() { set(held_, true); }
  void release() { set(held_, false); }
  void fail_with(std::exception_ptr failure) { set(failure_, std::move(failure)); }
  void wait_for_batches(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return batches_.size() >= count; });
  }
  std::vector<std::size_t> batches() {
    const std::lock_guard lock(mutex_);
    return batches_;
  }

 private:
  static std::exception_ptr attempt(const store::Job& job) {
    try {
      NoTransaction transaction;
      job(transaction);
      return nullptr;
    } catch (...) {
      return std::current_exception();
    }
  }
  template <class T>
  void set(T& what, T value) {
    const std::lock_guard lock(mutex_);
    what = std::move(value);
    changed_.notify_all();
  }

  OnChange listener_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool held_ = false;
  std::exception_ptr failure_;
  std::vector<std::size_t> batches_;
};

}  // namespace work
