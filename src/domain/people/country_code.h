// Which of the world's country calling codes a number begins with.
#pragma once

#include <cstddef>
#include <string_view>

namespace people {

/// How many digits the country code takes up at the front of an international number, written
/// without its plus: 1 to 3, or 0 when no country has such a code.
std::size_t country_code_length(std::string_view digits);

}  // namespace people
