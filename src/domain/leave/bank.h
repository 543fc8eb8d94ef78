// From which banks an absence is paid. Always whole minutes, never floating point.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/time.h"

namespace leave {

struct Bank {
  std::string code;         // "sick"
  base::Minutes balance{};  // the sum of its ledger entries
};
struct Charge {
  std::string bank;
  base::Minutes minutes{};  // positive: taken out
  friend bool operator==(const Charge&, const Charge&) = default;
};

/// Takes `minutes` from the banks in their order, each down to zero; what is left goes below zero
/// in the last one, so that the charges always add up to what was asked. No banks or nothing to
/// take: no charges.
std::vector<Charge> draw(base::Minutes minutes, std::span<const Bank> in_order);

}  // namespace leave
