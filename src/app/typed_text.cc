#include "app/typed_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace app {
namespace {

constexpr std::size_t longest_email = 254;  // RFC 5321, 4.5.3.1.3

}  // namespace

bool has_hidden_characters(std::string_view text) {
  constexpr std::array<std::string_view, 11> marks = {"\u202A", "\u202B", "\u202C", "\u202D",
                                                      "\u202E", "\u2066", "\u2067", "\u2068",
                                                      "\u2069", "\u2028", "\u2029"};
  const bool has_control = std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  // U+0080 to U+009F are controls too: C2 80 to C2 9F.
  const auto is_c1 = [&](std::size_t at) {
    return text[at] == '\xC2' && at + 1 < text.size() &&
           static_cast<unsigned char>(text[at + 1]) < 0xA0;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_c1(at)) return true;
  }
  return has_control || std::ranges::any_of(marks, [&](std::string_view mark) {
           return text.find(mark) != std::string_view::npos;
         });
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64) return false;
  const std::string_view domain = text.substr(at + 1);
  const bool is_plain = std::ranges::all_of(text, [](char c) {
    return c > 0x20 && c < 0x7F &&
           std::string_view("\"(),:;<>[\\]").find(c) == std::string_view::npos;
  });
  const bool is_domain = domain.find('@') == std::string_view::npos &&
                         domain.find('.') != std::string_view::npos && !domain.starts_with('.') &&
                         !domain.ends_with('.') && domain.find("..") == std::string_view::npos;
  return is_plain && is_domain && text.size() <= longest_email;
}

}  // namespace app
