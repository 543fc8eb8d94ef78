#include "store/sqlite_readers.h"

#include <algorithm>

#include "store/sqlite_transaction.h"

namespace store {

class SqliteReaders::Loan {
 public:
  explicit Loan(SqliteReaders& readers) : readers_(readers) {
    std::unique_lock lock(readers_.mutex_);
    readers_.returned_.wait(lock, [&] { return !readers_.idle_.empty(); });
    connection_ = std::move(readers_.idle_.back());
    readers_.idle_.pop_back();
  }
  Loan(const Loan&) = delete;
  Loan& operator=(const Loan&) = delete;
  ~Loan() {
    const std::lock_guard lock(readers_.mutex_);
    readers_.idle_.push_back(std::move(connection_));  // has room: it was there before
    readers_.returned_.notify_one();
  }

  SqliteConnection& connection() { return *connection_; }

 private:
  SqliteReaders& readers_;
  std::unique_ptr<SqliteConnection> connection_;
};

namespace {

class Snapshot {
 public:
  explicit Snapshot(SqliteConnection& connection) : connection_(connection) {
    connection_.run("BEGIN DEFERRED");
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    if (!connection_.is_in_transaction()) return;
    try {
      connection_.run("ROLLBACK");
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): nothing was written
    }
  }

 private:
  SqliteConnection& connection_;
};

}  // namespace

SqliteReaders::SqliteReaders(const SqliteOptions& options) {
  const std::size_t count = std::max<std::size_t>(options.readers, 1);
  idle_.reserve(count);
  while (idle_.size() < count) {
    idle_.push_back(std::make_unique<SqliteConnection>(options, SqliteConnection::Access::reads));
  }
}

void SqliteReaders::read(const Job& job) {
  Loan loan(*this);
  const Snapshot snapshot(loan.connection());
  SqliteTransaction transaction(loan.connection());
  job(transaction);
  if (transaction.failure()) std::rethrow_exception(transaction.failure());
}

}  // namespace store
