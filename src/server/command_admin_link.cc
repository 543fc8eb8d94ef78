#include <CLI/CLI.hpp>
#include <ostream>

#include "server/commands.h"
#include "server/installation.h"
#include "store/queries/accounts.h"

namespace server {
namespace {

int admin_link(const World& world) {
  const auto settings = settings_or_report(world);
  if (!settings) return 1;
  const auto database = open_database(*settings, store::SqliteOptions::Use::tool);
  if (!database) return fail(world, database.problem());
  bool is_first = true;
  database.value()->read([&](store::Transaction& tx) { is_first = !store::has_administrator(tx); });
  world.out << make_administrator_link(*settings, *database.value(), world.random, world.clock())
            << "\n";
  world.err << "Open this link within 24 hours; it works once and makes "
            << (is_first ? "the first administrator.\n" : "another administrator.\n");
  return 0;
}

}  // namespace

void add_admin_link(CLI::App& app, const World& world, int& status) {
  CLI::App* command =
      app.add_subcommand("admin-link", "Prints a one-time link that makes an administrator");
  command->footer(
      "Examples:\n"
      "  callout admin-link\n"
      "\n"
      "The link is good for 24 hours and once. Whoever opens it chooses a name, an e-mail address "
      "and\n"
      "a password: hand it over in private.");
  command->callback([&] { status = admin_link(world); });
}

}  // namespace server
