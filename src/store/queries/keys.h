// The key that encrypts fields: random, wrapped by the installation's secret key, made when the
// database is new. It is also the check value: only the secret key that wrapped it opens it.
#pragma once

#include "base/result.h"
#include "platform/secret_key.h"
#include "platform/vault.h"
#include "store/database.h"

namespace store {

/// Whether something may be encrypted here already, so that a new secret key would open nothing.
bool has_data_key(Database& database);

/// Any number of processes may come at once: they end with the same key. A Problem (field
/// CALLOUT_SECRET_KEY) when another secret key belongs to this database.
base::Result<platform::Vault> open_vault(Database& database, const platform::SecretKey& master,
                                         const platform::Random& random, base::Moment now);

}  // namespace store
