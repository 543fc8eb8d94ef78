#include "store/queries/alarms_seen.h"

namespace store {
namespace {

// Inside, whether the reader may see what an alarm is about. An administrator who may not learns of
// an absence that nobody could be told of all the same, and of nothing else about it.
constexpr Sql select_alarms(R"sql(
  SELECT al.id, al.kind, al.raised_at, CASE WHEN al.is_seen = 1 THEN al.call_out_id END,
    CASE WHEN al.is_seen = 1 THEN al.attempt_id END,
    CASE WHEN al.is_seen = 1 THEN m.id END, u.name, p.name, t.name
  FROM (
    SELECT o.id, o.kind, o.raised_at, o.call_out_id, o.attempt_id,
      COALESCE(c.member_id, target.member_id, a.member_id) AS absent_id,
      CASE
        WHEN COALESCE(c.member_id, target.member_id, a.member_id) IS NOT NULL THEN
          CASE WHEN COALESCE(c.member_id, target.member_id, a.member_id) IN (
            SELECT x.member_id FROM absence_access x WHERE x.user_id = $1) THEN 1 ELSE 0 END
        WHEN c.id IS NOT NULL OR a.id IS NOT NULL THEN $2
        WHEN EXISTS (
          SELECT 1 FROM user_roles r
          WHERE r.user_id = $1 AND r.role IN ('manager', 'hr', 'administrator')) THEN 1
        ELSE 0 END AS is_seen
    FROM alarms o
    LEFT JOIN call_out_records c ON c.id = o.call_out_id
    LEFT JOIN call_out_records target ON target.id = c.merged_into_id
    LEFT JOIN attempts a ON a.id = o.attempt_id
    WHERE o.closed_at IS NULL) al
  LEFT JOIN team_members m ON m.id = al.absent_id
  LEFT JOIN users u ON u.id = m.user_id
  LEFT JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE al.is_seen = 1 OR (al.kind IN ('nobody_to_tell', 'nobody_could_be_told') AND EXISTS (
    SELECT 1 FROM user_roles r WHERE r.user_id = $1 AND r.role = 'administrator'))
  ORDER BY al.raised_at DESC, al.id DESC LIMIT 200
)sql");

}  // namespace

std::vector<AlarmSeen> open_alarms_seen(Transaction& tx, const Reader& reader) {
  std::vector<AlarmSeen> alarms;
  for (const Row& row : tx.run(select_alarms, {reader.user, reader.unverified.may_see})) {
    alarms.push_back({.id = row.integer(0),
                      .kind = row.text(1),
                      .raised_at = row.moment(2),
                      .call_out = row.maybe_id<CallOutId>(3),
                      .attempt = row.maybe_id<AttemptId>(4),
                      .person = person_at(row, 5)});
  }
  return alarms;
}

}  // namespace store
