// The one-time link that `callout admin-link` and the first start print: whoever opens it becomes
// an administrator. There is no default password.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/sign_in_throttle.h"
#include "base/result.h"
#include "domain/people/person.h"
#include "store/database.h"

namespace app {

struct NewAdministrator {
  std::string name;
  std::string email;
  people::Language language = people::Language::en;
};
/// What is wrong with what was typed, or nothing.
std::optional<base::Problem> judge_administrator(const NewAdministrator& person,
                                                 std::string_view password);

struct LinkUsed {};
/// Before the password is hashed, which strangers must not have us do.
std::variant<std::monostate, LinkUsed, TooManyTries> check_administrator_link(
    store::Transaction& tx, std::string_view token, const Visit& visit);

/// Spends the link. Somebody who is on file under that address gets role and password, and their
/// other sessions end; else there is a new person, who is in no team. The Problem: it belongs to
/// somebody who does not work here today.
std::variant<people::UserId, LinkUsed, base::Problem> make_administrator(
    store::Transaction& tx, std::string_view token, const NewAdministrator& person,
    std::string_view password_hash, const Visit& visit);

}  // namespace app
