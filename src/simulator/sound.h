// Sound as a telephone carries it here: 8 kHz, 16 bit, mono, little-endian samples.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/moment.h"

namespace simulator {

inline constexpr std::int64_t samples_a_millisecond = 8;
inline constexpr std::size_t bytes_a_sample = 2;

/// A begun millisecond is not counted.
milliseconds length_of(std::string_view samples);

/// A WAV file of them.
std::string wav_of(std::string_view samples);
/// How long a WAV file of any format sounds; nothing of what is none.
std::optional<milliseconds> length_of_wav(std::string_view wav);
/// The samples of a WAV file, whatever other chunks it has; empty when it is none of this format.
std::string samples_of_wav(std::string_view wav);

/// A stretch of samples; the end does not belong to it.
struct Stretch {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};
/// Where somebody can be heard: louder than the noise of a quiet room. In pieces of 20 ms, in their
/// order, those that touch as one.
std::vector<Stretch> voice_in(std::string_view samples);

}  // namespace simulator
