// Messages of the REST API, and their media.
#pragma once

#include <vector>

#include "simulator/rest.h"

namespace simulator {

std::vector<http::Route> message_routes(const Everything& everything);
std::vector<http::Route> media_routes(const Everything& everything);

}  // namespace simulator
