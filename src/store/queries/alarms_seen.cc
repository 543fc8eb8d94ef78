#include "store/queries/alarms_seen.h"

namespace store {
namespace {

constexpr Sql select_alarms(R"sql(
  SELECT al.id, al.kind, al.raised_at, al.call_out_id, al.attempt_id, m.id, u.name, p.name, t.name
  FROM alarms al
  LEFT JOIN call_out_records c ON c.id = al.call_out_id
  LEFT JOIN call_out_records target ON target.id = c.merged_into_id
  LEFT JOIN attempts a ON a.id = al.attempt_id
  LEFT JOIN team_members m ON m.id = COALESCE(c.member_id, target.member_id, a.member_id)
  LEFT JOIN users u ON u.id = m.user_id
  LEFT JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE al.closed_at IS NULL AND CASE
    WHEN m.id IS NOT NULL THEN CASE WHEN m.id IN (
      SELECT x.member_id FROM absence_access x WHERE x.user_id = $1) THEN 1 ELSE 0 END
    WHEN c.id IS NOT NULL OR a.id IS NOT NULL THEN $2
    WHEN EXISTS (
      SELECT 1 FROM user_roles r
      WHERE r.user_id = $1 AND r.role IN ('manager', 'hr', 'administrator')) THEN 1
    ELSE 0 END = 1
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
