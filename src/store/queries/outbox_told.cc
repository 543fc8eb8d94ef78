// Of the outbox: who else was told, and which alerts nobody has taken in time.
#include "store/queries/outbox.h"

namespace store {
namespace {

// An earlier notice of the kind told of something else (the second update of a call-out, say), so
// those made before the first of this one's chain do not count.
constexpr Sql select_told_of_call_out(R"sql(
  WITH RECURSIVE chain (id, instead_of_id, created_at) AS (
    SELECT id, instead_of_id, created_at FROM outbox WHERE id = $3
    UNION ALL
    SELECT o.id, o.instead_of_id, o.created_at FROM outbox o JOIN chain c ON o.id = c.instead_of_id)
  SELECT user_id, address, channel, state, escalated FROM outbox
  WHERE call_out_id = $1 AND kind = $2 AND id <> $3 AND state <> 'dropped'
    AND created_at >= (SELECT MIN(created_at) FROM chain)
  ORDER BY id
)sql");

constexpr Sql select_told_of_attempt(R"sql(
  WITH RECURSIVE chain (id, instead_of_id, created_at) AS (
    SELECT id, instead_of_id, created_at FROM outbox WHERE id = $3
    UNION ALL
    SELECT o.id, o.instead_of_id, o.created_at FROM outbox o JOIN chain c ON o.id = c.instead_of_id)
  SELECT user_id, address, channel, state, escalated FROM outbox
  WHERE attempt_id = $1 AND kind = $2 AND id <> $3 AND state <> 'dropped'
    AND created_at >= (SELECT MIN(created_at) FROM chain)
  ORDER BY id
)sql");

constexpr Sql select_overdue(R"sql(
  SELECT id, kind FROM outbox
  WHERE state IN ('waiting', 'sending') AND escalated = 0 AND created_at <= $1
  ORDER BY priority, id LIMIT 200
)sql");

constexpr Sql update_escalated(R"sql(
  UPDATE outbox SET escalated = 1 WHERE id = $1
)sql");

Told::Outcome outcome_of(std::string_view state, bool is_escalated) {
  if (state == "failed") return Told::Outcome::failed;
  if (state == "accepted" || state == "delivered") return Told::Outcome::arrived;
  return is_escalated ? Told::Outcome::overdue : Told::Outcome::under_way;
}

}  // namespace

std::vector<Told> told_of(Transaction& tx, const Notice& notice) {
  const auto kind = notice::code_of(notice.kind);
  const Rows rows = notice.call_out
                        ? tx.run(select_told_of_call_out, {notice.call_out, kind, notice.id})
                        : tx.run(select_told_of_attempt, {notice.attempt, kind, notice.id});
  std::vector<Told> told;
  for (const Row& row : rows) {
    told.push_back({.user = row.maybe_id<people::UserId>(0),
                    .address = row.text(1),
                    .channel = notice::parse_channel(row.text(2)).value_or(notice::Channel::sms),
                    .outcome = outcome_of(row.text(3), row.flag(4))});
  }
  return told;
}

std::vector<notice::NoticeId> overdue_alerts(Transaction& tx, base::Moment before) {
  std::vector<notice::NoticeId> alerts;
  for (const Row& row : tx.run(select_overdue, {before})) {
    const auto kind = notice::parse_kind(row.text(1));
    if (kind && notice::is_alert(*kind)) alerts.push_back(row.id<notice::NoticeId>(0));
  }
  return alerts;
}

void mark_escalated(Transaction& tx, notice::NoticeId id) {
  tx.run(update_escalated, {id});
}

}  // namespace store
