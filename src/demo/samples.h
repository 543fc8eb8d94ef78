// Ready-made voice messages for whoever tries the line without a microphone, and for the recordings
// of the invented history. script/build speaks them; a program built without them has none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"

namespace demo {

struct VoiceSample {
  std::string name;  // "fever"; also its address on the phone page
  people::Language language = people::Language::en;
  std::string words;     // what is heard: "I have a fever and can't come in today."
  std::string_view wav;  // 8 kHz, 16 bit, mono; part of the program
};

/// In the order of src/demo/samples.tsv, without those that were not spoken.
std::vector<VoiceSample> voice_samples();

}  // namespace demo
