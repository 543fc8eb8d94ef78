#include "store/sqlite_connection.h"

#include <thread>

#include <sqlite3.h>

#include "store/sqlite_error.h"

namespace store {

void SqliteConnection::Close::operator()(sqlite3* connection) const {
  sqlite3_close(connection);
}

SqliteConnection::SqliteConnection(const SqliteOptions& options, Access access) {
  open(options);
  harden();
  sync_every_commit();
  use_write_ahead_log(options.busy_timeout);
  run_once("PRAGMA wal_autocheckpoint = 0");
  run_once("PRAGMA foreign_keys = ON");
  run_once("PRAGMA temp_store = MEMORY");
  if (access == Access::reads) run_once("PRAGMA query_only = ON");
}

void SqliteConnection::open(const SqliteOptions& options) {
  sqlite3* connection = nullptr;
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(options.file.c_str(), &connection, flags,
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
  handle_.reset(connection);
  if (code != SQLITE_OK && connection != nullptr) throw_last_error(connection, "");
  if (code != SQLITE_OK) throw SqliteError(code, "SQLite: out of memory");
  sqlite3_busy_timeout(connection, static_cast<int>(options.busy_timeout.count()));
}

void SqliteConnection::harden() const {
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

// In a new file this is a change of format, which SQLite does not wait for when several processes
// make it at once, lest they wait for each other.
void SqliteConnection::use_write_ahead_log(std::chrono::milliseconds patience) {
  const auto give_up = std::chrono::steady_clock::now() + patience;
  while (true) {
    try {
      const Rows mode = run_once("PRAGMA journal_mode = WAL");
      if (mode.at(0).text(0) == "wal") return;
      throw Failure("SQLite: no write-ahead log on this file system");
    } catch (const SqliteError& error) {
      if (!error.is_busy() || std::chrono::steady_clock::now() >= give_up) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void SqliteConnection::sync_every_commit() {
  run_once("PRAGMA synchronous = FULL");
  constexpr std::int64_t full = 2;
  if (run_once("PRAGMA synchronous").at(0).integer(0) != full) {
    throw Failure("SQLite: synchronous=FULL was not accepted");
  }
}

Rows SqliteConnection::run_once(std::string_view statement) const {
  return SqliteStatement(handle(), statement).run({});
}

Rows SqliteConnection::run(std::string_view statement, std::span<const Value> parameters) {
  auto found = statements_.find(statement);
  if (found == statements_.end()) {
    found = statements_.try_emplace(std::string(statement), handle(), statement).first;
  }
  return found->second.run(parameters);
}

bool SqliteConnection::is_in_transaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

}  // namespace store
