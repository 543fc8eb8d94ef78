// Percent-encoding (RFC 3986 section 2.1), strict: what can't be read exactly is not read at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http {

enum class Plus { is_plus, is_space };

/// Decodes once. Nothing when an escape is broken or the outcome is not valid UTF-8.
std::optional<std::string> percent_decode(std::string_view text, Plus plus);
/// Escapes every byte that is not unreserved (letters, digits, - . _ ~).
std::string percent_encode(std::string_view text);

}  // namespace http
