#include <CLI/CLI.hpp>
#include <memory>

#include "server/commands.h"

namespace server {
namespace {

std::string variable(const World& world, const char* name, const char* otherwise) {
  const auto found = world.environment.find(name);
  return found == world.environment.end() || found->second.empty() ? otherwise : found->second;
}

/// Of the settings only these: the rest is the demo's own, so that no account of yours is touched.
int demonstrate(const World& world, Demonstration asked) {
  const std::filesystem::path data = variable(world, "DATA_DIR", "data");
  asked.folder = (data.is_absolute() ? data : world.folder / data) / "demo";
  asked.time_zone = variable(world, "TIME_ZONE", "");
  asked.log_level = variable(world, "LOG_LEVEL", "warning");
  return world.demonstrate(asked);
}

}  // namespace

void add_demo(CLI::App& app, const World& world, int& status) {
  CLI::App* command =
      app.add_subcommand("demo", "Everything to try, with invented people and no account anywhere");
  command->footer(
      "Examples:\n"
      "  callout demo            then open the addresses that it prints\n"
      "  callout demo --fresh    forgets what was tried and begins anew\n"
      "\n"
      "25 invented people with 90 days behind them, a phone to call and text the line in the\n"
      "browser, and a mailbox with the mail that was sent. Nothing leaves this machine. It keeps\n"
      "its own data in the folder demo of DATA_DIR, and of the settings it heeds DATA_DIR,\n"
      "TIME_ZONE and LOG_LEVEL only. Ends with Ctrl-C.");
  const auto asked = std::make_shared<Demonstration>();
  const auto add_port = [command](const char* option, std::uint16_t& port, const char* meaning) {
    command->add_option(option, port, meaning)->check(CLI::Range(0, 65535))->capture_default_str();
  };
  add_port("--port", asked->port, "of the web application; 0: any");
  add_port("--simulator-port", asked->simulator_port, "of the phone page");
  add_port("--mailbox-port", asked->mailbox_port, "of the mailbox page");
  command->add_flag("--fresh", asked->is_fresh, "begins anew: what was tried is deleted");
  command->callback([&world, &status, asked] { status = demonstrate(world, *asked); });
}

}  // namespace server
