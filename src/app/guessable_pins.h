// While few PINs of all that there could be are in use, a PIN alone says who calls. When one guess
// in a hundred would be right, HR is warned: product.md, "A call-out by phone", point 3.
#pragma once

#include <cstddef>

#include "app/line.h"
#include "store/database.h"

namespace app {

/// Once, until the alarm is closed. True when it has just been raised.
bool warn_of_guessable_pins(store::Transaction& tx, const Line& line, std::size_t pin_length,
                            base::Moment now);

}  // namespace app
