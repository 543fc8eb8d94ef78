#include "app/wav.h"

#include <algorithm>
#include <cstddef>

namespace app {
namespace {

constexpr std::size_t file_header = 12;  // "RIFF", size, "WAVE"
constexpr std::size_t chunk_header = 8;  // name, size
constexpr std::size_t bytes_a_second_at = 8;
constexpr std::size_t least_format = 16;

/// Little-endian; the bytes must be there.
std::uint32_t number_at(std::string_view text, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t byte = 4; byte > 0; --byte) {
    number = number << 8 | static_cast<std::uint8_t>(text[at + byte - 1]);
  }
  return number;
}

}  // namespace

std::optional<Wav> read_wav(std::string_view file) {
  const bool is_wave =
      file.size() >= file_header && file.starts_with("RIFF") && file.substr(8, 4) == "WAVE";
  if (!is_wave) return {};
  std::uint32_t bytes_a_second = 0;
  std::string_view rest = file.substr(file_header);
  while (rest.size() >= chunk_header) {
    const std::string_view name = rest.substr(0, 4);
    // What was written while its length was not known promises more than there is.
    const std::size_t size = std::min<std::size_t>(number_at(rest, 4), rest.size() - chunk_header);
    const std::string_view chunk = rest.substr(chunk_header, size);
    if (name == "fmt " && size >= least_format)
      bytes_a_second = number_at(chunk, bytes_a_second_at);
    if (name == "data") {
      if (bytes_a_second == 0) return {};
      const auto sound = static_cast<std::int64_t>(size);
      return Wav{sound, (sound + bytes_a_second - 1) / bytes_a_second};
    }
    const std::size_t padded = size + size % 2;
    rest.remove_prefix(std::min(chunk_header + padded, rest.size()));
  }
  return {};
}

}  // namespace app
