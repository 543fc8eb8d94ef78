// Signing in on the telephone: who has a PIN, and the failures that throttle further tries. They
// stand in the database, so that a restart forgets none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "domain/people/person.h"
#include "store/database.h"

namespace store {

/// The active employee (first day <= day <= last day) whose PIN has that keyed hash.
std::optional<people::MemberId> member_with_pin(Transaction& tx, const base::Bytes& pin_hash,
                                                base::Day day);
/// The active employee of that number, as it is keyed: digits only, so a number with letters is
/// never found.
std::optional<people::MemberId> member_with_number(Transaction& tx,
                                                   std::string_view employee_number, base::Day day);

struct PinFailure {
  std::string call_sid;
  std::string caller;                           // E.164, or "withheld"
  std::optional<people::MemberId> member = {};  // whose employee number was keyed
};
void note_pin_failure(Transaction& tx, const PinFailure& failure, base::Moment now);

/// Since a moment: by that caller, and on the whole line.
std::int64_t pin_failures_of_caller(Transaction& tx, std::string_view caller, base::Moment since);
std::int64_t pin_failures_on_line(Transaction& tx, base::Moment since);

struct MemberFailures {
  std::int64_t count = 0;
  std::optional<base::Moment> last;
};
/// Those of a member since their PIN was issued: a new PIN begins anew.
MemberFailures pin_failures_of_member(Transaction& tx, people::MemberId member);

/// How many active people have a PIN.
std::int64_t pins_in_use(Transaction& tx);

/// Whether people of more than one language are on file.
bool speaks_several_languages(Transaction& tx);

}  // namespace store
