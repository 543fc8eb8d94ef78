// What becomes due by itself: questions that nobody answered, calls whose end nobody told, notices
// that nobody confirmed, what need not be kept any longer.
#pragma once

#include <cstddef>

#include "app/line.h"
#include "app/take_call.h"
#include "store/database.h"

namespace server {

/// How many things were done; when it is more than none there may be more.
int do_what_time_brings(store::Transaction& tx, const app::Line& line, const app::CallRules& rules,
                        std::size_t pin_length, base::Moment now);

}  // namespace server
