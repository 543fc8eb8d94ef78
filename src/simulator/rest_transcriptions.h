// Transcriptions: what was said on a recording, as text (twilio.md 1.5).
#pragma once

#include <vector>

#include "http/router.h"
#include "simulator/rest.h"

namespace simulator {

std::vector<http::Route> transcription_routes(const Everything& everything);

}  // namespace simulator
