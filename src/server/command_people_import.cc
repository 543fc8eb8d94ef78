#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <set>
#include <sstream>

#include "app/import_people.h"
#include "server/commands.h"
#include "server/import_report.h"
#include "server/installation.h"
#include "server/made_of_settings.h"
#include "server/pins_file.h"

namespace server {
namespace {

struct Request {
  std::string file;
  std::string pins_out;
  bool dry_run = false;
  bool skip_bad = false;
};

base::Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  std::ifstream stream(path, std::ios::binary);
  const bool is_file = stream && !std::filesystem::is_directory(path, error);
  std::ostringstream text;
  if (is_file && stream.peek() != std::ifstream::traits_type::eof()) text << stream.rdbuf();
  if (is_file && !stream.bad()) return text.str();
  return base::Problem{"", path + " can't be read", "check the name and the permissions"};
}

std::string name_of(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

/// One run of the command, from the file's text on.
class Import {
 public:
  Import(const World& world, const Request& request, const Settings& settings,
         store::Database& database, const platform::Vault& vault)
      : world_(world),
        request_(request),
        database_(database),
        vault_(vault),
        options_(import_options_of(settings, name_of(request.file), world.clock())) {}

  int run(const std::string& csv) {
    store::OnFile on_file;
    database_.read([&](store::Transaction& tx) { on_file = store::read_on_file(tx); });
    const auto plan = app::plan_import(csv, on_file, vault_, world_.random, options_);
    if (!plan) {
      report_problems(world_.err, request_.file, plan.problem());
      world_.err << "Nothing was imported.\n";
      return 1;
    }
    report_problems(world_.err, request_.file, plan.value().problems);
    for (const std::string& warning : plan.value().warnings) {
      world_.err << "Note: " << warning << ".\n";
    }
    return act_on(plan.value());
  }

 private:
  int act_on(const app::ImportPlan& plan) {
    const bool is_refused = !plan.problems.empty() && !request_.skip_bad;
    if (is_refused) {
      world_.err << "Nothing was imported: mend these rows, or leave them out with --skip-bad.\n";
      return 1;
    }
    if (request_.dry_run) {
      world_.out << plan_in_words(plan) << "Nothing was written: this was a dry run.\n";
      return 0;
    }
    const auto pins = app::new_pins(plan);
    // Before the import: once the PINs are in the database nobody can read them back.
    if (!request_.pins_out.empty() && !pins.empty()) {
      if (const auto problem = make_pins_file(request_.pins_out, pins))
        return fail(world_, *problem);
    }
    return carry_out(plan, pins.size());
  }

  int carry_out(const app::ImportPlan& plan, std::size_t planned_pins) {
    const auto outcome = app::carry_out_import(database_, plan, options_);
    report_problems(world_.err, request_.file, outcome.problems);
    if (!request_.pins_out.empty() && outcome.new_pins.size() < planned_pins) {
      const auto problem = rewrite_pins_file(request_.pins_out, outcome.new_pins);
      if (problem) fail(world_, *problem);
    }
    world_.out << outcome_in_words(outcome, plan);
    report_pins(outcome.new_pins.size());
    return outcome.problems.empty() ? 0 : 1;
  }

  void report_pins(std::size_t count) {
    if (count == 0) return;
    if (!request_.pins_out.empty()) {
      world_.out << count << " new PINs are in " << request_.pins_out
                 << ", readable by you only. Delete it once people have them.\n";
      return;
    }
    world_.out << count << " new PINs were made and not written down (--pins-out FILE does that). "
               << "People get\nanother one in the application, from HR or on their own page.\n";
  }

  const World& world_;
  const Request& request_;
  store::Database& database_;
  const platform::Vault& vault_;
  app::ImportOptions options_;
};

int import_people(const World& world, const Request& request) {
  const auto settings = settings_or_report(world);
  if (!settings) return 1;
  const auto csv = read_file(request.file);
  if (!csv) return fail(world, csv.problem());
  const auto database = open_database(*settings, store::SqliteOptions::Use::tool);
  if (!database) return fail(world, database.problem());
  const auto vault = open_vault(*settings, *database.value(), world.random, world.clock());
  if (!vault) return fail(world, vault.problem());
  return Import(world, request, *settings, *database.value(), vault.value()).run(csv.value());
}

}  // namespace

void add_people_import(CLI::App& people, const World& world, int& status) {
  CLI::App* command = people.add_subcommand("import", "Puts the people of a CSV file on file");
  command->footer(
      "Examples:\n"
      "  callout people import people.csv --dry-run          what would happen\n"
      "  callout people import people.csv --pins-out pins.csv\n"
      "\n"
      "  employee_number,name,email,phone,team,position,role,language,pin\n"
      "  1001,Ana Ruiz,ana@example.org,(555) 010-0123,Clinical,RN,manager+hr,es,\n"
      "\n"
      "More columns, if wanted: site, second_phone, shared (yes: several people use the phone),\n"
      "first_day, last_day (2026-11-22). Required are employee_number, name and team. An empty "
      "cell\n"
      "leaves what is on file; an empty pin is made at random for new people. Teams, positions "
      "and\n"
      "sites are made. The same file again changes nothing. A bad row stops the whole file.");
  const auto request = std::make_shared<Request>();
  command->add_option("FILE", request->file, "the CSV file (UTF-8)")->required();
  command->add_flag("--dry-run", request->dry_run, "check and report, write nothing");
  command->add_flag("--skip-bad", request->skip_bad, "leave bad rows out, import the others");
  command->add_option("--pins-out", request->pins_out, "write new PINs to this new file (0600)");
  command->callback([&world, &status, request] { status = import_people(world, *request); });
}

}  // namespace server
