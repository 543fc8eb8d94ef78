#include "store/queries/ledger.h"

namespace store {
namespace {

constexpr Sql select_banks(R"sql(
  SELECT t.bank, COALESCE((
    SELECT SUM(e.minutes) FROM ledger_entries e WHERE e.member_id = $1 AND e.bank = t.bank), 0)
  FROM pto_type_banks t WHERE t.pto_type = $2 ORDER BY t.rank
)sql");

constexpr Sql insert_charge(R"sql(
  INSERT INTO ledger_entries (member_id, bank, minutes, kind, day, pto_request_id, created_at, created_by)
  VALUES ($1, $2, $3, 'absence', $4, $5, $6, $7)
)sql");

constexpr Sql select_taken_by_others(R"sql(
  SELECT COALESCE(-SUM(minutes), 0) FROM ledger_entries
  WHERE member_id = $1 AND day = $2 AND kind IN ('absence', 'reversal') AND pto_request_id <> $3
)sql");

constexpr Sql select_taken_by(R"sql(
  SELECT COALESCE(-SUM(minutes), 0) FROM ledger_entries
  WHERE pto_request_id = $1 AND kind IN ('absence', 'reversal')
)sql");

constexpr Sql insert_reversals(R"sql(
  INSERT INTO ledger_entries (member_id, bank, minutes, kind, day, pto_request_id, reverses_id, created_at,
    created_by)
  SELECT e.member_id, e.bank, -e.minutes, 'reversal', e.day, e.pto_request_id, e.id, $2,
    CAST($3 AS BIGINT)
  FROM ledger_entries e
  WHERE e.pto_request_id = $1 AND e.kind = 'absence'
    AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = e.id)
)sql");

constexpr Sql insert_tardiness(R"sql(
  INSERT INTO tardiness (member_id, day, kind, minutes, time_of_day, words_sealed, attempt_id, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql");

}  // namespace

std::vector<leave::Bank> banks_of(Transaction& tx, people::MemberId member,
                                  std::string_view pto_type) {
  std::vector<leave::Bank> banks;
  for (const Row& row : tx.run(select_banks, {member, pto_type}))
    banks.push_back({row.text(0), row.minutes(1)});
  return banks;
}

void charge(Transaction& tx, people::MemberId member, RequestId request, base::Day day,
            const std::vector<leave::Charge>& charges, base::Moment now,
            std::optional<people::UserId> by) {
  for (const leave::Charge& one : charges) {
    tx.run(insert_charge, {member, one.bank, -one.minutes, day, request, now, by});
  }
}

base::Minutes taken_by_others(Transaction& tx, people::MemberId member, RequestId request,
                              base::Day day) {
  return tx.run(select_taken_by_others, {member, day, request}).front().minutes(0);
}

base::Minutes taken_by(Transaction& tx, RequestId request) {
  return tx.run(select_taken_by, {request}).front().minutes(0);
}

void reverse_charges(Transaction& tx, RequestId request, base::Moment now,
                     std::optional<people::UserId> by) {
  tx.run(insert_reversals, {request, now, by});
}

void offer_tardiness(Transaction& tx, const NewTardiness& tardiness, base::Moment now) {
  tx.run(insert_tardiness, {tardiness.member, tardiness.day, tardiness.kind, tardiness.minutes,
                            tardiness.time_of_day, tardiness.words_sealed, tardiness.attempt, now});
}

}  // namespace store
