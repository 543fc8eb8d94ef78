#include "store/queries/sessions.h"

#include "platform/vault.h"

namespace store {
namespace {

constexpr Sql insert_session(R"sql(
  INSERT INTO sessions
    (token_hash, user_id, is_remembered, created_at, last_seen_at, confirmed_at, expires_at)
  VALUES ($1, $2, $3, $4, $4, $4, $5)
)sql");

constexpr Sql select_session(R"sql(
  SELECT s.is_remembered, s.last_seen_at, s.confirmed_at, s.expires_at,
    u.id, m.id, u.name, u.first_name, u.email, u.language
  FROM sessions s
  JOIN users u ON u.id = s.user_id AND u.is_active = 1
  LEFT JOIN team_members m ON m.user_id = u.id
  WHERE s.token_hash = $1
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
)sql");

constexpr Sql select_roles(R"sql(
  SELECT role FROM user_roles WHERE user_id = $1 ORDER BY role
)sql");

constexpr Sql update_touched(R"sql(
  UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1
)sql");

constexpr Sql update_renewed(R"sql(
  UPDATE sessions SET expires_at = $2 WHERE token_hash = $1
)sql");

constexpr Sql update_confirmed(R"sql(
  UPDATE sessions SET confirmed_at = $2 WHERE token_hash = $1
)sql");

constexpr Sql delete_session(R"sql(
  DELETE FROM sessions WHERE token_hash = $1
)sql");

constexpr Sql delete_sessions_of(R"sql(
  DELETE FROM sessions WHERE user_id = $1
)sql");

constexpr Sql delete_expired(R"sql(
  DELETE FROM sessions WHERE expires_at <= $1
)sql");

constexpr Sql update_language(R"sql(
  UPDATE users SET language = $2, updated_at = $3 WHERE id = $1
)sql");

std::optional<std::string> maybe_text(const Row& row, std::size_t column) {
  if (row.is_null(column)) return {};
  return row.text(column);
}

}  // namespace

void add_session(Transaction& tx, std::string_view token, const NewSession& session,
                 base::Moment now) {
  tx.run(insert_session,
         {platform::sha256(token), session.user, session.is_remembered, now, session.expires});
}

std::optional<Session> find_session(Transaction& tx, std::string_view token, base::Day day) {
  const Rows found = tx.run(select_session, {platform::sha256(token), day});
  if (found.empty()) return {};
  const Row& row = found.front();
  Session session{.is_remembered = row.flag(0),
                  .last_seen_at = row.moment(1),
                  .confirmed_at = row.moment(2),
                  .expires_at = row.moment(3),
                  .user = row.id<people::UserId>(4),
                  .member = row.maybe_id<people::MemberId>(5),
                  .name = row.text(6),
                  .first_name = row.text(7),
                  .email = maybe_text(row, 8),
                  .language = people::parse_language(row.text(9)).value_or(people::Language::en),
                  .roles = {}};
  for (const Row& role : tx.run(select_roles, {session.user})) {
    if (const auto known = people::parse_role(role.text(0))) session.roles.push_back(*known);
  }
  return session;
}

void touch_session(Transaction& tx, std::string_view token, base::Moment now) {
  tx.run(update_touched, {platform::sha256(token), now});
}

void renew_session(Transaction& tx, std::string_view token, base::Moment expires) {
  tx.run(update_renewed, {platform::sha256(token), expires});
}

void confirm_session(Transaction& tx, std::string_view token, base::Moment now) {
  tx.run(update_confirmed, {platform::sha256(token), now});
}

void end_session(Transaction& tx, std::string_view token) {
  tx.run(delete_session, {platform::sha256(token)});
}

void end_sessions_of(Transaction& tx, people::UserId user) {
  tx.run(delete_sessions_of, {user});
}

void forget_sessions(Transaction& tx, base::Moment now) {
  tx.run(delete_expired, {now});
}

void set_language(Transaction& tx, people::UserId user, people::Language language,
                  base::Moment now) {
  tx.run(update_language, {user, people::code_of(language), now});
}

}  // namespace store
