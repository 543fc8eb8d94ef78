// Speech by espeak-ng: what a caller says, as the provider keeps it, and how long a sentence of the
// line takes to say. Each sentence is spoken once in a run.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "temporary_folder.h"

namespace test_support {

class Speech {
 public:
  /// WAV, 8 kHz, 16 bit, mono. `language` is "en" or "es". Throws when nothing can be spoken.
  const std::string& wav_of(const std::string& words, const std::string& language = "en");
  double seconds_of(const std::string& words, const std::string& language = "en");

 private:
  std::string spoken(const std::string& words, const std::string& language) const;

  TemporaryFolder folder_;
  std::map<std::pair<std::string, std::string>, std::string> kept_;
};

}  // namespace test_support
