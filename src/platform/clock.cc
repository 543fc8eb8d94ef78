#include "platform/clock.h"

#include <array>
#include <chrono>

#include <sodium.h>

#include "platform/sodium_ready.h"

namespace platform {

Clock system_clock() {
  return [] {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  };
}

Random system_random() {
  require_sodium();
  return [](std::span<std::uint8_t> bytes) {
    // The library wants a place even for no bytes, and an empty vector has none.
    if (!bytes.empty()) randombytes_buf(bytes.data(), bytes.size());
  };
}

std::uint32_t uniform(const Random& random, std::uint32_t bound) {
  // Numbers from the last, incomplete round of `bound` would make the low results likelier.
  const std::uint64_t whole_rounds = (std::uint64_t{1} << 32) / bound * bound;
  while (true) {
    std::array<std::uint8_t, 4> bytes{};
    random(bytes);
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes) number = number << 8 | byte;
    if (number < whole_rounds) return number % bound;
  }
}

base::Bytes random_bytes(const Random& random, std::size_t count) {
  base::Bytes bytes(count);
  random(bytes);
  return bytes;
}

std::string random_token(const Random& random) {
  constexpr std::size_t token_bytes = 24;  // a multiple of three: no padding
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  const base::Bytes bytes = random_bytes(random, token_bytes);
  std::string text(sodium_base64_ENCODED_LEN(token_bytes, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // the NUL
  return text;
}

}  // namespace platform
