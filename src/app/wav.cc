#include "app/wav.h"

#include <algorithm>
#include <cstddef>

namespace app {
namespace {

constexpr std::size_t file_header = 12;  // "RIFF", size, "WAVE"
constexpr std::size_t chunk_header = 8;  // name, size
constexpr std::size_t channels_at = 2;
constexpr std::size_t bytes_a_second_at = 8;
constexpr std::size_t bits_at = 14;
constexpr std::size_t least_format = 16;
constexpr std::size_t coding_in_long_form_at = 24;
constexpr std::uint16_t long_form = 0xFFFE;

/// Little-endian; the bytes must be there.
std::uint32_t number_at(std::string_view text, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t byte = 4; byte > 0; --byte) {
    number = number << 8 | static_cast<std::uint8_t>(text[at + byte - 1]);
  }
  return number;
}

std::uint16_t short_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<std::uint8_t>(text[at + 1]) << 8 |
                                    static_cast<std::uint8_t>(text[at]));
}

/// Of a "fmt " chunk that is long enough.
Wav::Coding coding_of(std::string_view format) {
  std::uint16_t coding = short_at(format, 0);
  if (coding == long_form && format.size() >= coding_in_long_form_at + 2) {
    coding = short_at(format, coding_in_long_form_at);
  }
  const std::uint16_t bits = short_at(format, bits_at);
  if (coding == 1 && bits == 8) return Wav::Coding::pcm_8;
  if (coding == 1 && bits == 16) return Wav::Coding::pcm_16;
  if (coding == 7 && bits == 8) return Wav::Coding::mu_law;
  return Wav::Coding::other;
}

}  // namespace

std::optional<Wav> read_wav(std::string_view file) {
  const bool is_wave =
      file.size() >= file_header && file.starts_with("RIFF") && file.substr(8, 4) == "WAVE";
  if (!is_wave) return {};
  std::string_view format;
  std::string_view rest = file.substr(file_header);
  while (rest.size() >= chunk_header) {
    const std::string_view name = rest.substr(0, 4);
    // What was written while its length was not known promises more than there is.
    const std::size_t size = std::min<std::size_t>(number_at(rest, 4), rest.size() - chunk_header);
    const std::string_view chunk = rest.substr(chunk_header, size);
    if (name == "fmt " && size >= least_format) format = chunk;
    if (name == "data") {
      const std::uint32_t a_second = format.empty() ? 0 : number_at(format, bytes_a_second_at);
      if (a_second == 0) return {};
      const auto bytes = static_cast<std::int64_t>(size);
      return Wav{.sound = chunk,
                 .coding = coding_of(format),
                 .channels = short_at(format, channels_at),
                 .sound_bytes = bytes,
                 .duration = (bytes + a_second - 1) / a_second};
    }
    const std::size_t padded = size + size % 2;
    rest.remove_prefix(std::min(chunk_header + padded, rest.size()));
  }
  return {};
}

}  // namespace app
