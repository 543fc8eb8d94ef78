#include "store/queries/sign_in_people.h"

namespace store {
namespace {

constexpr Sql select_by_email(R"sql(
  SELECT u.id, u.name, u.first_name, u.email, u.password_hash, u.language
  FROM users u LEFT JOIN team_members m ON m.user_id = u.id
  WHERE LOWER(u.email) = LOWER($1) AND u.is_active = 1
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
)sql");

constexpr Sql select_by_id(R"sql(
  SELECT u.id, u.name, u.first_name, u.email, u.password_hash, u.language
  FROM users u LEFT JOIN team_members m ON m.user_id = u.id
  WHERE u.id = $1 AND u.is_active = 1
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
)sql");

constexpr Sql select_owner(R"sql(
  SELECT MIN(p.user_id), COUNT(*), MAX(p.is_shared)
  FROM phone_numbers p JOIN users u ON u.id = p.user_id AND u.is_active = 1
  WHERE p.phone = $1 AND p.released_at IS NULL
)sql");

constexpr Sql select_roles(R"sql(
  SELECT role FROM user_roles WHERE user_id = $1 ORDER BY role
)sql");

constexpr Sql insert_person(R"sql(
  INSERT INTO users (name, first_name, email, language, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $5) RETURNING id
)sql");

constexpr Sql insert_role(R"sql(
  INSERT INTO user_roles (user_id, role) VALUES ($1, $2) ON CONFLICT (user_id, role) DO NOTHING
)sql");

std::optional<SignInPerson> only_person(Transaction& tx, const Rows& rows) {
  if (rows.empty()) return {};
  const Row& row = rows.front();
  SignInPerson person{
      .user = row.id<people::UserId>(0),
      .name = row.text(1),
      .first_name = row.text(2),
      .email = row.text_or_empty(3),
      .password_hash = row.text_or_empty(4),
      .language = people::parse_language(row.text(5)).value_or(people::Language::en),
      .roles = {}};
  for (const Row& role : tx.run(select_roles, {person.user})) {
    if (const auto known = people::parse_role(role.text(0))) person.roles.push_back(*known);
  }
  return person;
}

}  // namespace

std::optional<SignInPerson> person_with_email(Transaction& tx, std::string_view email,
                                              base::Day day) {
  return only_person(tx, tx.run(select_by_email, {email, day}));
}

std::optional<SignInPerson> person_with_own_phone(Transaction& tx, std::string_view e164,
                                                  base::Day day) {
  const Rows owners = tx.run(select_owner, {e164});
  const Row& owner = owners.front();
  if (owner.integer(1) != 1 || owner.flag(2)) return {};
  return person_with_id(tx, owner.id<people::UserId>(0), day);
}

std::optional<SignInPerson> person_with_id(Transaction& tx, people::UserId user, base::Day day) {
  return only_person(tx, tx.run(select_by_id, {user, day}));
}

people::UserId add_person(Transaction& tx, const NewPerson& person, base::Moment now) {
  return tx
      .run(insert_person, {person.name, people::first_name_of(person.name), person.email,
                           people::code_of(person.language), now})
      .front()
      .id<people::UserId>(0);
}

void add_role(Transaction& tx, people::UserId user, people::Role role) {
  tx.run(insert_role, {user, people::code_of(role)});
}

}  // namespace store
