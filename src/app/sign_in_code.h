// Signing in with a code that was sent to an e-mail address or a number on file: six digits, good
// once, for 10 minutes and for five tries. Employees need no password; who answers for others
// chooses one with the code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/sign_in_throttle.h"
#include "domain/notice/notice.h"
#include "platform/clock.h"
#include "platform/vault.h"
#include "store/queries/sign_in_people.h"

namespace app {

/// As it was typed, in its one form.
struct SignInAddress {
  notice::Channel channel = notice::Channel::email;
  std::string text;  // e-mail address, or E.164
};
/// Nothing for what is neither.
std::optional<SignInAddress> parse_address(std::string_view typed);

/// Puts a code into the outbox if somebody has that address, and counts that one was asked for
/// whether or not. A new code voids the older. Nothing goes to a number that several use or that
/// wants no texts.
std::optional<TooManyTries> send_code(store::Transaction& tx, const platform::Vault& vault,
                                      const platform::Random& random, const SignInAddress& address,
                                      const Visit& visit);

struct WrongCode {};
/// Whose code it is. A wrong one is counted, a right one stays good until it is spent.
std::variant<store::SignInPerson, WrongCode, TooManyTries> check_code(store::Transaction& tx,
                                                                      const platform::Vault& vault,
                                                                      const SignInAddress& address,
                                                                      std::string_view code,
                                                                      const Visit& visit);

/// Spends the code; where it makes somebody responsible come in, the audit says so.
void come_in_by_code(store::Transaction& tx, const store::SignInPerson& person, base::Moment now);

/// The password that somebody has chosen at the door. Ends their other sessions.
void choose_password(store::Transaction& tx, const store::SignInPerson& person,
                     std::string_view password_hash, base::Moment now);

}  // namespace app
