// GET /board: today, as far as the reader answers for it. A strong ETag over the answer, so that an
// open board that asks again after every event is told "nothing new" in a few bytes.
#pragma once

#include <vector>

#include "channels/api/guard.h"
#include "channels/api/pages.h"

namespace api {

/// Not there for who answers for nobody.
http::Response board(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                     const http::Request& request);

/// What `pages` refers to must outlive the routes.
std::vector<http::Route> board_routes(const Guard& guard, const Pages& pages);

}  // namespace api
