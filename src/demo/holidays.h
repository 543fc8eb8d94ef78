// The days on which the demo's clinic is closed.
#pragma once

#include <string_view>
#include <vector>

#include "base/time.h"

namespace demo {

struct Holiday {
  base::Day day;  // as it is observed: Saturday's on Friday, Sunday's on Monday
  std::string_view name;
};

/// In the range, in no order.
std::vector<Holiday> holidays_within(base::DayRange range);

}  // namespace demo
