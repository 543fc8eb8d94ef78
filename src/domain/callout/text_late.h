// Late in or early out, today: "running 30 min late", "leaving at 2".
#pragma once

#include <optional>

#include "domain/callout/text_command.h"
#include "domain/callout/text_reading.h"

namespace callout {

std::optional<LateOrEarly> late_or_early_in(const Reading& reading);

/// The lateness has a figure: "be there at 9:15". Then it is no way of saying "not at all".
bool names_a_time(const Reading& reading);

}  // namespace callout
