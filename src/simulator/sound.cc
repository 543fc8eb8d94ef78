#include "simulator/sound.h"

#include <algorithm>

namespace simulator {
namespace {

constexpr std::uint32_t rate = 8000;
constexpr std::size_t piece = 160;            // samples, 20 ms
constexpr std::int64_t quietest_voice = 330;  // -40 dB of full scale, as the root of mean squares

std::string little_endian(std::uint32_t number, int bytes) {
  std::string text;
  for (int byte = 0; byte < bytes; ++byte) text += static_cast<char>(number >> (8 * byte) & 0xFFU);
  return text;
}

std::int64_t sample_at(std::string_view samples, std::size_t index) {
  const auto low = static_cast<std::uint8_t>(samples[index * bytes_a_sample]);
  const auto high = static_cast<std::uint8_t>(samples[index * bytes_a_sample + 1]);
  return static_cast<std::int16_t>(static_cast<std::uint16_t>(high << 8U | low));
}

bool is_voice(std::string_view samples, std::size_t first, std::size_t last) {
  std::int64_t squares = 0;
  for (std::size_t index = first; index < last; ++index) {
    const std::int64_t sample = sample_at(samples, index);
    squares += sample * sample;
  }
  return squares >= quietest_voice * quietest_voice * static_cast<std::int64_t>(last - first);
}

/// The chunks of a WAV file: its form and its data, empty where it has none.
struct Chunks {
  std::string_view format;
  std::string_view data;
};

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint32_t number = 0;
  for (std::size_t byte = length; byte > 0; --byte)
    number = number << 8U | static_cast<std::uint8_t>(bytes[at + byte - 1]);
  return number;
}

Chunks chunks_of(std::string_view wav) {
  if (wav.size() < 12 || !wav.starts_with("RIFF") || wav.substr(8, 4) != "WAVE") return {};
  Chunks chunks;
  for (std::size_t at = 12; at + 8 <= wav.size();) {
    const std::string_view name = wav.substr(at, 4);
    const std::size_t size = std::min<std::size_t>(number_at(wav, at + 4, 4), wav.size() - at - 8);
    const std::size_t begin = at + 8;
    if (name == "fmt " && size >= 16) chunks.format = wav.substr(begin, size);
    if (name == "data") {
      if (!chunks.format.empty()) chunks.data = wav.substr(begin, size);
      return chunks;
    }
    at = begin + size + size % 2;
  }
  return chunks;
}

}  // namespace

std::optional<milliseconds> length_of_wav(std::string_view wav) {
  const auto [format, data] = chunks_of(wav);
  if (format.empty()) return {};
  const std::int64_t bytes_a_second = number_at(format, 8, 4);
  if (bytes_a_second == 0) return {};
  return milliseconds(static_cast<std::int64_t>(data.size()) * 1000 / bytes_a_second);
}

milliseconds length_of(std::string_view samples) {
  return milliseconds(static_cast<std::int64_t>(samples.size() / bytes_a_sample) /
                      samples_a_millisecond);
}

std::string wav_of(std::string_view samples) {
  const std::string format = little_endian(1, 2) + little_endian(1, 2) + little_endian(rate, 4) +
                             little_endian(rate * bytes_a_sample, 4) +
                             little_endian(bytes_a_sample, 2) + little_endian(16, 2);
  const auto size = static_cast<std::uint32_t>(samples.size());
  std::string file = "RIFF" + little_endian(36 + size, 4) + "WAVEfmt " + little_endian(16, 4) +
                     format + "data" + little_endian(size, 4);
  file += samples;
  return file;
}

std::string samples_of_wav(std::string_view wav) {
  const auto [format, data] = chunks_of(wav);
  const bool is_ours = !format.empty() && number_at(format, 0, 2) == 1 &&
                       number_at(format, 2, 2) == 1 && number_at(format, 4, 4) == rate &&
                       number_at(format, 14, 2) == 16;
  return is_ours ? std::string(data.substr(0, data.size() / 2 * 2)) : std::string();
}

std::vector<Stretch> voice_in(std::string_view samples) {
  std::vector<Stretch> voice;
  const std::size_t count = samples.size() / bytes_a_sample;
  for (std::size_t first = 0; first < count; first += piece) {
    const std::size_t last = std::min(first + piece, count);
    if (!is_voice(samples, first, last)) continue;
    const auto begin = static_cast<std::int64_t>(first);
    const auto end = static_cast<std::int64_t>(last);
    if (!voice.empty() && voice.back().end == begin)
      voice.back().end = end;
    else
      voice.push_back({begin, end});
  }
  return voice;
}

}  // namespace simulator
