#include <CLI/CLI.hpp>

#include "server/commands.h"

namespace server {

void add_people(CLI::App& app, const World& world, int& status) {
  CLI::App* command = app.add_subcommand("people", "Puts people on file, sets their passwords");
  command->footer(
      "Examples:\n"
      "  callout people import people.csv --dry-run\n"
      "  callout people set-password ana@example.org");
  command->require_subcommand(1);
  add_people_import(*command, world, status);
  add_people_set_password(*command, world, status);
}

}  // namespace server
