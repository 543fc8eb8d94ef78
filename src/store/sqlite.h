// The SQLite driver: one writer connection, query_only readers, WAL, synchronous=FULL.
//
// Only the writer connection writes and checkpoints. All jobs of a batch share one commit, each in
// a savepoint of its own: one fsync for all. Refuses to run on a library older than 3.51.3 (the
// WAL-reset race) or when synchronous does not read 2 after it was set.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "store/database.h"

namespace store {

struct SqliteOptions {
  std::filesystem::path file;
  std::string vfs;          // empty: the default one; tests count or break syncs
  std::size_t readers = 2;  // read connections kept open
  std::chrono::milliseconds busy_timeout{5000};  // waiting for another process's short write
  /// `serve` holds the file for itself (an advisory lock beside it, freed by the process's end);
  /// command-line writers do not, and never checkpoint.
  enum class Use { serve, tool } use = Use::tool;
};

/// Creates the file when it is missing. A Problem (field DATABASE_URL) when another `serve` has it,
/// or it can't be opened, or is not a database.
base::Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options);

/// A consistent copy of a live database by the online backup API, synced, mode 0600. Never
/// overwrites: a Problem names what is in the way.
base::Result<std::filesystem::path> backup_sqlite(const std::filesystem::path& from,
                                                  const std::filesystem::path& to);

}  // namespace store
