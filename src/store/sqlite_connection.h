// One connection to the file, set up as the house wants it, with its prepared statements.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/sqlite.h"
#include "store/sqlite_statement.h"

struct sqlite3;

namespace store {

/// Used by one thread at a time. Never checkpoints by itself, not even when it is closed.
class SqliteConnection {
 public:
  enum class Access { reads, writes };
  /// Throws Failure: the file can't be opened, is not a database, stays busy, or refuses a setting
  /// that durability rests on.
  SqliteConnection(const SqliteOptions& options, Access access);

  /// Prepared at its first use, kept by its text.
  Rows run(std::string_view statement, std::span<const Value> parameters = {});
  bool is_in_transaction() const;
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the library's name
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  void open(const SqliteOptions& options);
  void harden() const;
  void use_write_ahead_log(std::chrono::milliseconds patience);
  void sync_every_commit();
  Rows run_once(std::string_view statement) const;

  std::unique_ptr<sqlite3, Close> handle_;
  std::unordered_map<std::string, SqliteStatement, Hash, std::equal_to<>> statements_;
};

}  // namespace store
