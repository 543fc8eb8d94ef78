// Who may hear a recording, and who has.
#include <charconv>

#include "store/queries/accounts.h"
#include "store/queries/recordings.h"

namespace store {
namespace {

constexpr std::chrono::minutes one_listening{10};

constexpr Sql select_listener(R"sql(
  SELECT
    CASE WHEN EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = u.id AND r.role = 'hr')
      THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = u.id AND r.role = 'manager')
      THEN 1 ELSE 0 END
  FROM users u
  LEFT JOIN team_members self ON self.user_id = u.id
  WHERE u.id = $1 AND u.is_active = 1
    AND (self.first_day IS NULL OR self.first_day <= $2)
    AND (self.last_day IS NULL OR self.last_day >= $2)
)sql");

// Whose absence it is, seen from a user: the last two say whether their scope holds the absent
// person, and whether it names the team at all.
constexpr Sql select_absence(R"sql(
  SELECT m.user_id, t.is_isolated, t.reasons_for_hr_only,
    CASE WHEN EXISTS (
        SELECT 1 FROM scopes s JOIN managers g ON g.id = s.manager_id
        WHERE g.user_id = $2 AND s.team_id = m.team_id
          AND (s.position_id IS NULL OR s.position_id = m.position_id)) THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (
        SELECT 1 FROM scopes s JOIN managers g ON g.id = s.manager_id
        WHERE g.user_id = $2 AND s.team_id = m.team_id) THEN 1 ELSE 0 END
  FROM call_out_records c
  LEFT JOIN team_members m ON m.id = c.member_id
  LEFT JOIN teams t ON t.id = m.team_id
  WHERE c.id = $1
)sql");

constexpr Sql select_any_hr(R"sql(
  SELECT u.id FROM users u
  JOIN user_roles r ON r.user_id = u.id AND r.role = 'hr'
  LEFT JOIN team_members self ON self.user_id = u.id
  WHERE u.is_active = 1
    AND (self.first_day IS NULL OR self.first_day <= $1)
    AND (self.last_day IS NULL OR self.last_day >= $1)
  LIMIT 1
)sql");

constexpr Sql select_open_scope(R"sql(
  SELECT s.id FROM scopes s
  JOIN managers g ON g.id = s.manager_id
  JOIN teams t ON t.id = s.team_id AND t.is_isolated = 0
  WHERE g.user_id = $1 LIMIT 1
)sql");

constexpr Sql insert_listen(R"sql(
  INSERT INTO recording_listens (recording_id, user_id, by_link, at)
  SELECT r.id, u.id, $3, $4 FROM recordings r CROSS JOIN users u
  WHERE r.id = $1 AND u.id = $2 AND NOT EXISTS (
    SELECT 1 FROM recording_listens l
    WHERE l.recording_id = $1 AND l.user_id = $2 AND l.by_link IS NOT DISTINCT FROM $3
      AND l.at > $5 AND l.at <= $4)
)sql");

struct Listener {
  bool is_hr = false;
  bool is_manager = false;
};

std::optional<Listener> find_listener(Transaction& tx, people::UserId user, base::Day today) {
  const Rows found = tx.run(select_listener, {user, today});
  if (found.empty()) return {};
  return Listener{.is_hr = found.front().flag(0), .is_manager = found.front().flag(1)};
}

/// Nobody knows whose call-out it is yet.
bool may_hear_unverified(Transaction& tx, people::UserId user, const Listener& listener,
                         base::Day today) {
  if (listener.is_hr) return true;
  if (!listener.is_manager || !tx.run(select_any_hr, {today}).empty()) return false;
  return !tx.run(select_open_scope, {user}).empty();
}

}  // namespace

bool may_hear(Transaction& tx, people::UserId user, CallOutId call_out, base::Day today) {
  const auto listener = find_listener(tx, user, today);
  const Rows found = tx.run(select_absence, {call_out, user});
  if (!listener || found.empty()) return false;
  const Row& absence = found.front();
  const auto absent = absence.maybe_id<people::UserId>(0);
  if (!absent) return may_hear_unverified(tx, user, *listener, today);
  if (*absent == user) return true;
  const bool is_isolated = absence.flag(1);
  const bool is_for_hr_only = absence.flag(2);
  const bool holds_absent = absence.flag(3);
  const bool names_team = absence.flag(4);
  if (listener->is_hr) return !is_isolated || names_team;
  return listener->is_manager && holds_absent && !is_for_hr_only;
}

std::string_view code_of(HeardBy by) {
  switch (by) {
    case HeardBy::session: return "session";
    case HeardBy::link: return "link";
  }
  throw Failure("heard by no way");
}

void log_listen(Transaction& tx, RecordingId id, people::UserId user, HeardBy by,
                base::Moment now) {
  tx.run(insert_listen, {id, user, code_of(by), now, now - one_listening});
}

ListenLinkRules listen_link_rules(Transaction& tx) {
  ListenLinkRules rules;
  rules.is_on = setting(tx, "recording_links").value_or("on") == "on";
  const std::string since = setting(tx, "recording_links_since").value_or("0");
  std::int64_t seconds = 0;
  const char* end = since.data() + since.size();
  const auto [rest, error] = std::from_chars(since.data(), end, seconds);
  // A date that nobody can read takes back all links rather than none.
  if (error != std::errc() || rest != end) return {.is_on = false, .valid_since = {}};
  rules.valid_since = base::from_epoch_seconds(seconds);
  return rules;
}

}  // namespace store
