// Header fields for an answer that may still be under way.
#pragma once

#include <vector>

#include "http/message.h"

namespace api {

/// The answer with `fields`, whenever it comes, and never to be kept (no-store) unless it says
/// itself how long. An event stream says all it needs itself.
http::Answer finished(http::Answer answer, const std::vector<http::Field>& fields);

}  // namespace api
