#include "store/queries/access.h"

namespace store {
namespace {

constexpr Sql select_access(R"sql(
  SELECT COUNT(*), COALESCE(MAX(may_read), 0), COALESCE(MAX(may_decide), 0)
  FROM absence_access WHERE user_id = $1 AND member_id = $2
)sql");

// Whether the user is HR; manages a team that is not isolated; whether there is any HR who works
// here.
constexpr Sql select_unverified_access(R"sql(
  SELECT
    CASE WHEN EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = $1 AND r.role = 'hr')
      THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (
        SELECT 1 FROM user_roles r
        JOIN managers g ON g.user_id = r.user_id
        JOIN scopes s ON s.manager_id = g.id
        JOIN teams t ON t.id = s.team_id AND t.is_isolated = 0
        WHERE r.user_id = $1 AND r.role = 'manager') THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (
        SELECT 1 FROM users u
        JOIN user_roles r ON r.user_id = u.id AND r.role = 'hr'
        LEFT JOIN team_members self ON self.user_id = u.id
        WHERE u.is_active = 1
          AND (self.first_day IS NULL OR self.first_day <= $2)
          AND (self.last_day IS NULL OR self.last_day >= $2)) THEN 1 ELSE 0 END
)sql");

constexpr Sql select_person(R"sql(
  SELECT COALESCE(c.member_id, target.member_id)
  FROM call_out_records c
  LEFT JOIN call_out_records target ON target.id = c.merged_into_id
  WHERE c.id = $1
)sql");

constexpr Sql select_works_here(R"sql(
  SELECT u.id FROM users u
  LEFT JOIN team_members self ON self.user_id = u.id
  WHERE u.id = $1 AND u.is_active = 1
    AND (self.first_day IS NULL OR self.first_day <= $2)
    AND (self.last_day IS NULL OR self.last_day >= $2)
)sql");

}  // namespace

Access access_to(Transaction& tx, people::UserId user, people::MemberId member) {
  const Rows found = tx.run(select_access, {user, member});
  const Row& row = found.front();
  return {.may_see = row.integer(0) > 0, .may_read = row.flag(1), .may_decide = row.flag(2)};
}

Access access_to_unverified(Transaction& tx, people::UserId user, base::Day today) {
  const Rows found = tx.run(select_unverified_access, {user, today});
  const bool is_hr = found.front().flag(0);
  const bool is_manager = found.front().flag(1);
  const bool is_there_hr = found.front().flag(2);
  const bool may_see = is_hr || is_manager;
  return {
      .may_see = may_see, .may_read = is_hr || (is_manager && !is_there_hr), .may_decide = may_see};
}

Access access_to_call_out(Transaction& tx, people::UserId user, CallOutId call_out,
                          base::Day today) {
  const Rows found = tx.run(select_person, {call_out});
  if (found.empty()) return {};
  const auto member = found.front().maybe_id<people::MemberId>(0);
  return member ? access_to(tx, user, *member) : access_to_unverified(tx, user, today);
}

bool works_here(Transaction& tx, people::UserId user, base::Day today) {
  return !tx.run(select_works_here, {user, today}).empty();
}

Reader reader_of(Transaction& tx, people::UserId user, base::Day today) {
  return {.user = user, .unverified = access_to_unverified(tx, user, today)};
}

}  // namespace store
