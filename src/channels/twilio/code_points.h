// Words as code points, whatever bytes they came as.
#pragma once

#include <string_view>

namespace twilio {

inline constexpr char32_t no_character = U'\uFFFD';

/// Takes one code point off the front of a text that is not empty; a byte that is no UTF-8 is taken
/// alone, as `no_character`.
char32_t take_code_point(std::string_view& utf8);

}  // namespace twilio
