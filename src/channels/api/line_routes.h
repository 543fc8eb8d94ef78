// GET /attempts: what arrived on the line without becoming a call-out.
#pragma once

#include <vector>

#include "channels/api/guard.h"
#include "channels/api/pages.h"

namespace api {

http::Response attempts(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                        const http::Request& request);

/// What `pages` refers to must outlive the routes.
std::vector<http::Route> line_routes(const Guard& guard, const Pages& pages);

}  // namespace api
