#include "store/migrate.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

#include "embedded/migrations.h"
#include "store/migration_script.h"

namespace store {

Sql migration_statement(std::string_view text) {
  return Sql(Sql::FromMigration{}, text);
}

namespace {

int version_of(std::string_view name) {
  int version = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), version);
  if (error != std::errc() || *end != '_' || version < 1) {
    throw Failure("a migration's name is a number and words: " + std::string(name));
  }
  return version;
}

int current_version(Database& database) {
  int version = 0;
  database.write([&](Transaction& tx) {
    tx.run(R"sql(
        CREATE TABLE IF NOT EXISTS schema_migrations (
          version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)
        )sql");
    const Rows newest = tx.run(R"sql(SELECT COALESCE(MAX(version), 0) FROM schema_migrations)sql");
    version = static_cast<int>(newest.at(0).integer(0));
  });
  return version;
}

// Two processes that find no table may both make it; on PostgreSQL the second one then collides.
int current_version_at_the_second_try(Database& database) {
  try {
    return current_version(database);
  } catch (const Conflict&) {
    return current_version(database);
  }
}

void apply(Transaction& tx, const Migration& migration) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  // The row is also the lock: another process's insert waits for our commit, then finds it taken.
  const Rows claimed = tx.run(R"sql(
      INSERT INTO schema_migrations (version, name, applied_at) VALUES ($1, $2, $3)
      ON CONFLICT (version) DO NOTHING RETURNING version
      )sql",
                              {migration.version, migration.name, now});
  if (claimed.empty()) return;
  for (const std::string_view statement : statements_of(migration.sql)) {
    tx.run(migration_statement(statement));
  }
}

}  // namespace

std::vector<Migration> migrations(Dialect dialect) {
  const std::string_view folder = dialect == Dialect::sqlite ? "sqlite/" : "postgres/";
  std::vector<Migration> found;
  for (const embedded::File& file : embedded::migrations()) {
    if (!file.name.starts_with(folder)) continue;
    const std::string_view name = file.name.substr(folder.size());
    found.push_back({version_of(name), name, file.bytes});
  }
  std::ranges::sort(found, {}, &Migration::version);
  return found;
}

base::Result<Migrated> migrate(Database& database) {
  return migrate(database, migrations(database.dialect()));
}

base::Result<Migrated> migrate(Database& database, std::span<const Migration> known) {
  const int from = current_version_at_the_second_try(database);
  const int newest = known.empty() ? 0 : known.back().version;
  if (from > newest) {
    return base::Problem{"DATABASE_URL",
                         "the database has schema version " + std::to_string(from) +
                             ", this program knows up to " + std::to_string(newest),
                         "start the newer program, or restore the backup made before it ran"};
  }
  for (const Migration& migration : known) {
    if (migration.version <= from) continue;
    database.write([&](Transaction& tx) { apply(tx, migration); });
  }
  return Migrated{from, newest};
}

}  // namespace store
