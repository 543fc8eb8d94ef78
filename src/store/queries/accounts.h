// Who may sign in: passwords, links that work once, and the settings that the application keeps.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/database.h"

namespace store {

struct Account {
  people::UserId user;
  std::string name;
  std::string email;
  std::vector<people::Role> roles;
};
/// The active person with this e-mail address, whatever its case.
std::optional<Account> account_with_email(Transaction& tx, std::string_view email);

/// Nothing for an account that is not there.
std::optional<std::string> name_of(Transaction& tx, people::UserId user);
std::optional<people::Language> language_of(Transaction& tx, people::UserId user);

/// Takes the hash, never the password, and ends the person's sessions: whoever knew the old
/// password is out.
void set_password(Transaction& tx, people::UserId user, std::string_view password_hash,
                  base::Moment now);

bool has_administrator(Transaction& tx);

/// The purpose of the link that makes an administrator.
inline constexpr std::string_view administrator_link = "administrator";

/// Keeps a link's token, as its SHA-256 only, until it is used or expires.
void add_token(Transaction& tx, std::string_view purpose, std::string_view token, base::Moment now,
               base::Moment expires);
/// Whether `use_token` would take it now.
bool is_token_good(Transaction& tx, std::string_view purpose, std::string_view token,
                   base::Moment now);
/// True once for a token of this purpose that has not expired.
bool use_token(Transaction& tx, std::string_view purpose, std::string_view token, base::Moment now);

/// Those that nobody has used yet work no longer.
void void_tokens(Transaction& tx, std::string_view purpose, base::Moment now);

std::optional<std::string> setting(Transaction& tx, std::string_view name);
void put_setting(Transaction& tx, std::string_view name, std::string_view value,
                 std::optional<people::UserId> by, base::Moment now);

}  // namespace store
