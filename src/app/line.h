// The call-out line as every act on it needs to know it. Values only: shared by all threads.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "domain/callout/which_day.h"
#include "platform/clock.h"
#include "platform/time_zone.h"
#include "platform/vault.h"

namespace app {

struct Line {
  platform::Vault vault;
  platform::Random random;
  std::string time_zone;                 // of people whose site says nothing; a name that exists
  std::vector<std::string> own_numbers;  // E.164: what calls or texts from there is no person

  bool is_own(std::string_view number) const {
    return std::ranges::find(own_numbers, number) != own_numbers.end();
  }
};

/// What the clock on the wall shows in a zone that was checked when it was entered; UTC when it is
/// not known.
inline callout::WallClock wall_clock(std::string_view time_zone, base::Moment now) {
  const auto zone = platform::TimeZone::find(time_zone);
  const platform::LocalTime local = (zone ? zone.value() : platform::TimeZone::utc()).local(now);
  return {local.day, local.time_of_day};
}

}  // namespace app
