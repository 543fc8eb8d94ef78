// Tries to sign in on the web that were not right, and codes that were asked for. They throttle
// further ones, stand in the database so that a restart forgets none, and are counted by the
// address that was typed, whether or not anybody has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/strong.h"
#include "domain/people/person.h"
#include "store/database.h"

namespace store {

using FailureId = base::Strong<struct FailureTag>;

enum class FailureKind { password, code };

struct NewFailure {
  FailureKind kind = FailureKind::password;
  std::optional<base::Bytes> subject;  // SHA-256 of the address; none: no account was meant
  std::string client;                  // the network that it came from
  std::optional<people::UserId> user = {};
};
FailureId add_failure(Transaction& tx, const NewFailure& failure, base::Moment now);
/// It was right after all.
void remove_failure(Transaction& tx, FailureId id);

/// When the `nth` latest failure after `since` was, both kinds counted together; nothing when there
/// are fewer.
std::optional<base::Moment> failure_of_subject(Transaction& tx, const base::Bytes& subject,
                                               base::Moment since, int nth);
std::optional<base::Moment> failure_of_client(Transaction& tx, std::string_view client,
                                              base::Moment since, int nth);
/// Wrong codes for a person since a moment, whatever address was typed.
std::int64_t wrong_codes_of(Transaction& tx, people::UserId user, base::Moment since);

/// Somebody asked for a code to be sent. `subject`: the address, or the network asked from.
void add_code_asked(Transaction& tx, std::string_view unique_token, const base::Bytes& subject,
                    base::Moment now, base::Moment forget_at);
std::optional<base::Moment> code_asked(Transaction& tx, const base::Bytes& subject,
                                       base::Moment since, int nth);

/// Failures on the web from before a moment; those of PINs are counted for longer.
void forget_failures(Transaction& tx, base::Moment before);

}  // namespace store
