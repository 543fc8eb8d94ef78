// The reason of an absence: the sender's own words, without the phrases around them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/callout/text_reading.h"

namespace callout {

/// From the first word to the last that is neither one of `absences` nor a day, a greeting or a
/// courtesy; whole words, as they were written. Empty if no reason was given.
std::string reason_in(const Reading& reading, const std::vector<std::size_t>& absences);

}  // namespace callout
