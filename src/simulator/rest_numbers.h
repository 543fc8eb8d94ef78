// The account's numbers, as IncomingPhoneNumbers of the REST API: where their webhooks go.
#pragma once

#include <vector>

#include "simulator/rest.h"

namespace simulator {

std::vector<http::Route> number_routes(const Everything& everything);

}  // namespace simulator
