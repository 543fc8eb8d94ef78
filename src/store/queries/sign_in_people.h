// Whom an address that was typed at the sign-in belongs to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "store/database.h"

namespace store {

struct SignInPerson {
  people::UserId user;
  std::string name;
  std::string first_name;
  std::string email;          // empty: none
  std::string password_hash;  // empty: none
  people::Language language = people::Language::en;
  std::vector<people::Role> roles;
};

// All three find active people only (first day <= day <= last day; those of no team at any time).
std::optional<SignInPerson> person_with_email(Transaction& tx, std::string_view email,
                                              base::Day day);
/// Nobody for a number that several use: a code sent there could be anybody's of them.
std::optional<SignInPerson> person_with_own_phone(Transaction& tx, std::string_view e164,
                                                  base::Day day);
std::optional<SignInPerson> person_with_id(Transaction& tx, people::UserId user, base::Day day);

struct NewPerson {
  std::string name;
  std::string email;
  people::Language language = people::Language::en;
};
/// Somebody who can sign in and is in no team.
people::UserId add_person(Transaction& tx, const NewPerson& person, base::Moment now);
/// Harmless for a role that they have.
void add_role(Transaction& tx, people::UserId user, people::Role role);

}  // namespace store
