#include <CLI/CLI.hpp>
#include <ostream>

#include "server/commands.h"

#ifndef CALLOUT_VERSION
#define CALLOUT_VERSION "(unversioned build)"
#endif

namespace server {

void add_version(CLI::App& app, const World& world, int& status) {
  CLI::App* command = app.add_subcommand("version", "Prints the version");
  command->footer("Examples:\n  callout version");
  command->callback([&] {
    world.out << "callout " CALLOUT_VERSION "\n";
    status = 0;
  });
}

}  // namespace server
