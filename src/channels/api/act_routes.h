// What managers and HR do in the web application: decide about requests, acknowledge call-outs, say
// whose they are, see to what stands on the board.
#pragma once

#include <vector>

#include "app/line.h"
#include "channels/api/guard.h"
#include "channels/api/pages.h"
#include "http/router.h"

namespace api {

/// What is named here must outlive the routes.
struct Acts {
  const app::Line& line;
  const Pages& pages;
};

/// POST /requests/{request}/decision; /call-outs/{call_out}/acknowledgement, …/assignment,
/// …/rejection; /attempts/{attempt}/closing; /alarms/{alarm}/closing.
std::vector<http::Route> act_routes(const Guard& guard, const Acts& acts);

}  // namespace api
