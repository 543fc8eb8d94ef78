// The schema, brought forward: numbered SQL files, embedded, forward only, each in one transaction
// together with its row in schema_migrations. Several processes starting at once is a tested case.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace store {

struct Migration {
  int version;            // 1, 2, …
  std::string_view name;  // "0001_first.sql"
  std::string_view sql;
};

/// In order of version.
std::vector<Migration> migrations(Dialect dialect);

struct Migrated {
  int from;
  int to;
};
/// Brings the database to the newest version. A Problem when it is newer than this program.
base::Result<Migrated> migrate(Database& database);
/// The same with these migrations: the first few of them make a database as an older release left
/// it.
base::Result<Migrated> migrate(Database& database, std::span<const Migration> known);

}  // namespace store
