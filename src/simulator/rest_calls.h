// Calls of the REST API.
#pragma once

#include <vector>

#include "simulator/rest.h"

namespace simulator {

std::vector<http::Route> call_routes(const Everything& everything);

}  // namespace simulator
