#include "store/sqlite_error.h"

#include <system_error>

#include <sqlite3.h>

namespace store {
namespace {

int primary(int code) {
  return code & 0xff;
}

bool is_taken_key(int code) {
  return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
         code == SQLITE_CONSTRAINT_ROWID;
}

// SQLite's message may quote a value (a bad JSON path, an FTS query, RAISE). Those of the schema's
// own constraints and of a statement that does not compile quote names only.
bool names_no_values(int code) {
  return primary(code) == SQLITE_CONSTRAINT && code != SQLITE_CONSTRAINT_TRIGGER &&
         code != SQLITE_CONSTRAINT_FUNCTION && code != SQLITE_CONSTRAINT_VTAB;
}

std::string first_line(std::string_view statement) {
  constexpr std::size_t longest = 80;
  const std::size_t start = statement.find_first_not_of(" \n\t");
  if (start == std::string_view::npos) return {};
  const std::string_view rest = statement.substr(start);
  return std::string(rest.substr(0, std::min(rest.find('\n'), longest)));
}

}  // namespace

bool SqliteError::kills_transaction() const {
  switch (primary(code_)) {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG: return false;
    default:  // FULL, IOERR, NOMEM, CORRUPT, BUSY, … and whatever comes in later versions
      return true;
  }
}

bool SqliteError::is_io() const {
  return primary(code_) == SQLITE_IOERR;
}

bool SqliteError::is_failed_sync() const {
  return code_ == SQLITE_IOERR_FSYNC || code_ == SQLITE_IOERR_DIR_FSYNC;
}

bool SqliteError::is_busy() const {
  return primary(code_) == SQLITE_BUSY;
}

void throw_last_error(sqlite3* connection, std::string_view statement) {
  const int code = sqlite3_extended_errcode(connection);
  std::string what = "SQLite: ";
  what += names_no_values(code) ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  what += " (" + std::to_string(code) + ")";
  if (primary(code) == SQLITE_IOERR || primary(code) == SQLITE_CANTOPEN) {
    what += ", " + std::generic_category().message(sqlite3_system_errno(connection));
  }
  if (const std::string line = first_line(statement); !line.empty()) what += " at: " + line;
  if (is_taken_key(code)) throw Conflict(what);
  throw SqliteError(code, what);
}

}  // namespace store
