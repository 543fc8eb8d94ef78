#include "store/queries/people_import.h"

#include <algorithm>

namespace store {
namespace {

constexpr Sql insert_team(R"sql(
  INSERT INTO teams (name, created_at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING RETURNING id
)sql");

constexpr Sql select_team(R"sql(
  SELECT id FROM teams WHERE name = $1
)sql");

constexpr Sql insert_recipient(R"sql(
  INSERT INTO notice_recipients (team_id, phone, created_at) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING
)sql");

constexpr Sql insert_position(R"sql(
  INSERT INTO positions (team_id, name) VALUES ($1, $2) ON CONFLICT (team_id, name) DO NOTHING
)sql");

constexpr Sql select_position(R"sql(
  SELECT id FROM positions WHERE team_id = $1 AND name = $2
)sql");

constexpr Sql insert_site(R"sql(
  INSERT INTO sites (name, time_zone) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING
)sql");

constexpr Sql select_site(R"sql(
  SELECT id FROM sites WHERE name = $1
)sql");

constexpr Sql insert_user(R"sql(
  INSERT INTO users (name, first_name, email, phone, language, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $6) RETURNING id
)sql");

constexpr Sql update_user(R"sql(
  UPDATE users SET name = $2, first_name = $3, email = $4, phone = $5, language = $6, updated_at = $7
  WHERE id = $1
)sql");

constexpr Sql update_pin(R"sql(
  UPDATE users SET pin_hash = $2, pin_issued_at = $3 WHERE id = $1
)sql");

constexpr Sql insert_member(R"sql(
  INSERT INTO team_members
    (user_id, employee_number, team_id, position_id, site_id, first_day, last_day, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
)sql");

constexpr Sql update_member(R"sql(
  UPDATE team_members SET team_id = $2, position_id = $3, site_id = $4, first_day = $5, last_day = $6
  WHERE id = $1
)sql");

constexpr Sql insert_openings(R"sql(
  INSERT INTO ledger_entries (member_id, bank, minutes, kind, day, created_at)
  SELECT m.id, b.code, b.opening_minutes, 'opening', $2, $3
  FROM banks b JOIN team_members m ON m.id = $1
  WHERE b.opening_minutes <> 0 AND NOT EXISTS (
    SELECT 1 FROM ledger_entries e
    WHERE e.member_id = m.id AND e.bank = b.code AND e.kind = 'opening')
)sql");

constexpr Sql release_number(R"sql(
  UPDATE phone_numbers SET released_at = $3, for_receipts = 0
  WHERE user_id = $1 AND phone = $2 AND released_at IS NULL
)sql");

constexpr Sql forget_receipt_number(R"sql(
  UPDATE users SET phone = NULL WHERE id = $1 AND phone = $2
)sql");

constexpr Sql release_own_numbers(R"sql(
  UPDATE phone_numbers SET released_at = $2, for_receipts = 0
  WHERE user_id = $1 AND released_at IS NULL
)sql");

constexpr Sql upsert_number(R"sql(
  INSERT INTO phone_numbers (user_id, phone, is_shared, for_receipts, created_at)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (user_id, phone) DO UPDATE
    SET is_shared = excluded.is_shared, for_receipts = excluded.for_receipts, released_at = NULL
)sql");

constexpr Sql delete_roles(R"sql(
  DELETE FROM user_roles WHERE user_id = $1
)sql");

constexpr Sql insert_role(R"sql(
  INSERT INTO user_roles (user_id, role) VALUES ($1, $2) ON CONFLICT (user_id, role) DO NOTHING
)sql");

constexpr Sql insert_manager(R"sql(
  INSERT INTO managers (user_id, created_at) VALUES ($1, $2) ON CONFLICT (user_id) DO NOTHING
)sql");

constexpr Sql insert_own_scope(R"sql(
  INSERT INTO scopes (manager_id, team_id)
  SELECT g.id, $2 FROM managers g
  WHERE g.user_id = $1 AND NOT EXISTS (SELECT 1 FROM scopes s WHERE s.manager_id = g.id)
)sql");

std::optional<std::string> none_if_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

people::TeamId put_team(Transaction& tx, const std::string& name, const ImportRules& rules) {
  const Rows made = tx.run(insert_team, {name, rules.now});
  if (made.empty()) return tx.run(select_team, {name}).at(0).id<people::TeamId>(0);
  const auto team = made.front().id<people::TeamId>(0);
  if (!rules.team_recipients) return team;
  for (const people::PhoneNumber& number : rules.team_recipients(name)) {
    tx.run(insert_recipient, {team, number.e164(), rules.now});
  }
  return team;
}

std::optional<people::PositionId> put_position(Transaction& tx, people::TeamId team,
                                               const std::string& name) {
  if (name.empty()) return {};
  tx.run(insert_position, {team, name});
  return tx.run(select_position, {team, name}).at(0).id<people::PositionId>(0);
}

std::optional<people::SiteId> put_site(Transaction& tx, const std::string& name,
                                       const ImportRules& rules) {
  if (name.empty()) return {};
  tx.run(insert_site, {name, rules.time_zone});
  return tx.run(select_site, {name}).at(0).id<people::SiteId>(0);
}

std::optional<std::string> receipts_to(const ImportedPerson& person) {
  const auto number = std::ranges::find_if(person.numbers, &NumberOnFile::for_receipts);
  if (number == person.numbers.end()) return {};
  return number->phone;
}

people::UserId put_user(Transaction& tx, const ImportedPerson& person, base::Moment now) {
  const std::string first_name = people::first_name_of(person.name);
  const auto email = none_if_empty(person.email);
  const std::string_view language = people::code_of(person.language);
  people::UserId user;
  if (person.user) {
    user = *person.user;
    tx.run(update_user, {user, person.name, first_name, email, receipts_to(person), language, now});
  } else {
    user = tx.run(insert_user, {person.name, first_name, email, receipts_to(person), language, now})
               .at(0)
               .id<people::UserId>(0);
  }
  if (person.new_pin_hash) tx.run(update_pin, {user, *person.new_pin_hash, now});
  return user;
}

void put_member(Transaction& tx, const ImportedPerson& person, people::UserId user,
                people::TeamId team, const ImportRules& rules) {
  const auto position = put_position(tx, team, person.position);
  const auto site = put_site(tx, person.site, rules);
  if (person.member) {
    tx.run(update_member,
           {*person.member, team, position, site, person.first_day, person.last_day});
    return;
  }
  const auto member = tx.run(insert_member, {user, person.employee_number, team, position, site,
                                             person.first_day, person.last_day, rules.now})
                          .at(0)
                          .id<people::MemberId>(0);
  tx.run(insert_openings, {member, rules.today, rules.now});
}

void put_numbers(Transaction& tx, const ImportedPerson& person, people::UserId user,
                 base::Moment now) {
  for (const auto& [former, phone] : person.given_up) {
    tx.run(release_number, {former, phone, now});
    tx.run(forget_receipt_number, {former, phone});
  }
  tx.run(release_own_numbers, {user, now});
  for (const NumberOnFile& number : person.numbers) {
    tx.run(upsert_number, {user, number.phone, number.is_shared, number.for_receipts, now});
  }
}

void put_roles(Transaction& tx, const ImportedPerson& person, people::UserId user,
               people::TeamId team, base::Moment now) {
  tx.run(delete_roles, {user});
  for (const people::Role role : person.roles) tx.run(insert_role, {user, people::code_of(role)});
  if (std::ranges::find(person.roles, people::Role::manager) == person.roles.end()) return;
  tx.run(insert_manager, {user, now});
  tx.run(insert_own_scope, {user, team});
}

}  // namespace

void import_person(Transaction& tx, const ImportedPerson& person, const ImportRules& rules) {
  const people::TeamId team = put_team(tx, person.team, rules);
  const people::UserId user = put_user(tx, person, rules.now);
  put_member(tx, person, user, team, rules);
  put_numbers(tx, person, user, rules.now);
  put_roles(tx, person, user, team, rules.now);
}

}  // namespace store
