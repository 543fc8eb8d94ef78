#include "store/queries/keys.h"

#include <optional>

namespace store {
namespace {

constexpr const char* fields = "fields";

constexpr Sql select_key(R"sql(
  SELECT wrapped FROM data_keys WHERE purpose = $1
)sql");

constexpr Sql insert_key(R"sql(
  INSERT INTO data_keys (purpose, wrapped, created_at) VALUES ($1, $2, $3)
  ON CONFLICT (purpose) DO NOTHING
)sql");

std::optional<platform::WrappedKey> find_key(Database& database) {
  std::optional<platform::WrappedKey> key;
  database.read([&](Transaction& tx) {
    const Rows found = tx.run(select_key, {fields});
    if (!found.empty()) key = platform::WrappedKey{found.front().bytes(0)};
  });
  return key;
}

}  // namespace

bool has_data_key(Database& database) {
  return find_key(database).has_value();
}

base::Result<platform::Vault> open_vault(Database& database, const platform::SecretKey& master,
                                         const platform::Random& random, base::Moment now) {
  if (!has_data_key(database)) {
    const platform::WrappedKey fresh = platform::make_data_key(master, random);
    database.write([&](Transaction& tx) { tx.run(insert_key, {fields, fresh.wrapped, now}); });
  }
  // Read again: another process may have been first, and then its key is the one.
  const auto data_key = platform::unwrap(master, find_key(database).value());
  if (data_key) return platform::Vault(*data_key, random);
  return base::Problem{"CALLOUT_SECRET_KEY", "is not the key of this database",
                       "set the one that it was made with, or put the right secret.key back into "
                       "DATA_DIR; nothing was changed"};
}

}  // namespace store
