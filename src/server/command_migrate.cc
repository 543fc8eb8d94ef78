#include <CLI/CLI.hpp>
#include <ostream>

#include "server/commands.h"
#include "server/installation.h"
#include "store/migrate.h"

namespace server {
namespace {

int migrate(const World& world) {
  const auto settings = settings_or_report(world);
  if (!settings) return 1;
  const auto database = open_database(*settings, store::SqliteOptions::Use::tool);
  if (!database) return fail(world, database.problem());
  const auto known = store::migrations(database.value()->dialect());
  world.out << settings->database_file.string() << " has schema version "
            << (known.empty() ? 0 : known.back().version) << ", the newest.\n";
  return 0;
}

}  // namespace

void add_migrate(CLI::App& app, const World& world, int& status) {
  CLI::App* command = app.add_subcommand("migrate", "Brings the database to the newest schema");
  command->footer(
      "Examples:\n"
      "  callout migrate\n"
      "\n"
      "`callout serve` does the same at its start. Nothing is lost, and there is no way back: make "
      "a\n"
      "backup first.");
  command->callback([&] { status = migrate(world); });
}

}  // namespace server
