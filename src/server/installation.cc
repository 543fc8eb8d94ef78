#include "server/installation.h"

#include <chrono>
#include <system_error>
#include <utility>

#include "store/migrate.h"
#include "store/queries/accounts.h"
#include "store/queries/audit.h"
#include "store/queries/keys.h"

namespace server {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours link_lifetime(24);

fs::path key_file(const Settings& settings) {
  return settings.data_dir / "secret.key";
}

std::optional<base::Problem> make_data_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return {};
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (!error) return {};
  return base::Problem{"DATA_DIR",
                       "is " + folder.string() + ", which can't be made: " + error.message(),
                       "name a folder that this user may write to"};
}

void keep_link(store::Transaction& tx, std::string_view token, const std::string& actor,
               base::Moment now) {
  store::add_token(tx, store::administrator_link, token, now, now + link_lifetime);
  store::append_audit(tx,
                      {.actor = actor,
                       .action = "administrator link made",
                       .subject = "one_time_tokens",
                       .detail = "good for 24 hours"},
                      now);
}

/// Behind the '#', so that it goes into no log on its way.
std::string link_with(const Settings& settings, const std::string& token) {
  return settings.public_base_url + "/start#" + token;
}

}  // namespace

base::Result<std::unique_ptr<store::Database>> open_database(const Settings& settings,
                                                             store::SqliteOptions::Use use,
                                                             const std::string& vfs) {
  if (auto problem = make_data_folder(settings.data_dir)) return *std::move(problem);
  store::SqliteOptions options;
  options.file = settings.database_file;
  options.use = use;
  options.vfs = vfs;
  auto database = store::open_sqlite(options);
  if (!database) return database;
  const auto migrated = store::migrate(*database.value());
  if (!migrated) return migrated.problem();
  return database;
}

base::Result<platform::SecretKey> secret_key_of(const Settings& settings, store::Database& database,
                                                const platform::Random& random) {
  if (settings.secret_key) return *settings.secret_key;
  std::error_code error;
  // A new key would open nothing of what is there, and hide that the old one is lost.
  if (!fs::exists(key_file(settings), error) && store::has_data_key(database)) {
    return base::Problem{"CALLOUT_SECRET_KEY",
                         "is not set and " + key_file(settings).string() +
                             " is gone, but the database was made with a key",
                         "put that file back or set the variable to the key"};
  }
  return platform::SecretKey::load_or_make(settings.data_dir, random);
}

base::Result<platform::Vault> open_vault(const Settings& settings, store::Database& database,
                                         const platform::Random& random, base::Moment now) {
  const auto key = secret_key_of(settings, database, random);
  if (!key) return key.problem();
  return store::open_vault(database, key.value(), random, now);
}

std::string place_of_secret_key(const Settings& settings) {
  if (settings.secret_key) return "in CALLOUT_SECRET_KEY";
  return "in " + key_file(settings).string();
}

std::string make_administrator_link(const Settings& settings, store::Database& database,
                                    const platform::Random& random, base::Moment now) {
  const std::string token = platform::random_token(random);
  database.write([&](store::Transaction& tx) { keep_link(tx, token, "command line", now); });
  return link_with(settings, token);
}

std::optional<std::string> first_administrator_link(const Settings& settings,
                                                    store::Database& database,
                                                    const platform::Random& random,
                                                    base::Moment now) {
  const std::string token = platform::random_token(random);
  bool is_needed = false;
  database.write([&](store::Transaction& tx) {
    is_needed = !store::has_administrator(tx);
    if (!is_needed) return;
    store::void_tokens(tx, store::administrator_link, now);
    keep_link(tx, token, "server start", now);
  });
  if (!is_needed) return {};
  return link_with(settings, token);
}

}  // namespace server
