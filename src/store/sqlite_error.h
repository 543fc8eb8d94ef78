// What SQLite answers when it refuses, as Failures, and how much of the work each of them spoils.
//
// The texts hold the statement, which is a literal, and never what was bound to it.
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"

struct sqlite3;

namespace store {

/// Any refusal but a taken key, with SQLite's extended result code.
class SqliteError : public Failure {
 public:
  SqliteError(int code, const std::string& what) : Failure(what), code_(code) {}
  int code() const { return code_; }

  /// Not only this statement's fault: the transaction around it is gone or must go.
  bool kills_transaction() const;
  bool is_io() const;
  bool is_failed_sync() const;
  bool is_busy() const;

 private:
  int code_;
};

/// Throws what the connection's last call answered: Conflict for a taken key, else SqliteError.
[[noreturn]] void throw_last_error(sqlite3* connection, std::string_view statement);

}  // namespace store
