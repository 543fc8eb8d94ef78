// What keeps passwords and codes from being tried out: five failures of an account, or 20 from one
// network, within a quarter of an hour, and further tries wait. An account is whatever address was
// typed, so that waiting tells nothing about who is on file.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/time.h"
#include "store/database.h"

namespace app {

/// Somebody at the door: when, and from where.
struct Visit {
  base::Moment now;
  base::Day today;     // on the clock of the organization
  std::string client;  // IP address
};

/// How long to wait before another try.
struct TooManyTries {
  std::chrono::seconds wait;
};

/// SHA-256 of the address in lower case.
base::Bytes subject_of(std::string_view address);
/// An IPv4 address, or the first half of an IPv6 address: who has one has 2^64 of them.
std::string network_of(const std::string& client);

/// Before a try; `subject` nothing where no account is meant.
std::optional<TooManyTries> wait_before_try(store::Transaction& tx,
                                            const std::optional<base::Bytes>& subject,
                                            const Visit& visit);
/// Before another code is sent: five an hour to an address, 20 from a network.
std::optional<TooManyTries> wait_before_code(store::Transaction& tx, const base::Bytes& subject,
                                             const Visit& visit);

/// For the timers: removes what nothing counts any more, and sessions and codes that have expired.
void forget_sign_ins(store::Transaction& tx, base::Moment now);

}  // namespace app
