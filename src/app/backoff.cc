#include "app/backoff.h"

#include <algorithm>
#include <cstdint>

namespace app {

std::chrono::seconds backoff(const platform::Random& random, int tries,
                             std::chrono::seconds longest) {
  const std::chrono::seconds grown(std::int64_t{2} << std::clamp(tries, 0, 20));
  const auto bound = static_cast<std::uint32_t>(std::min(grown, longest).count()) + 1;
  return std::max(std::chrono::seconds(1), std::chrono::seconds(platform::uniform(random, bound)));
}

}  // namespace app
