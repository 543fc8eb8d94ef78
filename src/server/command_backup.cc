#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <system_error>

#include "server/commands.h"
#include "server/installation.h"

namespace server {
namespace {

int backup(const World& world, const std::filesystem::path& file) {
  const auto settings = settings_or_report(world);
  if (!settings) return 1;
  std::error_code error;
  if (!std::filesystem::exists(settings->database_file, error)) {
    return fail(world, {"DATABASE_URL",
                        "names " + settings->database_file.string() + ", which is not there",
                        "run this in the folder of the server's .env, or set DATA_DIR"});
  }
  const auto copy = store::backup_sqlite(settings->database_file, file);
  if (!copy) return fail(world, copy.problem());
  world.out << "The database is in " << copy.value().string() << ".\n"
            << "The secret key is not in it. It is " << place_of_secret_key(*settings)
            << ": keep a copy of it in another\n"
            << "place. Without it nobody can read the reasons and messages, and no PIN works.\n"
            << "Recordings and documents are files in " << settings->data_dir.string()
            << ": copy them too.\n";
  return 0;
}

}  // namespace

void add_backup(CLI::App& app, const World& world, int& status) {
  CLI::App* command = app.add_subcommand("backup", "Copies the database, also while it is in use");
  command->footer(
      "Examples:\n"
      "  callout backup /mnt/backup/callout-2026-11-22.db\n"
      "\n"
      "The copy is complete and consistent, readable by this user only, and never overwrites a "
      "file.\n"
      "The secret key is not in it; the command says where it is.");
  const auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "where to")->required();
  command->callback([&world, &status, file] { status = backup(world, *file); });
}

}  // namespace server
