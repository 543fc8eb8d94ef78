// The 90 days before the present, lived by the demo's people.
#pragma once

#include "demo/household.h"

namespace demo {

inline constexpr std::chrono::days history_days{90};
/// From when on, on the clock of the wall, a morning has had its first call-outs.
inline constexpr std::chrono::hours morning_has_come{6};

/// From the day after the people moved in. All in the transaction.
void live(store::Transaction& tx, const Parts& parts);

}  // namespace demo
