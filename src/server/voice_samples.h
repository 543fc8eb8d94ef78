// The ready-made sentences of this program, as the phone page offers them.
#pragma once

#include <vector>

#include "simulator/desk.h"

namespace server {

std::vector<simulator::VoiceSample> voice_samples();

}  // namespace server
