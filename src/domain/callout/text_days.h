// Which day an absence is for, from the words that belong to it: "can't come in today, my surgery
// is tomorrow" is today.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "domain/callout/text_command.h"
#include "domain/callout/text_reading.h"

namespace callout {

struct DaysSaid {
  DayWords first;
  bool several = false;
};

/// `absences`: the spans that say absent, in order. Nothing if the words leave the day open ("today
/// or tomorrow", "doctor tomorrow" and no other day).
std::optional<DaysSaid> days_of(const Reading& reading, const std::vector<std::size_t>& absences);

}  // namespace callout
