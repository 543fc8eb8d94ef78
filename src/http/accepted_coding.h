// Which form of a file a browser wants (RFC 9110 section 12.5.3): files are kept compressed beside
// their plain bytes.
#pragma once

#include <span>
#include <string_view>

#include "http/message.h"

namespace http {

/// The coding of `offered` ("br", "gzip"; the best first) that the request likes best; empty for
/// the plain bytes, which are always there and are given to whoever names nothing that we have. A
/// weight that can't be read rules its coding out.
std::string_view accepted_coding(const Request& request, std::span<const std::string_view> offered);

}  // namespace http
