#include "http/percent.h"

#include <cstdint>

namespace http {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return {};
}

struct Lead {
  std::size_t following;   // bytes after the first
  std::uint32_t bits;      // of the first byte
  std::uint32_t smallest;  // code point that needs this length; a smaller one is overlong
};

std::optional<Lead> lead_of(unsigned char byte) {
  if (byte < 0x80) return Lead{0, byte, 0};
  if ((byte & 0xe0) == 0xc0) return Lead{1, byte & 0x1fU, 0x80};
  if ((byte & 0xf0) == 0xe0) return Lead{2, byte & 0x0fU, 0x800};
  if ((byte & 0xf8) == 0xf0) return Lead{3, byte & 0x07U, 0x10000};
  return {};
}

/// How many bytes the first character of `text` takes; 0 when it is not UTF-8 (RFC 3629).
std::size_t character_length(std::string_view text) {
  const auto lead = lead_of(static_cast<unsigned char>(text.front()));
  if (!lead || text.size() <= lead->following) return 0;
  std::uint32_t point = lead->bits;
  for (const char c : text.substr(1, lead->following)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) != 0x80) return 0;
    point = (point << 6U) | (byte & 0x3fU);
  }
  const bool surrogate = point >= 0xd800 && point <= 0xdfff;
  return point < lead->smallest || point > 0x10ffff || surrogate ? 0 : lead->following + 1;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

/// The byte of an escape such as "%2B" at the start of `text`.
std::optional<char> escaped_byte(std::string_view text) {
  if (text.size() < 3) return {};
  const auto high = hex_digit(text[1]);
  const auto low = hex_digit(text[2]);
  if (!high || !low) return {};
  return static_cast<char>(*high * 16 + *low);
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
      continue;
    }
    const auto byte = escaped_byte(text.substr(i));
    if (!byte) return {};
    decoded += *byte;
    i += 2;
  }
  if (!is_utf8(decoded)) return {};
  return decoded;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += digits[byte >> 4U];
    encoded += digits[byte & 0xfU];
  }
  return encoded;
}

}  // namespace http
