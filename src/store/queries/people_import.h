// Puts one person of an import on file: account, employment, numbers, roles, and the places that
// are not there yet.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "domain/people/phone_number.h"
#include "store/database.h"
#include "store/queries/people_on_file.h"

namespace store {

/// The number of a leaver, or of somebody who has another one in the same file.
struct NumberGivenUp {
  people::UserId by;
  std::string phone;
};

/// As the person shall be afterwards, complete; empty text is none.
struct ImportedPerson {
  std::optional<people::UserId> user;      // on file already
  std::optional<people::MemberId> member;  // likewise
  std::string employee_number;
  std::string name;
  std::string email;
  people::Language language = people::Language::en;
  std::string team;
  std::string position;
  std::string site;
  std::optional<base::Day> first_day;
  std::optional<base::Day> last_day;
  std::vector<people::Role> roles;
  std::vector<NumberOnFile> numbers;  // all others that the person has are released
  std::vector<NumberGivenUp> given_up;
  std::optional<base::Bytes> new_pin_hash;  // none: the PIN stays
};

struct ImportRules {
  std::string time_zone;  // of sites that are made
  /// Who hears of a team's call-outs, asked once, when the team is made.
  std::function<std::vector<people::PhoneNumber>(std::string_view team)> team_recipients;
  base::Day today;
  base::Moment now;
};

/// Throws Conflict when a number, PIN, e-mail address or employee number was taken meanwhile. A new
/// member gets the opening entry of each bank; a manager without a scope gets the own team.
void import_person(Transaction& tx, const ImportedPerson& person, const ImportRules& rules);

}  // namespace store
