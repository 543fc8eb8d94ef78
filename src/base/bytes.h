// Bytes that are not text: keys, ciphertexts, hashes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

using Bytes = std::vector<std::uint8_t>;

inline std::span<const std::uint8_t> as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Lower-case hexadecimal, two digits a byte.
std::string hex(std::span<const std::uint8_t> bytes);
/// The reverse, either case; nothing for an odd length or another character.
std::optional<Bytes> parse_hex(std::string_view text);
/// RFC 4648 section 4, with padding.
std::string base64(std::span<const std::uint8_t> bytes);
/// The reverse, strict: whole groups of four, padding where it belongs, nothing else; nothing
/// otherwise.
std::optional<Bytes> parse_base64(std::string_view text);

}  // namespace base
