// GET /recordings/{recording}: the sound of a recording in a session. What is not there, not for
// this reader or still on its way is 404; a session that has to be confirmed first gets 403.
#pragma once

#include <vector>

#include "channels/api/guard.h"
#include "channels/api/recordings.h"

namespace api {

/// What `listening` refers to must outlive the routes.
std::vector<http::Route> recording_routes(const Guard& guard, const Listening& listening);

}  // namespace api
