#include "store/queries/accounts.h"

namespace store {
namespace {

constexpr Sql select_account(R"sql(
  SELECT id, name, email FROM users WHERE LOWER(email) = LOWER($1) AND is_active = 1
)sql");

constexpr Sql select_roles(R"sql(
  SELECT role FROM user_roles WHERE user_id = $1 ORDER BY role
)sql");

constexpr Sql update_password(R"sql(
  UPDATE users SET password_hash = $2, updated_at = $3 WHERE id = $1
)sql");

constexpr Sql delete_sessions(R"sql(
  DELETE FROM sessions WHERE user_id = $1
)sql");

constexpr Sql select_administrator(R"sql(
  SELECT 1 FROM user_roles r JOIN users u ON u.id = r.user_id AND u.is_active = 1
  WHERE r.role = 'administrator' LIMIT 1
)sql");

constexpr Sql insert_token(R"sql(
  INSERT INTO one_time_tokens (token_hash, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4)
)sql");

constexpr Sql select_good_token(R"sql(
  SELECT 1 FROM one_time_tokens
  WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
)sql");

constexpr Sql update_used_token(R"sql(
  UPDATE one_time_tokens SET used_at = $3
  WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
  RETURNING purpose
)sql");

constexpr Sql update_void_tokens(R"sql(
  UPDATE one_time_tokens SET expires_at = $2
  WHERE purpose = $1 AND used_at IS NULL AND expires_at > $2
)sql");

constexpr Sql select_name(R"sql(
  SELECT name FROM users WHERE id = $1
)sql");

constexpr Sql select_language(R"sql(
  SELECT language FROM users WHERE id = $1
)sql");

constexpr Sql select_setting(R"sql(
  SELECT value FROM settings WHERE name = $1
)sql");

constexpr Sql upsert_setting(R"sql(
  INSERT INTO settings (name, value, updated_at, updated_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT (name) DO UPDATE
    SET value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by
)sql");

}  // namespace

std::optional<Account> account_with_email(Transaction& tx, std::string_view email) {
  const Rows found = tx.run(select_account, {email});
  if (found.empty()) return {};
  Account account{.user = found.front().id<people::UserId>(0),
                  .name = found.front().text(1),
                  .email = found.front().text(2),
                  .roles = {}};
  for (const Row& row : tx.run(select_roles, {account.user})) {
    if (const auto role = people::parse_role(row.text(0))) account.roles.push_back(*role);
  }
  return account;
}

std::optional<std::string> name_of(Transaction& tx, people::UserId user) {
  const Rows found = tx.run(select_name, {user});
  if (found.empty()) return {};
  return found.front().text(0);
}

std::optional<people::Language> language_of(Transaction& tx, people::UserId user) {
  const Rows found = tx.run(select_language, {user});
  if (found.empty()) return {};
  return people::parse_language(found.front().text(0));
}

void set_password(Transaction& tx, people::UserId user, std::string_view password_hash,
                  base::Moment now) {
  tx.run(update_password, {user, password_hash, now});
  tx.run(delete_sessions, {user});
}

bool has_administrator(Transaction& tx) {
  return !tx.run(select_administrator).empty();
}

void add_token(Transaction& tx, std::string_view purpose, std::string_view token, base::Moment now,
               base::Moment expires) {
  tx.run(insert_token, {platform::sha256(token), purpose, now, expires});
}

bool is_token_good(Transaction& tx, std::string_view purpose, std::string_view token,
                   base::Moment now) {
  return !tx.run(select_good_token, {platform::sha256(token), purpose, now}).empty();
}

bool use_token(Transaction& tx, std::string_view purpose, std::string_view token,
               base::Moment now) {
  return !tx.run(update_used_token, {platform::sha256(token), purpose, now}).empty();
}

void void_tokens(Transaction& tx, std::string_view purpose, base::Moment now) {
  tx.run(update_void_tokens, {purpose, now});
}

std::optional<std::string> setting(Transaction& tx, std::string_view name) {
  const Rows found = tx.run(select_setting, {name});
  if (found.empty()) return {};
  return found.front().text(0);
}

void put_setting(Transaction& tx, std::string_view name, std::string_view value,
                 std::optional<people::UserId> by, base::Moment now) {
  tx.run(upsert_setting, {name, value, now, by});
}

}  // namespace store
