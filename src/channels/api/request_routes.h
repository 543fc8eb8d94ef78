// The inbox and its pages, and whom its filters can name: /requests, /call-outs, /teams, /people.
#pragma once

#include <vector>

#include "channels/api/guard.h"
#include "channels/api/pages.h"

namespace api {

http::Response inbox(store::Transaction& tx, const Viewer& viewer, const http::Request& request);
/// Of an unverified call-out that the viewer may decide about; else it is not there.
http::Response candidates(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                          const http::Request& request);
http::Response teams(store::Transaction& tx, const Viewer& viewer);
http::Response people(store::Transaction& tx, const Viewer& viewer, const http::Request& request);

/// What `pages` refers to must outlive the routes.
std::vector<http::Route> request_routes(const Guard& guard, const Pages& pages);

}  // namespace api
