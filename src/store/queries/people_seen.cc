#include "store/queries/people_seen.h"

#include "domain/callout/claimed_name.h"

namespace store {
namespace {

constexpr Sql select_people(R"sql(
  SELECT m.id, u.name, p.name, t.name
  FROM team_members m
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE m.id IN (SELECT a.member_id FROM absence_access a WHERE a.user_id = $1)
  ORDER BY u.name, m.id
)sql");

constexpr Sql select_person(R"sql(
  SELECT m.id, u.name, p.name, t.name
  FROM team_members m
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE m.id = $2 AND EXISTS (
    SELECT 1 FROM absence_access a WHERE a.user_id = $1 AND a.member_id = $2)
)sql");

constexpr Sql select_teams(R"sql(
  SELECT t.id, t.name FROM teams t
  WHERE t.id IN (
    SELECT m.team_id FROM team_members m
    WHERE m.id IN (SELECT a.member_id FROM absence_access a WHERE a.user_id = $1))
  ORDER BY t.name
)sql");

// The CASE keeps the planner on the index by days: almost all of the history is completed.
constexpr Sql select_headcounts(R"sql(
  SELECT t.id, t.name, p.name,
    SUM(CASE WHEN m.id IN (
        SELECT c.member_id FROM call_out_records c
        WHERE c.day = $2 AND c.member_id IS NOT NULL AND c.withdrawn_at IS NULL AND c.rejected_at IS NULL)
      OR m.id IN (
        SELECT r.member_id FROM pto_requests r
        WHERE CASE WHEN r.status IN ('approved', 'completed') THEN 1 ELSE 0 END = 1
          AND r.start_date <= $2 AND r.end_date >= $2)
      THEN 1 ELSE 0 END),
    COUNT(*)
  FROM (
    SELECT a.member_id, MAX(a.may_decide) AS may_decide
    FROM absence_access a WHERE a.user_id = $1 GROUP BY a.member_id) s
  JOIN team_members m ON m.id = s.member_id
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE u.is_active = 1
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
  GROUP BY t.id, t.name, p.id, p.name
  HAVING MAX(s.may_decide) = 1
  ORDER BY t.name, t.id, p.name
)sql");

}  // namespace

std::optional<PersonSeen> person_at(const Row& row, std::size_t first) {
  if (row.is_null(first)) return {};
  return PersonSeen{.member = row.id<people::MemberId>(first),
                    .name = row.text(first + 1),
                    .position = row.text_or_empty(first + 2),
                    .team = row.text(first + 3)};
}

std::vector<PersonSeen> people_seen(Transaction& tx, people::UserId reader,
                                    std::string_view search) {
  std::vector<PersonSeen> people;
  for (const Row& row : tx.run(select_people, {reader})) {
    if (callout::is_part_of_name(search, row.text(1))) people.push_back(*person_at(row, 0));
  }
  return people;
}

std::optional<PersonSeen> person_seen(Transaction& tx, people::UserId reader,
                                      people::MemberId member) {
  const Rows found = tx.run(select_person, {reader, member});
  if (found.empty()) return {};
  return person_at(found.front(), 0);
}

std::vector<TeamSeen> teams_seen(Transaction& tx, people::UserId reader) {
  std::vector<TeamSeen> teams;
  for (const Row& row : tx.run(select_teams, {reader}))
    teams.push_back({row.id<people::TeamId>(0), row.text(1)});
  return teams;
}

std::vector<TeamHeadcount> headcounts_seen(Transaction& tx, people::UserId reader, base::Day day) {
  std::vector<TeamHeadcount> counts;
  for (const Row& row : tx.run(select_headcounts, {reader, day})) {
    counts.push_back({.team = row.id<people::TeamId>(0),
                      .team_name = row.text(1),
                      .position = row.text_or_empty(2),
                      .out = row.integer(3),
                      .of = row.integer(4)});
  }
  return counts;
}

}  // namespace store
