// The one connection that writes: all jobs of a batch share a commit, and so a sync.
#pragma once

#include <exception>
#include <mutex>
#include <span>
#include <vector>

#include "store/sqlite_connection.h"

namespace store {

/// Thread-safe; batches wait for each other.
class SqliteWriter {
 public:
  explicit SqliteWriter(const SqliteOptions& options);
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;
  /// In `serve` brings everything into the database file, if nothing was broken.
  ~SqliteWriter();

  std::vector<std::exception_ptr> write(std::span<const Job> jobs);
  void on_change(Database::OnChange listener);

 private:
  std::vector<std::exception_ptr> write_batch(std::span<const Job> jobs);
  std::exception_ptr run_job(const Job& job);
  std::exception_ptr attempt(const Job& job);
  bool leaves_dangling_references() const;
  void commit();
  void announce() const;
  void roll_back();
  void fail_for_good(const Failure& failure);
  void checkpoint_when_due();

  std::mutex mutex_;
  SqliteConnection connection_;
  SqliteOptions::Use use_;
  int frames_ = 0;         // in the write-ahead log, after the last commit
  int frames_copied_ = 0;  // of them, tried by the last checkpoint
  std::exception_ptr broken_;
  Topics touched_;  // since the transaction began
  Database::OnChange listener_;
};

}  // namespace store
