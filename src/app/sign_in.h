// Signing in with e-mail address and password. Hashing takes long and must hold no transaction, so
// it goes in three steps: begin (the throttle; the try is counted as failed until it has proved
// right, so that a hundred tries at once can't outrun the count), look (on the slow lane), finish.
// For an unknown address all three do the same work.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/session.h"
#include "app/sign_in_throttle.h"
#include "platform/clock.h"
#include "store/queries/sign_in_people.h"
#include "store/queries/sign_in_tries.h"

namespace app {

struct PasswordTry {
  store::FailureId counted;
  std::optional<people::UserId> user;  // nobody: the address is unknown, or has no password
  std::string hash;                    // then one that nothing matches
};
std::variant<PasswordTry, TooManyTries> begin_password_try(store::Transaction& tx,
                                                           std::string_view email,
                                                           const Visit& visit);
/// The same for somebody who is signed in already and types the password once more.
std::variant<PasswordTry, TooManyTries> begin_password_try(store::Transaction& tx,
                                                           people::UserId user, const Visit& visit);

/// Takes 76 ms and 64 MiB, whoever it is.
bool is_right(const PasswordTry& attempt, std::string_view password);

/// After a right password: whose it is, unless they have gone or changed it meanwhile. The try no
/// longer counts as failed.
std::optional<store::SignInPerson> finish_password_try(store::Transaction& tx,
                                                       const PasswordTry& attempt,
                                                       const Visit& visit);

/// Whether they answer for others: manager, HR or administrator.
bool is_responsible(const store::SignInPerson& person);

}  // namespace app
