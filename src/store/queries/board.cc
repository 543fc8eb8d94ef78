#include "store/queries/board.h"

#include <algorithm>

namespace store {
namespace {

constexpr Sql select_call_outs(R"sql(
  SELECT r.id, c.id, c.receipt_number, m.id, u.name, p.name, t.name, c.phone_number_used,
    r.start_date, r.end_date, r.start_time, r.end_time, y.code, y.name, r.status, r.is_call_out,
    r.is_charged, c.source, c.authentication_method, c.created_at,
    c.acknowledged_at, COALESCE(seer.name, c.acknowledged_as),
    CASE WHEN EXISTS (
      SELECT 1 FROM recordings s WHERE s.call_out_id = c.id AND s.state IN ('announced', 'ready', 'kept'))
      THEN 1 ELSE 0 END,
    CASE WHEN LENGTH(r.reason) >= $4 OR LENGTH(c.message_text) >= $4 OR EXISTS (
      SELECT 1 FROM call_out_messages w WHERE w.call_out_id = c.id AND LENGTH(w.message_text) >= $4)
      THEN 1 ELSE 0 END,
    CASE WHEN r.during_request_id IS NULL THEN 0 ELSE 1 END,
    CASE WHEN r.extends_request_id IS NULL THEN 0 ELSE 1 END,
    CASE WHEN m.user_id = $1 THEN 1 ELSE 0 END, c.created_at
  FROM (
    SELECT * FROM call_out_records x
    WHERE (x.day = $2 OR x.created_at >= $5) AND x.merged_into_id IS NULL
      AND x.member_id IN (SELECT a.member_id FROM absence_access a WHERE a.user_id = $1)) c
  JOIN pto_requests r ON r.id = c.pto_request_id
  JOIN team_members m ON m.id = r.member_id
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  JOIN pto_types y ON y.code = r.pto_type
  LEFT JOIN users seer ON seer.id = c.acknowledged_by
  WHERE c.day = $2 OR c.created_at >= $3
    OR (c.acknowledged_at IS NULL AND c.withdrawn_at IS NULL AND r.decided_at IS NULL)
)sql");

constexpr Sql select_unverified(R"sql(
  SELECT CAST(NULL AS BIGINT), c.id, c.receipt_number, CAST(NULL AS BIGINT), NULL, NULL, NULL,
    c.phone_number_used, c.day, c.day, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), NULL, NULL,
    CASE WHEN c.rejected_at IS NOT NULL THEN 'rejected'
         WHEN c.withdrawn_at IS NOT NULL THEN 'cancelled' ELSE 'unverified' END,
    1, 1, c.source, c.authentication_method, c.created_at,
    c.acknowledged_at, COALESCE(seer.name, c.acknowledged_as),
    CASE WHEN EXISTS (
      SELECT 1 FROM recordings s WHERE s.call_out_id = c.id AND s.state IN ('announced', 'ready', 'kept'))
      THEN 1 ELSE 0 END,
    CASE WHEN LENGTH(c.message_text) >= $3 OR EXISTS (
      SELECT 1 FROM call_out_messages w WHERE w.call_out_id = c.id AND LENGTH(w.message_text) >= $3)
      THEN 1 ELSE 0 END,
    0, 0, 0, c.created_at
  FROM call_out_records c
  LEFT JOIN users seer ON seer.id = c.acknowledged_by
  WHERE (c.day = $1 OR c.created_at >= $2
      OR (c.created_at >= $4 AND c.acknowledged_at IS NULL AND c.withdrawn_at IS NULL
        AND c.rejected_at IS NULL))
    AND c.pto_request_id IS NULL AND c.member_id IS NULL AND c.merged_into_id IS NULL
)sql");

// CASE and || keep the planner on the index by the last day: almost all of the history is
// completed and has begun, and by person all of it would be read.
constexpr Sql select_leave(R"sql(
  SELECT r.id, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), m.id, u.name, p.name, t.name, NULL,
    r.start_date, r.end_date, r.start_time, r.end_time, y.code, y.name, r.status, r.is_call_out,
    r.is_charged, NULL, NULL, r.created_at, CAST(NULL AS BIGINT), NULL, 0,
    CASE WHEN LENGTH(r.reason) >= $3 THEN 1 ELSE 0 END,
    CASE WHEN r.during_request_id IS NULL THEN 0 ELSE 1 END,
    CASE WHEN r.extends_request_id IS NULL THEN 0 ELSE 1 END,
    CASE WHEN m.user_id = $1 THEN 1 ELSE 0 END, r.created_at
  FROM pto_requests r
  JOIN team_members m ON m.id = r.member_id
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  JOIN pto_types y ON y.code = r.pto_type
  WHERE r.is_call_out = 0 AND CASE WHEN r.status IN ('approved', 'completed') THEN 1 ELSE 0 END = 1
    AND r.start_date || '' <= $2 AND r.end_date >= $2
    AND +r.member_id IN (SELECT a.member_id FROM absence_access a WHERE a.user_id = $1)
  ORDER BY u.name, r.id
)sql");

constexpr Sql count_pending(R"sql(
  SELECT
    (SELECT COUNT(*) FROM pto_requests r
     WHERE r.status = 'pending' AND r.member_id IN (
       SELECT a.member_id FROM absence_access a WHERE a.user_id = $1 AND a.may_decide = 1)),
    (SELECT COUNT(*) FROM call_out_records c
     WHERE c.pto_request_id IS NULL AND c.member_id IS NULL AND c.merged_into_id IS NULL
       AND c.rejected_at IS NULL AND c.withdrawn_at IS NULL)
)sql");

void add(const Rows& rows, std::vector<Entry>& entries) {
  for (const Row& row : rows) entries.push_back(entry_of(row));
}

bool is_newer(const Entry& one, const Entry& other) {
  if (one.received_at != other.received_at) return one.received_at > other.received_at;
  return one.call_out > other.call_out;
}

}  // namespace

std::vector<Entry> call_outs_of_today(Transaction& tx, const Reader& reader, const Today& today) {
  constexpr std::chrono::hours unseen_stays{24};
  const base::Moment unseen_since = today.midnight - unseen_stays;
  std::vector<Entry> entries;
  add(tx.run(select_call_outs,
             {reader.user, today.day, today.midnight, least_sealed_words, unseen_since}),
      entries);
  if (reader.unverified.may_see) {
    add(tx.run(select_unverified, {today.day, today.midnight, least_sealed_words, unseen_since}),
        entries);
  }
  std::ranges::sort(entries, is_newer);
  return entries;
}

std::vector<Entry> leave_of_today(Transaction& tx, const Reader& reader, const Today& today) {
  std::vector<Entry> entries;
  add(tx.run(select_leave, {reader.user, today.day, least_sealed_words}), entries);
  return entries;
}

std::int64_t pending_decisions(Transaction& tx, const Reader& reader) {
  const Rows counted = tx.run(count_pending, {reader.user});
  const std::int64_t unverified = reader.unverified.may_decide ? counted.front().integer(1) : 0;
  return counted.front().integer(0) + unverified;
}

}  // namespace store
