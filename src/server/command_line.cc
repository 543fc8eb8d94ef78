#include "server/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>
#include <sstream>
#include <vector>

#include "server/commands.h"

namespace server {
namespace {

/// Examples, which stand in the footer, come before everything else.
class ExamplesFirst : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    if (mode == CLI::AppFormatMode::Sub) return make_expanded(app);
    std::ostringstream help;
    help << make_description(app) << "\n"
         << make_footer(app) << "\n"
         << make_usage(app, std::move(name)) << make_positionals(app) << make_groups(app, mode)
         << make_subcommands(app, mode);
    return help.str();
  }
};

}  // namespace

int run(std::span<const std::string> arguments, const World& world) {
  int status = 0;
  CLI::App app("Callout: a line to call or text when you can't come to work.", "callout");
  app.formatter(std::make_shared<ExamplesFirst>());
  app.footer(
      "Examples:\n"
      "  callout demo                            everything to try, with no account anywhere\n"
      "  callout serve                           starts the server\n"
      "  callout people import people.csv        puts people on file\n"
      "  callout admin-link                      a link that makes an administrator\n"
      "  callout people import --help            more about one command");
  app.require_subcommand(1);
  add_serve(app, world, status);
  add_demo(app, world, status);
  add_simulator(app, world, status);
  add_migrate(app, world, status);
  add_people(app, world, status);
  add_admin_link(app, world, status);
  add_backup(app, world, status);
  add_costs(app, world, status);
  add_settings(app, world, status);
  add_version(app, world, status);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& stopped) {
    return app.exit(stopped, world.out, world.err) == 0 ? 0 : 2;
  }
  return status;
}

}  // namespace server
