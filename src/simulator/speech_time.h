// How long a prompt takes.
#pragma once

#include <string_view>

#include "simulator/moment.h"

namespace simulator {

/// An estimate, the same for the same words, that is not measured at any voice: 15 characters a
/// second in English and the like, 17 in Spanish, which has more and shorter syllables; a breath
/// after a comma, a longer one after a sentence; digits are read one by one.
milliseconds speech_time(std::string_view words, std::string_view language);

/// Of keys that are played: "w" is half a second (twilio.md 3.2).
milliseconds keys_time(std::string_view digits);

}  // namespace simulator
