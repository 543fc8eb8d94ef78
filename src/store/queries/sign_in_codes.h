// The code that was sent to somebody to sign in with: one a person, good once. Only its keyed hash
// is kept.
#pragma once

#include <optional>

#include "base/bytes.h"
#include "domain/people/person.h"
#include "store/database.h"

namespace store {

/// A new one voids the older.
void put_sign_in_code(Transaction& tx, people::UserId user, const base::Bytes& code_mac,
                      base::Moment now, base::Moment expires);

struct SignInCode {
  base::Bytes mac;
  base::Moment sent_at;
};
/// The one that has neither been spent nor expired.
std::optional<SignInCode> sign_in_code_of(Transaction& tx, people::UserId user, base::Moment now);

void spend_sign_in_code(Transaction& tx, people::UserId user);

/// Removes what has expired of codes and of what was asked for.
void forget_sign_in_codes(Transaction& tx, base::Moment now);

}  // namespace store
