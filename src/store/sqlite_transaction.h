// What a job sees of a SQLite connection.
#pragma once

#include <exception>

#include "store/sqlite_connection.h"

namespace store {

class SqliteTransaction final : public Transaction {
 public:
  explicit SqliteTransaction(SqliteConnection& connection) : connection_(connection) {}

  using Transaction::run;
  Rows run(Sql statement, std::initializer_list<Value> parameters) override;

  /// The first failure of a statement, whether or not the job looked away.
  const std::exception_ptr& failure() const { return failure_; }

 private:
  SqliteConnection& connection_;
  std::exception_ptr failure_;
};

}  // namespace store
