// The connections that only read, lent to one job at a time each.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "store/sqlite_connection.h"

namespace store {

/// Thread-safe; a read waits for a free connection, so a job must not start another read.
class SqliteReaders {
 public:
  explicit SqliteReaders(const SqliteOptions& options);

  /// Runs the job on a snapshot of what is committed. Rethrows what it throws.
  void read(const Job& job);

 private:
  class Loan;

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

}  // namespace store
