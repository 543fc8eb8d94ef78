#include "store/queries/sign_in_codes.h"

namespace store {
namespace {

constexpr Sql delete_code(R"sql(
  DELETE FROM one_time_tokens WHERE purpose = 'sign_in_code' AND user_id = $1
)sql");

constexpr Sql insert_code(R"sql(
  INSERT INTO one_time_tokens (token_hash, purpose, user_id, created_at, expires_at)
  VALUES ($1, 'sign_in_code', $2, $3, $4)
)sql");

constexpr Sql select_code(R"sql(
  SELECT token_hash, created_at FROM one_time_tokens
  WHERE purpose = 'sign_in_code' AND user_id = $1 AND expires_at > $2
)sql");

constexpr Sql delete_expired(R"sql(
  DELETE FROM one_time_tokens
  WHERE purpose IN ('sign_in_code', 'sign_in_code_asked') AND expires_at <= $1
)sql");

}  // namespace

void put_sign_in_code(Transaction& tx, people::UserId user, const base::Bytes& code_mac,
                      base::Moment now, base::Moment expires) {
  tx.run(delete_code, {user});
  tx.run(insert_code, {code_mac, user, now, expires});
}

std::optional<SignInCode> sign_in_code_of(Transaction& tx, people::UserId user, base::Moment now) {
  const Rows found = tx.run(select_code, {user, now});
  if (found.empty()) return {};
  return SignInCode{.mac = found.front().bytes(0), .sent_at = found.front().moment(1)};
}

void spend_sign_in_code(Transaction& tx, people::UserId user) {
  tx.run(delete_code, {user});
}

void forget_sign_in_codes(Transaction& tx, base::Moment now) {
  tx.run(delete_expired, {now});
}

}  // namespace store
