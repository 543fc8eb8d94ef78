// Whether a text reports the sender's absence, for which day, and why.
#pragma once

#include <optional>

#include "domain/callout/text_command.h"
#include "domain/callout/text_reading.h"

namespace callout {

std::optional<AbsenceReport> absence_in(const Reading& reading);

}  // namespace callout
