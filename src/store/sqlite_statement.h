// One prepared statement of one connection.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "store/database.h"

struct sqlite3;
struct sqlite3_stmt;

namespace store {

/// Not thread-safe, like its connection, which must outlive it.
class SqliteStatement {
 public:
  /// Throws Failure when the text does not compile, holds more than one statement, or names its
  /// parameters otherwise than $1 … $n.
  SqliteStatement(sqlite3* connection, std::string_view text);

  /// Runs it to its end with exactly its n parameters.
  Rows run(std::span<const Value> parameters);

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  void find_parameters(std::string_view text);
  void bind(std::span<const Value> parameters);
  void bind_one(int place, const Value& value);
  std::vector<Value> columns() const;

  sqlite3* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::vector<int> places_;  // SQLite's own number of $1, $2, …
};

}  // namespace store
