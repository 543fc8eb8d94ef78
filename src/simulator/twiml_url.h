// Addresses in a document, which may be relative to its own.
#pragma once

#include <optional>
#include <string>

namespace simulator {

/// RFC 3986 section 5; an empty one is the base itself. Nothing when that is no address of the web
/// (http, https), such as a relative one without a base: 11100.
std::optional<std::string> absolute_url(const std::string& url, const std::string& base);

}  // namespace simulator
