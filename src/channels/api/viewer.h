// Who asks: the person behind a session, looked up anew for each request.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "domain/people/person.h"

namespace api {

struct Viewer {
  people::UserId user;
  std::optional<people::MemberId> member;  // nothing: can't be absent
  std::string name;
  std::string first_name;
  std::optional<std::string> email;
  people::Language language = people::Language::en;
  std::vector<people::Role> roles;
  bool is_remembered = false;
  bool is_confirmed = false;  // words and sound may be opened without the password
  base::Moment now;
  base::Day today;  // on the clock of the organization

  bool is(people::Role role) const { return std::ranges::find(roles, role) != roles.end(); }
  bool may_decide() const { return is(people::Role::manager) || is(people::Role::hr); }
  bool may_see_board() const { return may_decide() || is(people::Role::administrator); }
};

}  // namespace api
