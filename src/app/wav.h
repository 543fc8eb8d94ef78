// What a WAV file says of itself: a telephone call's sound as the provider stores it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace app {

struct Wav {
  enum class Coding { pcm_8, pcm_16, mu_law, other };

  std::string_view sound;  // a part of the file, which must outlive it
  Coding coding = Coding::other;
  int channels = 0;
  std::int64_t sound_bytes = 0;  // those that are there, whatever the header promises
  std::int64_t duration = 0;     // seconds, a begun one counts; 0 only without any sound
};
/// Nothing when it is no WAV file (RIFF, with a "fmt " chunk before its "data").
std::optional<Wav> read_wav(std::string_view file);

}  // namespace app
