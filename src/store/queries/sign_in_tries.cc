#include "store/queries/sign_in_tries.h"

#include "platform/vault.h"

namespace store {
namespace {

constexpr Sql insert_failure(R"sql(
  INSERT INTO sign_in_failures (kind, subject_hash, caller, user_id, at)
  VALUES ($1, $2, $3, $4, $5) RETURNING id
)sql");

constexpr Sql delete_failure(R"sql(
  DELETE FROM sign_in_failures WHERE id = $1
)sql");

constexpr Sql select_of_subject(R"sql(
  SELECT at FROM sign_in_failures
  WHERE subject_hash = $1 AND at > $2 AND kind IN ('password', 'code')
  ORDER BY at DESC LIMIT 1 OFFSET $3
)sql");

constexpr Sql select_of_client(R"sql(
  SELECT at FROM sign_in_failures
  WHERE caller = $1 AND at > $2 AND kind IN ('password', 'code')
  ORDER BY at DESC LIMIT 1 OFFSET $3
)sql");

constexpr Sql count_wrong_codes(R"sql(
  SELECT COUNT(*) FROM sign_in_failures WHERE kind = 'code' AND user_id = $1 AND at >= $2
)sql");

constexpr Sql insert_asked(R"sql(
  INSERT INTO one_time_tokens (token_hash, purpose, subject, created_at, expires_at)
  VALUES ($1, 'sign_in_code_asked', $2, $3, $4)
)sql");

constexpr Sql select_asked(R"sql(
  SELECT created_at FROM one_time_tokens
  WHERE purpose = 'sign_in_code_asked' AND subject = $1 AND created_at > $2
  ORDER BY created_at DESC LIMIT 1 OFFSET $3
)sql");

constexpr Sql delete_failures(R"sql(
  DELETE FROM sign_in_failures WHERE kind IN ('password', 'code') AND at < $1
)sql");

std::optional<base::Moment> only_moment(const Rows& rows) {
  if (rows.empty()) return {};
  return rows.front().moment(0);
}

}  // namespace

FailureId add_failure(Transaction& tx, const NewFailure& failure, base::Moment now) {
  const char* kind = failure.kind == FailureKind::password ? "password" : "code";
  return tx.run(insert_failure, {kind, failure.subject, failure.client, failure.user, now})
      .front()
      .id<FailureId>(0);
}

void remove_failure(Transaction& tx, FailureId id) {
  tx.run(delete_failure, {id});
}

std::optional<base::Moment> failure_of_subject(Transaction& tx, const base::Bytes& subject,
                                               base::Moment since, int nth) {
  return only_moment(tx.run(select_of_subject, {subject, since, nth - 1}));
}

std::optional<base::Moment> failure_of_client(Transaction& tx, std::string_view client,
                                              base::Moment since, int nth) {
  return only_moment(tx.run(select_of_client, {client, since, nth - 1}));
}

std::int64_t wrong_codes_of(Transaction& tx, people::UserId user, base::Moment since) {
  return tx.run(count_wrong_codes, {user, since}).front().integer(0);
}

void add_code_asked(Transaction& tx, std::string_view unique_token, const base::Bytes& subject,
                    base::Moment now, base::Moment forget_at) {
  tx.run(insert_asked, {platform::sha256(unique_token), base::hex(subject), now, forget_at});
}

std::optional<base::Moment> code_asked(Transaction& tx, const base::Bytes& subject,
                                       base::Moment since, int nth) {
  return only_moment(tx.run(select_asked, {base::hex(subject), since, nth - 1}));
}

void forget_failures(Transaction& tx, base::Moment before) {
  tx.run(delete_failures, {before});
}

}  // namespace store
