// What a mail is about, read from its header.
#pragma once

#include <string>
#include <string_view>

namespace demo {

/// The first Subject field, unfolded, its encoded words (RFC 2047, UTF-8 and ISO-8859-1) decoded:
/// one line of valid UTF-8 without control characters, whatever came. Empty: none.
std::string subject_of(std::string_view raw);

}  // namespace demo
