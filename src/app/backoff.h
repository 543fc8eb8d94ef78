// How long to wait before the next try: full jitter, rand(0, min(longest, 2 s * 2^tries)), in whole
// seconds and never none, so that many that failed together do not come back together.
#pragma once

#include <chrono>

#include "platform/clock.h"

namespace app {

std::chrono::seconds backoff(const platform::Random& random, int tries,
                             std::chrono::seconds longest = std::chrono::minutes(5));

}  // namespace app
