#include "channels/twilio/code_points.h"

#include <array>
#include <cstddef>

namespace twilio {

char32_t take_code_point(std::string_view& utf8) {
  const auto lead = static_cast<unsigned char>(utf8.front());
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                                           : 4;
  char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
  bool valid = length != 0 && lead < 0xF5 && length <= utf8.size();
  for (std::size_t i = 1; valid && i < length; ++i) {
    const auto next = static_cast<unsigned char>(utf8[i]);
    valid = (next & 0xC0u) == 0x80;
    point = (point << 6u) | (next & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> shortest{0, 0, 0x80, 0x800, 0x10000};
  valid = valid && point >= shortest.at(length) && point <= 0x10FFFF &&
          (point < 0xD800 || point > 0xDFFF);
  utf8.remove_prefix(valid ? length : 1);
  return valid ? point : no_character;
}

}  // namespace twilio
