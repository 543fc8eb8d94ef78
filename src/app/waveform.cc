#include "app/waveform.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "app/wav.h"

namespace app {
namespace {

constexpr double floor_in_decibels = 48;
constexpr double full_scale = 32'768;

/// Of the telephone's own coding (ITU-T G.711): sign, three bits for the segment, four within it.
int magnitude_of_mu_law(std::uint8_t code) {
  constexpr int bias = 0x84;
  const auto bits = static_cast<unsigned>(static_cast<std::uint8_t>(~code));
  return static_cast<int>((((bits & 0x0Fu) << 3u) + bias) << ((bits & 0x70u) >> 4u)) - bias;
}

/// The distance from silence of the sample that begins there, of 32768.
int magnitude_at(Wav::Coding coding, std::string_view sound, std::size_t at) {
  const auto byte = static_cast<std::uint8_t>(sound[at]);
  switch (coding) {
    case Wav::Coding::pcm_8: return std::abs(byte - 128) * 256;
    case Wav::Coding::mu_law: return magnitude_of_mu_law(byte);
    case Wav::Coding::pcm_16: break;
    case Wav::Coding::other: return 0;
  }
  const auto high = static_cast<std::uint8_t>(sound[at + 1]);
  return std::abs(static_cast<std::int16_t>(static_cast<std::uint16_t>(high << 8 | byte)));
}

std::uint8_t height_of(int magnitude) {
  if (magnitude == 0) return 0;
  const double decibels = 20 * std::log10(magnitude / full_scale);
  const double height = 100 * (1 + decibels / floor_in_decibels);
  return static_cast<std::uint8_t>(std::lround(std::clamp(height, 0.0, 100.0)));
}

}  // namespace

std::optional<base::Bytes> waveform_of(std::string_view file) {
  const auto wav = read_wav(file);
  if (!wav || wav->coding == Wav::Coding::other) return {};
  if (wav->channels != 1 && wav->channels != 2) return {};
  const std::size_t bytes = wav->coding == Wav::Coding::pcm_16 ? 2 : 1;
  const std::size_t samples = wav->sound.size() / bytes;
  if (samples == 0) return {};
  base::Bytes heights;
  for (std::size_t part = 0; part < waveform_parts; ++part) {
    const std::size_t begin = part * samples / waveform_parts;
    // A sound of less than a hundred samples has parts that share one.
    const std::size_t end = std::max(begin + 1, (part + 1) * samples / waveform_parts);
    int loudest = 0;
    for (std::size_t sample = begin; sample < end; ++sample) {
      loudest = std::max(loudest, magnitude_at(wav->coding, wav->sound, sample * bytes));
    }
    heights.push_back(height_of(loudest));
  }
  return heights;
}

}  // namespace app
