// Clock and randomness are values that main hands in, so that a test can run a whole day from a
// seed.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "base/bytes.h"
#include "base/time.h"

namespace platform {

/// The current moment, UTC. Thread-safe.
using Clock = std::function<base::Moment()>;
Clock system_clock();

/// Fills the span with unpredictable bytes. Thread-safe.
using Random = std::function<void(std::span<std::uint8_t>)>;
/// libsodium's generator.
Random system_random();
/// Uniform below `bound` (> 0), without modulo bias.
std::uint32_t uniform(const Random& random, std::uint32_t bound);
base::Bytes random_bytes(const Random& random, std::size_t count);
/// URL-safe text of 128 unpredictable bits or more: tokens for links and sessions.
std::string random_token(const Random& random);

}  // namespace platform
