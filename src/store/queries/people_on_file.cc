#include "store/queries/people_on_file.h"

#include <cstddef>
#include <unordered_map>

namespace store {
namespace {

constexpr Sql select_people(R"sql(
  SELECT u.id, m.id, m.employee_number, u.name, u.email, u.language, u.is_active, t.name, p.name,
         s.name, m.first_day, m.last_day, u.pin_hash,
         CASE WHEN EXISTS (SELECT 1 FROM scopes c JOIN managers g ON g.id = c.manager_id
                           WHERE g.user_id = u.id) THEN 1 ELSE 0 END
  FROM users u
  LEFT JOIN team_members m ON m.user_id = u.id
  LEFT JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  LEFT JOIN sites s ON s.id = m.site_id
  ORDER BY u.id
)sql");

constexpr Sql select_roles(R"sql(
  SELECT user_id, role FROM user_roles ORDER BY user_id, role
)sql");

constexpr Sql select_numbers(R"sql(
  SELECT user_id, phone, is_shared, for_receipts FROM phone_numbers
  WHERE released_at IS NULL ORDER BY user_id, for_receipts DESC, id
)sql");

constexpr Sql select_teams(R"sql(
  SELECT name FROM teams ORDER BY id
)sql");

constexpr Sql select_positions(R"sql(
  SELECT t.name, p.name FROM positions p JOIN teams t ON t.id = p.team_id ORDER BY p.id
)sql");

constexpr Sql select_sites(R"sql(
  SELECT name FROM sites ORDER BY id
)sql");

PersonOnFile person_of(const Row& row) {
  return {.user = row.id<people::UserId>(0),
          .member = row.maybe_id<people::MemberId>(1),
          .employee_number = row.text_or_empty(2),
          .name = row.text(3),
          .email = row.text_or_empty(4),
          .language = people::parse_language(row.text(5)).value_or(people::Language::en),
          .is_active = row.flag(6),
          .team = row.text_or_empty(7),
          .position = row.text_or_empty(8),
          .site = row.text_or_empty(9),
          .first_day = row.maybe_day(10),
          .last_day = row.maybe_day(11),
          .pin_hash = row.maybe_bytes(12),
          .roles = {},
          .numbers = {},
          .has_scope = row.flag(13)};
}

std::vector<std::string> names(const Rows& rows) {
  std::vector<std::string> result;
  for (const Row& row : rows) result.push_back(row.text(0));
  return result;
}

}  // namespace

OnFile read_on_file(Transaction& tx) {
  OnFile on_file;
  std::unordered_map<std::int64_t, std::size_t> place_of;
  for (const Row& row : tx.run(select_people)) {
    place_of.emplace(row.integer(0), on_file.people.size());
    on_file.people.push_back(person_of(row));
  }
  for (const Row& row : tx.run(select_roles)) {
    const auto role = people::parse_role(row.text(1));
    if (role) on_file.people[place_of.at(row.integer(0))].roles.push_back(*role);
  }
  for (const Row& row : tx.run(select_numbers)) {
    on_file.people[place_of.at(row.integer(0))].numbers.push_back(
        {row.text(1), row.flag(2), row.flag(3)});
  }
  on_file.teams = names(tx.run(select_teams));
  for (const Row& row : tx.run(select_positions)) {
    on_file.positions.push_back({row.text(0), row.text(1)});
  }
  on_file.sites = names(tx.run(select_sites));
  return on_file;
}

}  // namespace store
