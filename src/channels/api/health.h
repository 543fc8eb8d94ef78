// For load balancers and supervisors: is the process up, and can it take a call-out?
#pragma once

#include <vector>

#include "http/router.h"
#include "work/lanes.h"

namespace api {

/// GET /healthz: 200 while the process serves. GET /readyz: 200 when the database answers, else
/// 503.
std::vector<http::Route> health_routes(work::Lanes& lanes);

}  // namespace api
