// What keeps an open board alive: a stream that says which topics have changed, and nothing else.
#pragma once

#include <string_view>
#include <vector>

#include "channels/api/guard.h"
#include "http/event_hub.h"
#include "http/router.h"

namespace api {

/// GET /api/v1/events, for everybody who is signed in: a topic is a word, whoever reads it fetches
/// again what they may see. 503 when too many listen. The hub must outlive the routes.
std::vector<http::Route> event_routes(const Guard& guard, http::EventHub& hub);

}  // namespace api
