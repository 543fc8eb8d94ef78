#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "server/commands.h"
#include "server/settings_text.h"

namespace server {
namespace {

enum class Form { in_use, example, markdown };

int settings(const World& world, Form form) {
  switch (form) {
    case Form::example: world.out << env_example(); return 0;
    case Form::markdown: world.out << settings_markdown(); return 0;
    case Form::in_use: break;
  }
  const auto checked = settings_or_report(world);
  if (!checked) return 1;
  world.out << settings_in_use(world.environment, world.folder);
  for (const std::string& name : checked->unknown) {
    world.err << "callout: " << name << " in .env means nothing here: is it mistyped?\n";
  }
  return 0;
}

}  // namespace

void add_settings(CLI::App& app, const World& world, int& status) {
  CLI::App* command = app.add_subcommand("settings", "Checks the settings and shows them");
  command->footer(
      "Examples:\n"
      "  callout settings                        what holds and where it comes from, secrets "
      "hidden\n"
      "  callout settings --example > .env       a file to start with\n"
      "  callout settings --markdown             the table of the README");
  const auto form = std::make_shared<Form>(Form::in_use);
  auto* example = command->add_flag_callback(
      "--example", [form] { *form = Form::example; }, "print .env.example");
  command
      ->add_flag_callback(
          "--markdown", [form] { *form = Form::markdown; }, "print the README's table")
      ->excludes(example);
  command->callback([&world, &status, form] { status = settings(world, *form); });
}

}  // namespace server
