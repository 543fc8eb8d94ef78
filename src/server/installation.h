// An installation on disk: the data folder, the database brought to the newest schema, the secret
// key.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "platform/vault.h"
#include "server/settings.h"
#include "store/sqlite.h"

namespace server {

/// Makes the data folder (for this user only) and the database where they are missing, and
/// migrates. `vfs`: SQLite's file layer; empty: the system's own.
base::Result<std::unique_ptr<store::Database>> open_database(const Settings& settings,
                                                             store::SqliteOptions::Use use,
                                                             const std::string& vfs = {});

/// CALLOUT_SECRET_KEY, else the key kept in the data folder; made there only while the database
/// holds nothing that it would have to open.
base::Result<platform::SecretKey> secret_key_of(const Settings& settings, store::Database& database,
                                                const platform::Random& random);

/// With the secret key's check against this database.
base::Result<platform::Vault> open_vault(const Settings& settings, store::Database& database,
                                         const platform::Random& random, base::Moment now);

/// Where the secret key is, in words.
std::string place_of_secret_key(const Settings& settings);

/// A link, good once and for 24 hours, that makes an administrator. Its token stands in no table,
/// only its hash does.
std::string make_administrator_link(const Settings& settings, store::Database& database,
                                    const platform::Random& random, base::Moment now);

/// The same for a start without any administrator on file, nothing where there is one. Each start
/// makes another, so it voids those made before.
std::optional<std::string> first_administrator_link(const Settings& settings,
                                                    store::Database& database,
                                                    const platform::Random& random,
                                                    base::Moment now);

}  // namespace server
