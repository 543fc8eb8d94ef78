// Whether a text reports the sender's absence, for which day, and why.
#pragma once

#include <optional>

#include "domain/callout/text_command.h"
#include "domain/callout/text_reading.h"

namespace callout {

std::optional<AbsenceReport> absence_in(const Reading& reading);

/// The same with less care for whose absence it is and for what else is said: words of an absence,
/// and none that speak against it.
std::optional<AbsenceReport> likely_absence_in(const Reading& reading);

}  // namespace callout
