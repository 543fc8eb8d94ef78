// The account itself, as the REST API shows it.
#pragma once

#include <vector>

#include "simulator/rest.h"

namespace simulator {

std::vector<http::Route> account_routes(const Everything& everything);

}  // namespace simulator
