#include "inspector.h"

#include <memory>
#include <stdexcept>

#include <sqlite3.h>

namespace test_support {
namespace {

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

std::vector<std::string> run(const std::filesystem::path& file, int flags, const std::string& sql) {
  sqlite3* opened = nullptr;
  const int status = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
  const Connection connection(opened, sqlite3_close);
  if (status != SQLITE_OK) throw std::runtime_error("can't look into the database");
  sqlite3_busy_timeout(opened, 5000);
  // The looker must never checkpoint a live file.
  sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_exec(opened, "PRAGMA wal_autocheckpoint=0", nullptr, nullptr, nullptr);
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(opened, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string(sqlite3_errmsg(opened)) + " in: " + sql);
  }
  const Statement statement(prepared, sqlite3_finalize);
  std::vector<std::string> rows;
  int step = sqlite3_step(prepared);
  for (; step == SQLITE_ROW; step = sqlite3_step(prepared)) {
    std::string row;
    for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, column));
      row += (column > 0 ? "|" : "") + std::string(text == nullptr ? "-" : text);
    }
    rows.push_back(std::move(row));
  }
  if (step != SQLITE_DONE)
    throw std::runtime_error(std::string(sqlite3_errmsg(opened)) + " in: " + sql);
  return rows;
}

}  // namespace

std::int64_t Inspector::number(const std::string& sql) const {
  const auto found = rows(sql);
  return found.empty() || found.front() == "-" ? 0 : std::stoll(found.front());
}

std::vector<std::string> Inspector::rows(const std::string& sql) const {
  return run(file_, SQLITE_OPEN_READWRITE, sql);
}

void Inspector::change(const std::string& sql) const {
  run(file_, SQLITE_OPEN_READWRITE, sql);
}

}  // namespace test_support
