#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "app/password_rule.h"
#include "server/commands.h"
#include "server/installation.h"
#include "store/queries/accounts.h"
#include "store/queries/audit.h"

namespace server {
namespace {

base::Result<std::string> ask_password(const World& world) {
  const auto password = world.ask_secret("New password: ");
  if (!password) return base::Problem{"", "no password was entered", "try again"};
  if (world.is_interactive && world.ask_secret("Once more: ") != password) {
    return base::Problem{"", "the two passwords differ", "try again"};
  }
  return *password;
}

std::optional<store::Account> find_account(store::Database& database, const std::string& email) {
  std::optional<store::Account> account;
  database.read([&](store::Transaction& tx) { account = store::account_with_email(tx, email); });
  return account;
}

void write_password(store::Database& database, const store::Account& account,
                    const std::string& password, base::Moment now) {
  const std::string hash = platform::hash_password(password);
  database.write([&](store::Transaction& tx) {
    store::set_password(tx, account.user, hash, now);
    store::append_audit(tx,
                        {.actor = "command line",
                         .action = "password set",
                         .subject = "users",
                         .subject_id = account.user.value()},
                        now);
  });
}

int set_password(const World& world, const std::string& email) {
  const auto settings = settings_or_report(world);
  if (!settings) return 1;
  const auto database = open_database(*settings, store::SqliteOptions::Use::tool);
  if (!database) return fail(world, database.problem());
  const auto account = find_account(*database.value(), email);
  if (!account) {
    return fail(world, {"", "no active person has the address " + email,
                        "import them first, or `callout admin-link` makes an administrator"});
  }
  const auto password = ask_password(world);
  if (!password) return fail(world, password.problem());
  if (const auto problem = app::judge_password(password.value(), account->email)) {
    return fail(world, *problem);
  }
  write_password(*database.value(), *account, password.value(), world.clock());
  world.out << "The password of " << account->email << " is set. Open sessions have ended.\n";
  return 0;
}

}  // namespace

void add_people_set_password(CLI::App& people, const World& world, int& status) {
  CLI::App* command = people.add_subcommand("set-password", "Sets somebody's password");
  command->footer(
      "Examples:\n"
      "  callout people set-password ana@example.org\n"
      "  pass show callout/ana | callout people set-password ana@example.org\n"
      "\n"
      "Asks twice and shows nothing; from a pipe it takes one line. At least 12 characters, not "
      "one of\n"
      "the first that are tried, not the name in the address. Ends the person's sessions.");
  const auto email = std::make_shared<std::string>();
  command->add_option("EMAIL", *email, "the address of an active person")->required();
  command->callback([&world, &status, email] { status = set_password(world, *email); });
}

}  // namespace server
