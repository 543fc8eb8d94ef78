#include "simulator/segments.h"

#include <algorithm>
#include <string>

namespace simulator {
namespace {

constexpr std::u32string_view gsm7 =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    U"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u32string_view gsm7_extended = U"^{}\\[~]|€";

struct Decoded {
  char32_t character;
  std::size_t length;  // in bytes
};

Decoded first_of(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(text[at]);
  };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC0 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                                           : 4;
  if (length == 0 || length > text.size()) return {U'\uFFFD', 1};
  if (length == 1) return {lead, 1};
  char32_t character = lead & (0x7FU >> length);
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0) != 0x80) return {U'\uFFFD', 1};
    character = character << 6U | (byte(at) & 0x3FU);
  }
  return {character, length};
}

std::u32string decoded(std::string_view text) {
  std::u32string all;
  while (!text.empty()) {
    const Decoded one = first_of(text);
    all += one.character;
    text.remove_prefix(one.length);
  }
  return all;
}

bool has(std::u32string_view alphabet, char32_t character) {
  return alphabet.find(character) != std::u32string_view::npos;
}

bool is_gsm7(char32_t character) {
  return has(gsm7, character) || has(gsm7_extended, character);
}

/// Packs what counts one or two into segments of that size, whole.
template <class Size>
int packed(const std::u32string& text, Size size_of, int alone, int each) {
  int whole = 0;
  int count = 1;
  int used = 0;
  for (const char32_t character : text) {
    const int size = size_of(character);
    whole += size;
    if (used + size > each) {
      ++count;
      used = 0;
    }
    used += size;
  }
  return whole <= alone ? 1 : count;
}

}  // namespace

std::size_t characters(std::string_view text) {
  return decoded(text).size();
}

int segments(std::string_view text) {
  const std::u32string all = decoded(text);
  if (std::ranges::all_of(all, is_gsm7)) {
    const auto septets = [](char32_t character) {
      return has(gsm7_extended, character) ? 2 : 1;
    };
    return packed(all, septets, 160, 153);
  }
  const auto units = [](char32_t character) {
    return character > 0xFFFF ? 2 : 1;
  };
  return packed(all, units, 70, 67);
}

}  // namespace simulator
