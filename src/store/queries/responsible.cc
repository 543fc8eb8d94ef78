#include "store/queries/responsible.h"

namespace store {
namespace {

// A person counts as out for their own live call-out or approved leave of that day. Managers of an
// isolated team's own scope only: its HR must be named in the scope too.
constexpr Sql select_managers(R"sql(
  SELECT DISTINCT u.id, u.name, CASE WHEN EXISTS (SELECT 1 FROM phone_opt_outs x WHERE x.phone = u.phone AND x.is_opted_out = 1)
      THEN NULL ELSE u.phone END, u.email, u.language,
    CASE WHEN t.reasons_for_hr_only = 1 AND NOT EXISTS (
        SELECT 1 FROM user_roles r WHERE r.user_id = u.id AND r.role = 'hr') THEN 0 ELSE 1 END,
    CASE WHEN EXISTS (
        SELECT 1 FROM team_members own
        JOIN call_out_records c ON c.member_id = own.id AND c.day = $2
          AND c.withdrawn_at IS NULL AND c.rejected_at IS NULL
        WHERE own.user_id = u.id)
      OR EXISTS (
        SELECT 1 FROM team_members own
        JOIN pto_requests r ON r.member_id = own.id AND r.status IN ('approved', 'completed')
          AND r.start_date <= $2 AND r.end_date >= $2
        WHERE own.user_id = u.id)
      THEN 1 ELSE 0 END
  FROM team_members m
  JOIN teams t ON t.id = m.team_id
  JOIN scopes s ON s.team_id = m.team_id AND (s.position_id IS NULL OR s.position_id = m.position_id)
  JOIN managers g ON g.id = s.manager_id
  JOIN users u ON u.id = g.user_id AND u.is_active = 1
  JOIN user_roles role ON role.user_id = u.id AND role.role IN ('manager', 'hr')
  LEFT JOIN team_members self ON self.user_id = u.id
  WHERE m.id = $1
    AND (self.first_day IS NULL OR self.first_day <= $2) AND (self.last_day IS NULL OR self.last_day >= $2)
  ORDER BY u.id
)sql");

constexpr Sql select_listed(R"sql(
  SELECT n.name, CASE WHEN EXISTS (SELECT 1 FROM phone_opt_outs x WHERE x.phone = n.phone AND x.is_opted_out = 1)
      THEN NULL ELSE n.phone END, n.email FROM notice_recipients n
  JOIN team_members m ON m.team_id = n.team_id
  WHERE m.id = $1 AND n.is_paused = 0
  ORDER BY n.id
)sql");

constexpr Sql select_listed_everywhere(R"sql(
  SELECT n.name, CASE WHEN EXISTS (SELECT 1 FROM phone_opt_outs x WHERE x.phone = n.phone AND x.is_opted_out = 1)
      THEN NULL ELSE n.phone END, n.email FROM notice_recipients n
  JOIN teams t ON t.id = n.team_id
  WHERE n.is_paused = 0 AND t.is_isolated = 0
  ORDER BY n.id
)sql");

constexpr Sql select_hr(R"sql(
  SELECT u.id, u.name, CASE WHEN EXISTS (SELECT 1 FROM phone_opt_outs x WHERE x.phone = u.phone AND x.is_opted_out = 1)
      THEN NULL ELSE u.phone END, u.email, u.language, 1, 0
  FROM users u
  JOIN user_roles r ON r.user_id = u.id AND r.role = 'hr'
  LEFT JOIN team_members self ON self.user_id = u.id
  WHERE u.is_active = 1
    AND (self.first_day IS NULL OR self.first_day <= $1) AND (self.last_day IS NULL OR self.last_day >= $1)
  ORDER BY u.id
)sql");

constexpr Sql select_all_managers(R"sql(
  SELECT DISTINCT u.id, u.name, CASE WHEN EXISTS (SELECT 1 FROM phone_opt_outs x WHERE x.phone = u.phone AND x.is_opted_out = 1)
      THEN NULL ELSE u.phone END, u.email, u.language, 1, 0
  FROM users u
  JOIN user_roles r ON r.user_id = u.id AND r.role = 'manager'
  JOIN managers g ON g.user_id = u.id
  JOIN scopes s ON s.manager_id = g.id
  JOIN teams t ON t.id = s.team_id AND t.is_isolated = 0
  LEFT JOIN team_members self ON self.user_id = u.id
  WHERE u.is_active = 1
    AND (self.first_day IS NULL OR self.first_day <= $1) AND (self.last_day IS NULL OR self.last_day >= $1)
  ORDER BY u.id
)sql");

constexpr Sql select_hr_of_isolated(R"sql(
  SELECT DISTINCT u.id, u.name, CASE WHEN EXISTS (SELECT 1 FROM phone_opt_outs x WHERE x.phone = u.phone AND x.is_opted_out = 1)
      THEN NULL ELSE u.phone END, u.email, u.language, 1, 0
  FROM users u
  JOIN user_roles r ON r.user_id = u.id AND r.role = 'hr'
  JOIN managers g ON g.user_id = u.id
  JOIN scopes s ON s.manager_id = g.id AND s.team_id = $1
  WHERE u.is_active = 1
  ORDER BY u.id
)sql");

constexpr Sql select_isolation(R"sql(
  SELECT t.id, t.is_isolated FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.id = $1
)sql");

constexpr Sql select_listed_for(R"sql(
  SELECT n.id FROM call_out_records c
  LEFT JOIN team_members m ON m.id = c.member_id
  JOIN notice_recipients n ON n.phone = $2 AND n.is_paused = 0
  JOIN teams t ON t.id = n.team_id
  WHERE c.id = $1 AND (m.team_id = n.team_id OR (m.id IS NULL AND t.is_isolated = 0))
)sql");

std::optional<std::string> maybe_text(const Row& row, std::size_t column) {
  if (row.is_null(column)) return {};
  return row.text(column);
}

std::vector<notice::Candidate> people_of(const Rows& rows) {
  std::vector<notice::Candidate> candidates;
  for (const Row& row : rows) {
    candidates.push_back(
        {.user = row.id<people::UserId>(0),
         .name = row.text(1),
         .phone = maybe_text(row, 2),
         .email = maybe_text(row, 3),
         .language = people::parse_language(row.text(4)).value_or(people::Language::en),
         .may_read_reasons = row.flag(5),
         .is_out = row.flag(6)});
  }
  return candidates;
}

std::vector<notice::Candidate> listed_of(const Rows& rows) {
  std::vector<notice::Candidate> candidates;
  for (const Row& row : rows) {
    notice::Candidate candidate;
    candidate.name = row.text(0);
    candidate.phone = maybe_text(row, 1);
    candidate.email = maybe_text(row, 2);
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

}  // namespace

notice::Candidates candidates_for(Transaction& tx, people::MemberId absent, base::Day day) {
  notice::Candidates candidates;
  candidates.managers = people_of(tx.run(select_managers, {absent, day}));
  candidates.listed = listed_of(tx.run(select_listed, {absent}));
  const Rows team = tx.run(select_isolation, {absent});
  const bool is_isolated = !team.empty() && team.front().flag(1);
  candidates.hr = people_of(is_isolated ? tx.run(select_hr_of_isolated, {team.front().integer(0)})
                                        : tx.run(select_hr, {day}));
  return candidates;
}

notice::Candidates candidates_for_unknown(Transaction& tx, base::Day day) {
  notice::Candidates candidates;
  candidates.listed = listed_of(tx.run(select_listed_everywhere));
  candidates.hr = people_of(tx.run(select_hr, {day}));
  if (candidates.hr.empty()) candidates.managers = people_of(tx.run(select_all_managers, {day}));
  return candidates;
}

bool is_listed_for(Transaction& tx, CallOutId call_out, std::string_view phone) {
  return !tx.run(select_listed_for, {call_out, phone}).empty();
}

}  // namespace store
