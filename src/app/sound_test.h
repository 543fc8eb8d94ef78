// Sound for the tests: WAV files as the provider stores them.
#pragma once

#include <cstdint>
#include <string>

namespace app {

inline std::string little_endian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xff);
  return bytes;
}

/// 8 kHz, 16 bit, mono; `sound` is what stands in its data chunk.
inline std::string wav_of(const std::string& sound) {
  const std::string format = std::string("\1\0\1\0", 4) + little_endian(8000) +
                             little_endian(16'000) + std::string("\2\0\x10\0", 4);
  const std::string chunks = "WAVEfmt " + little_endian(16) + format + "data" +
                             little_endian(static_cast<std::uint32_t>(sound.size())) + sound;
  return "RIFF" + little_endian(static_cast<std::uint32_t>(chunks.size())) + chunks;
}
inline std::string wav_of_seconds(std::size_t seconds) {
  return wav_of(std::string(seconds * 16'000, '\x55'));
}

}  // namespace app
