#include "server/voice_samples.h"

#include <string>

#include "demo/samples.h"

namespace server {

std::vector<simulator::VoiceSample> voice_samples() {
  std::vector<simulator::VoiceSample> samples;
  for (const demo::VoiceSample& sample : demo::voice_samples()) {
    samples.push_back({.name = sample.name,
                       .words = sample.words,
                       .language = std::string(people::code_of(sample.language)),
                       .wav = std::string(sample.wav)});
  }
  return samples;
}

}  // namespace server
