#include <CLI/CLI.hpp>

#include "server/commands.h"

namespace server {
namespace {

int serve(const World& world) {
  const auto settings = settings_or_report(world);
  if (!settings) return 1;
  return world.serve(*settings);
}

}  // namespace

void add_serve(CLI::App& app, const World& world, int& status) {
  CLI::App* command = app.add_subcommand("serve", "Starts the server");
  command->footer(
      "Examples:\n"
      "  callout serve\n"
      "  PORT=8080 callout serve\n"
      "  DATA_DIR=/var/lib/callout PUBLIC_BASE_URL=https://callout.example.org callout serve\n"
      "\n"
      "Settings come from the environment and from .env in this folder; `callout settings` shows\n"
      "them. The schema is brought up to date first. Ends on SIGTERM or Ctrl-C, after the "
      "requests\n"
      "under way.");
  command->callback([&] { status = serve(world); });
}

}  // namespace server
