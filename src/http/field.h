// The rules of a header field's name and value (RFC 9110 section 5), so that no text of a caller
// can end a line and begin a field of its own.
#pragma once

#include <string_view>

#include "http/message.h"

namespace http {

/// ASCII letters only, as field names and codings compare.
bool equal_without_case(std::string_view left, std::string_view right);
/// The name is a token and the value holds no CR, LF, NUL or other control character except the
/// tab.
bool is_valid(const Field& field);

}  // namespace http
