#include "channels/twilio/gsm7.h"

#include <algorithm>
#include <array>
#include <utility>

#include "channels/twilio/code_points.h"
#include "text/latin.h"

namespace twilio {
namespace {

/// 0 for a character that GSM 03.38 does not have.
std::size_t septets_of(char32_t point) {
  static constexpr std::u32string_view basic =
      U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ "
      U"!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      U"ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  static constexpr std::u32string_view extension = U"^{}\\[~]|€";
  if (basic.find(point) != std::u32string_view::npos) return 1;
  return extension.find(point) != std::u32string_view::npos ? 2 : 0;
}

struct Replacement {
  char32_t point;
  std::string_view by;
};
constexpr std::array replacements{
    Replacement{U'\t', " "},     Replacement{U'`', "'"},    Replacement{U'¢', "c"},
    Replacement{U'©', "(c)"},    Replacement{U'ª', "a"},    Replacement{U'«', "\""},
    Replacement{U'®', "(R)"},    Replacement{U'°', " deg"}, Replacement{U'²', "2"},
    Replacement{U'³', "3"},      Replacement{U'´', "'"},    Replacement{U'µ', "u"},
    Replacement{U'·', "."},      Replacement{U'¹', "1"},    Replacement{U'º', "o"},
    Replacement{U'»', "\""},     Replacement{U'¼', "1/4"},  Replacement{U'½', "1/2"},
    Replacement{U'¾', "3/4"},    Replacement{U'Þ', "Th"},   Replacement{U'þ', "th"},
    Replacement{U'Ĳ', "IJ"},     Replacement{U'ĳ', "ij"},   Replacement{U'Œ', "OE"},
    Replacement{U'œ', "oe"},     Replacement{U'Ơ', "O"},    Replacement{U'ơ', "o"},
    Replacement{U'Ư', "U"},      Replacement{U'ư', "u"},    Replacement{U'Ș', "S"},
    Replacement{U'ș', "s"},      Replacement{U'Ț', "T"},    Replacement{U'ț', "t"},
    Replacement{U'ẞ', "ß"},      Replacement{U'•', "-"},    Replacement{U'…', "..."},
    Replacement{U'′', "'"},      Replacement{U'″', "\""},   Replacement{U'‹', "'"},
    Replacement{U'›', "'"},      Replacement{U'⁄', "/"},    Replacement{U'™', "TM"},
    Replacement{U'→', "->"},     Replacement{U'−', "-"},    Replacement{U'\u2028', "\n"},
    Replacement{U'\u2029', "\n"}};

struct Range {
  char32_t first;
  char32_t last;
  bool contains(char32_t point) const { return first <= point && point <= last; }
};

struct RangeReplacement {
  Range range;
  std::string_view by;
};
constexpr std::array range_replacements{
    RangeReplacement{{0x2000, 0x200A}, " "}, RangeReplacement{{0x00A0, 0x00A0}, " "},
    RangeReplacement{{0x202F, 0x202F}, " "}, RangeReplacement{{0x205F, 0x205F}, " "},
    RangeReplacement{{0x3000, 0x3000}, " "}, RangeReplacement{{0x2010, 0x2015}, "-"},
    RangeReplacement{{0x2018, 0x201B}, "'"}, RangeReplacement{{0x201C, 0x201F}, "\""}};

/// What says nothing by itself: controls, marks on the letter before, directions, symbols, emoji.
constexpr std::array dropped{Range{0x00, 0x1F},       Range{0x7F, 0x9F},      Range{0xA6, 0xA6},
                             Range{0xA8, 0xA8},       Range{0xAC, 0xAD},      Range{0xAF, 0xAF},
                             Range{0xB6, 0xB6},       Range{0xB8, 0xB8},      Range{0x02B0, 0x036F},
                             Range{0x200B, 0x206F},   Range{0x20D0, 0x20FF},  Range{0x2190, 0x2BFF},
                             Range{0xFE00, 0xFE0F},   Range{0xFE20, 0xFE2F},  Range{0xFEFF, 0xFEFF},
                             Range{0x1F000, 0x1FBFF}, Range{0xE0000, 0xE0FFF}};

/// U+00C0 to U+017F, the letters without their marks. A space holds the place of one that GSM 03.38
/// has or that `replacements` knows.
constexpr char32_t first_latin = 0xC0;
constexpr std::string_view latin =
    "AAAA    E EEIIIID OOOO x UUU Y   aaa   c  ee iiid  ooo /  uu y y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo  RrRrRr"
    "SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(latin.size() == 0x180 - first_latin);

/// Vietnamese, U+1EA0 to U+1EF9: even is upper case, odd is lower case.
struct VietnameseLetter {
  Range range;
  std::string_view upper;
  std::string_view lower;
};
constexpr std::array vietnamese{
    VietnameseLetter{{0x1EA0, 0x1EB7}, "A", "a"}, VietnameseLetter{{0x1EB8, 0x1EC7}, "E", "e"},
    VietnameseLetter{{0x1EC8, 0x1ECB}, "I", "i"}, VietnameseLetter{{0x1ECC, 0x1EE3}, "O", "o"},
    VietnameseLetter{{0x1EE4, 0x1EF1}, "U", "u"}, VietnameseLetter{{0x1EF2, 0x1EF9}, "Y", "y"}};

std::string_view transliterated(char32_t point) {
  const auto* one = std::ranges::find(replacements, point, &Replacement::point);
  if (one != replacements.end()) return one->by;
  if (point >= first_latin && point < first_latin + latin.size()) {
    return latin.substr(point - first_latin, 1);
  }
  for (const auto& [range, by] : range_replacements) {
    if (range.contains(point)) return by;
  }
  for (const auto& [range, upper, lower] : vietnamese) {
    if (range.contains(point)) return point % 2 == 0 ? upper : lower;
  }
  const auto holds_point = [point](const Range& range) {
    return range.contains(point);
  };
  return std::ranges::any_of(dropped, holds_point) ? "" : "?";
}

}  // namespace

std::string to_gsm7(std::string_view utf8) {
  const std::string latin_letters = text::latinized(utf8);
  std::string_view rest = latin_letters;
  std::string text;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const char32_t point = take_code_point(rest);
    text += septets_of(point) > 0 ? before.substr(0, before.size() - rest.size())
                                  : transliterated(point);
  }
  return text;
}

std::optional<std::size_t> gsm7_septets(std::string_view utf8) {
  std::size_t sum = 0;
  while (!utf8.empty()) {
    const std::size_t septets = septets_of(take_code_point(utf8));
    if (septets == 0) return {};
    sum += septets;
  }
  return sum;
}

std::optional<int> gsm7_segments(std::string_view utf8) {
  const auto septets = gsm7_septets(utf8);
  if (!septets) return {};
  if (*septets <= septets_of_one_segment) return *septets == 0 ? 0 : 1;
  int segments = 1;
  std::size_t used = 0;
  while (!utf8.empty()) {
    // The two septets of an extension character are not split between segments.
    const std::size_t next = septets_of(take_code_point(utf8));
    const bool fits = used + next <= septets_of_each_of_several;
    if (!fits) ++segments;
    used = fits ? used + next : next;
  }
  return segments;
}

std::string fit_one_segment(std::string_view utf8) {
  std::string text = to_gsm7(utf8);
  std::string_view rest = text;
  std::size_t used = 0;
  while (!rest.empty()) {
    const std::size_t begin = text.size() - rest.size();
    used += septets_of(take_code_point(rest));
    if (used > septets_of_one_segment) return text.substr(0, begin);
  }
  return text;
}

}  // namespace twilio
