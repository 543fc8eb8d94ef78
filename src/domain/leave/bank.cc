#include "domain/leave/bank.h"

#include <algorithm>

namespace leave {

std::vector<Charge> draw(base::Minutes minutes, std::span<const Bank> in_order) {
  std::vector<Charge> charges;
  base::Minutes left = minutes;
  for (std::size_t at = 0; at < in_order.size() && left > base::Minutes(0); ++at) {
    const bool is_last = at + 1 == in_order.size();
    const base::Minutes there = std::max(in_order[at].balance, base::Minutes(0));
    const base::Minutes taken = is_last ? left : std::min(left, there);
    if (taken == base::Minutes(0)) continue;
    charges.push_back({in_order[at].code, taken});
    left -= taken;
  }
  return charges;
}

}  // namespace leave
