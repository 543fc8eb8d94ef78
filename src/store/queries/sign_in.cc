#include "store/queries/sign_in.h"

namespace store {
namespace {

constexpr Sql select_by_pin(R"sql(
  SELECT m.id FROM users u JOIN team_members m ON m.user_id = u.id
  WHERE u.pin_hash = $1 AND u.is_active = 1
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
)sql");

constexpr Sql select_by_number(R"sql(
  SELECT m.id FROM team_members m JOIN users u ON u.id = m.user_id AND u.is_active = 1
  WHERE m.employee_number = $1
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
)sql");

constexpr Sql insert_failure(R"sql(
  INSERT INTO sign_in_failures (kind, call_sid, caller, user_id, at)
  VALUES ('pin', $1, $2, (SELECT user_id FROM team_members WHERE id = $3), $4)
)sql");

constexpr Sql count_of_caller(R"sql(
  SELECT COUNT(*) FROM sign_in_failures WHERE kind = 'pin' AND caller = $1 AND at > $2
)sql");

constexpr Sql count_on_line(R"sql(
  SELECT COUNT(*) FROM sign_in_failures WHERE kind = 'pin' AND at > $1
)sql");

constexpr Sql count_of_member(R"sql(
  SELECT COUNT(f.id), MAX(f.at)
  FROM team_members m JOIN users u ON u.id = m.user_id
  JOIN sign_in_failures f ON f.user_id = u.id AND f.kind = 'pin' AND f.at >= COALESCE(u.pin_issued_at, 0)
  WHERE m.id = $1
)sql");

constexpr Sql count_pins(R"sql(
  SELECT COUNT(*) FROM users WHERE is_active = 1 AND pin_hash IS NOT NULL
)sql");

constexpr Sql count_languages(R"sql(
  SELECT COUNT(DISTINCT u.language) FROM users u
  JOIN team_members m ON m.user_id = u.id WHERE u.is_active = 1
)sql");

std::optional<people::MemberId> only_member(const Rows& rows) {
  if (rows.size() != 1) return {};
  return rows.front().id<people::MemberId>(0);
}

}  // namespace

std::optional<people::MemberId> member_with_pin(Transaction& tx, const base::Bytes& pin_hash,
                                                base::Day day) {
  return only_member(tx.run(select_by_pin, {pin_hash, day}));
}

std::optional<people::MemberId> member_with_number(Transaction& tx,
                                                   std::string_view employee_number,
                                                   base::Day day) {
  return only_member(tx.run(select_by_number, {employee_number, day}));
}

void note_pin_failure(Transaction& tx, const PinFailure& failure, base::Moment now) {
  tx.run(insert_failure, {failure.call_sid, failure.caller, failure.member, now});
}

std::int64_t pin_failures_of_caller(Transaction& tx, std::string_view caller, base::Moment since) {
  return tx.run(count_of_caller, {caller, since}).front().integer(0);
}

std::int64_t pin_failures_on_line(Transaction& tx, base::Moment since) {
  return tx.run(count_on_line, {since}).front().integer(0);
}

MemberFailures pin_failures_of_member(Transaction& tx, people::MemberId member) {
  const Rows counted = tx.run(count_of_member, {member});
  return {.count = counted.front().integer(0), .last = counted.front().maybe_moment(1)};
}

std::int64_t pins_in_use(Transaction& tx) {
  return tx.run(count_pins).front().integer(0);
}

bool speaks_several_languages(Transaction& tx) {
  return tx.run(count_languages).front().integer(0) > 1;
}

}  // namespace store
