#include "store/queries/history.h"

#include <algorithm>

namespace store {
namespace {

constexpr std::int64_t none = 0;  // no row has it

constexpr Sql select_audit(R"sql(
  SELECT e.at, COALESCE(u.name, ''), e.action
  FROM audit_entries e
  LEFT JOIN users u ON u.id = e.actor_user_id
  WHERE (e.subject = 'pto_requests' AND e.subject_id = $1)
     OR (e.subject = 'call_out_records' AND e.subject_id = $2)
  ORDER BY e.id
)sql");

constexpr Sql select_listens(R"sql(
  SELECT l.at, COALESCE(u.name, '')
  FROM recordings r
  JOIN recording_listens l ON l.recording_id = r.id
  LEFT JOIN users u ON u.id = l.user_id
  WHERE r.call_out_id = $1 ORDER BY l.at, l.id
)sql");

// One row a notice: somebody listed for two teams at one address is named once.
constexpr Sql select_notices(R"sql(
  SELECT o.kind, o.channel,
    COALESCE(u.name, (
      SELECT MIN(n.name) FROM notice_recipients n
      WHERE n.name <> '' AND (n.phone = o.address OR LOWER(n.email) = LOWER(o.address))), o.address),
    CASE WHEN o.user_id = m.user_id THEN 1 ELSE 0 END,
    CASE WHEN o.state = 'sending' THEN 'waiting' ELSE o.state END,
    CASE WHEN o.state = 'accepted' THEN COALESCE(o.accepted_at, o.created_at)
         WHEN o.state IN ('waiting', 'sending') THEN o.created_at
         ELSE COALESCE(o.settled_at, o.accepted_at, o.created_at) END
  FROM outbox o
  LEFT JOIN users u ON u.id = o.user_id
  LEFT JOIN call_out_records c ON c.id = o.call_out_id
  LEFT JOIN pto_requests r ON r.id = o.pto_request_id
  LEFT JOIN team_members m ON m.id = COALESCE(c.member_id, r.member_id)
  WHERE (o.pto_request_id = $1 OR o.call_out_id = $2) AND o.channel IN ('sms', 'email')
  ORDER BY o.id
)sql");

std::int64_t number_of(const auto& id) {
  return id ? id->value() : none;
}

/// "call-out recorded" is "call_out_recorded".
std::string code_of_action(std::string action) {
  std::ranges::replace_if(action, [](char c) { return c == ' ' || c == '-'; }, '_');
  return action;
}

}  // namespace

std::vector<HistoryEntry> history_of(Transaction& tx, std::optional<RequestId> request,
                                     std::optional<CallOutId> call_out) {
  std::vector<HistoryEntry> history;
  for (const Row& row : tx.run(select_audit, {number_of(request), number_of(call_out)}))
    history.push_back({row.moment(0), row.text(1), code_of_action(row.text(2))});
  for (const Row& row : tx.run(select_listens, {number_of(call_out)}))
    history.push_back({row.moment(0), row.text(1), "recording_heard"});
  std::ranges::stable_sort(history, {}, &HistoryEntry::at);
  return history;
}

std::vector<NoticeSeen> notices_of(Transaction& tx, std::optional<RequestId> request,
                                   std::optional<CallOutId> call_out) {
  std::vector<NoticeSeen> notices;
  for (const Row& row : tx.run(select_notices, {number_of(request), number_of(call_out)})) {
    notices.push_back({.kind = row.text(0),
                       .channel = row.text(1),
                       .to = row.text(2),
                       .is_employee = row.flag(3),
                       .state = row.text(4),
                       .at = row.moment(5)});
  }
  return notices;
}

}  // namespace store
