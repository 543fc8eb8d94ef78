#include "simulator/sid.h"

#include <array>

#include "base/bytes.h"

namespace simulator {

std::string new_sid(const Random& random, std::string_view kind) {
  std::array<std::uint8_t, 16> bytes{};
  random(bytes);
  return std::string(kind) + base::hex(bytes);
}

std::string new_uuid(const Random& random) {
  std::array<std::uint8_t, 16> bytes{};
  random(bytes);
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  std::string text = base::hex(bytes);
  for (const std::size_t at : {8U, 13U, 18U, 23U}) text.insert(at, "-");
  return text;
}

int percent(const Random& random) {
  std::array<std::uint8_t, 4> bytes{};
  random(bytes);
  std::uint32_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8U | byte;
  return static_cast<int>(number % 100);  // the bias is below one in forty million
}

}  // namespace simulator
