// The simulator's time: moments in UTC, in milliseconds, of a clock that may stand still, run as in
// life, or jump.
#pragma once

#include <chrono>

namespace simulator {

using std::chrono::milliseconds;
using Moment = std::chrono::sys_time<milliseconds>;

}  // namespace simulator
