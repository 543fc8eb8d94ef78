// A media type without its parameters.
#pragma once

#include <string>
#include <string_view>

namespace app {

/// "image/JPEG; charset=x" is "image/jpeg".
std::string bare_type(std::string_view content_type);

}  // namespace app
