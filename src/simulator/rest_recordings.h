// Recordings of the REST API, and their sound.
#pragma once

#include <vector>

#include "simulator/rest.h"

namespace simulator {

std::vector<http::Route> recording_routes(const Everything& everything);

}  // namespace simulator
