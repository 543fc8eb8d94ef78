#include "domain/callout/text_fold.h"

#include <algorithm>
#include <array>

namespace callout {
namespace {

constexpr char32_t no_character = 0xFFFFFFFF;

struct Range {
  char32_t first;
  char32_t last;
  SymbolKind kind;
};

// Beyond Latin-1 and in ascending order. What no range names is a letter of some script.
constexpr std::array ranges = {
    Range{0x02BB, 0x02BD, SymbolKind::apostrophe},  // modifier letters that look like one
    Range{0x0300, 0x036F, SymbolKind::invisible},   // combining accents
    Range{0x061C, 0x061C, SymbolKind::invisible},   // Arabic letter mark
    Range{0x1AB0, 0x1AFF, SymbolKind::invisible},   Range{0x2000, 0x200A, SymbolKind::space},
    Range{0x200B, 0x200F, SymbolKind::invisible},  // zero-width space and joiners, LRM, RLM
    Range{0x2018, 0x201B, SymbolKind::apostrophe},  Range{0x2028, 0x2029, SymbolKind::newline},
    Range{0x202A, 0x202E, SymbolKind::invisible},  // embeddings and overrides
    Range{0x202F, 0x202F, SymbolKind::space},       Range{0x2032, 0x2032, SymbolKind::apostrophe},
    Range{0x2047, 0x2049, SymbolKind::question},    Range{0x205F, 0x205F, SymbolKind::space},
    Range{0x2060, 0x206F, SymbolKind::invisible},  // word joiner, isolates
    Range{0x20D0, 0x20FF, SymbolKind::invisible},  // the key around a digit
    Range{0x2010, 0x20CF, SymbolKind::punctuation}, Range{0x2100, 0x2BFF, SymbolKind::emoji},
    Range{0x3000, 0x3000, SymbolKind::space},       Range{0x3001, 0x303F, SymbolKind::punctuation},
    Range{0xD800, 0xDFFF, SymbolKind::broken},      Range{0xE000, 0xF8FF, SymbolKind::emoji},
    Range{0xFE00, 0xFE2F, SymbolKind::invisible},  // variation selectors
    Range{0xFEFF, 0xFEFF, SymbolKind::invisible},  // byte order mark
    Range{0xFFF0, 0xFFFF, SymbolKind::broken},      Range{0x1F000, 0x1FAFF, SymbolKind::emoji},
    Range{0xE0000, 0xE0FFF, SymbolKind::invisible},
};

// À to ÿ; a blank is the multiplication or division sign.
constexpr std::string_view latin_1_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

char32_t from_full_width(char32_t code) {
  return code >= 0xFF01 && code <= 0xFF5E ? code - 0xFEE0 : code;
}

SymbolKind kind_of_ascii(char32_t code) {
  if (code == U'\n' || code == U'\r') return SymbolKind::newline;
  if (code == U' ' || code == U'\t') return SymbolKind::space;
  if (code < 0x20 || code == 0x7F) return SymbolKind::broken;
  if (code >= U'0' && code <= U'9') return SymbolKind::digit;
  if ((code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z')) return SymbolKind::letter;
  if (code == U'?') return SymbolKind::question;
  return code == U'\'' || code == U'`' ? SymbolKind::apostrophe : SymbolKind::punctuation;
}

SymbolKind kind_of_latin_1(char32_t code) {
  if (code >= 0xC0) {
    return latin_1_letters[code - 0xC0] == ' ' ? SymbolKind::punctuation : SymbolKind::letter;
  }
  if (code < 0xA0) return SymbolKind::broken;
  if (code == 0xA0) return SymbolKind::space;
  if (code == 0xAD) return SymbolKind::invisible;
  if (code == 0xB4) return SymbolKind::apostrophe;
  if (code == 0xBF) return SymbolKind::question;
  return code == 0xAA || code == 0xBA ? SymbolKind::invisible : SymbolKind::punctuation;
}

SymbolKind kind_of(char32_t written) {
  const char32_t code = from_full_width(written);
  if (code < 0x80) return kind_of_ascii(code);
  if (code < 0x100) return kind_of_latin_1(code);
  const auto* found = std::find_if(ranges.begin(), ranges.end(), [code](const Range& range) {
    return range.first <= code && code <= range.last;
  });
  return found == ranges.end() ? SymbolKind::letter : found->kind;
}

std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

char32_t decoded(std::string_view bytes) {
  constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
  auto code = static_cast<char32_t>(static_cast<unsigned char>(bytes[0]));
  if (bytes.size() == 1) return code;
  code &= 0xFFU >> (bytes.size() + 1);
  for (const char byte : bytes.substr(1)) {
    const auto bits = static_cast<unsigned char>(byte);
    if ((bits & 0xC0U) != 0x80U) return no_character;
    code = code << 6U | (bits & 0x3FU);
  }
  return code < smallest.at(bytes.size()) || code > 0x10FFFF ? no_character : code;
}

bool turns_direction(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

Symbol symbol_at(std::string_view body, std::size_t at) {
  const std::size_t length = length_of(static_cast<unsigned char>(body[at]));
  if (length == 0 || length > body.size() - at) return {SymbolKind::broken, 0, at, at + 1};
  const char32_t code = decoded(body.substr(at, length));
  if (code == no_character) return {SymbolKind::broken, 0, at, at + 1};
  return {kind_of(code), code, at, at + length};
}

std::string folded(std::string_view body, const Symbol& symbol) {
  const char32_t code = from_full_width(symbol.code);
  if (code >= U'A' && code <= U'Z') return {static_cast<char>(code - U'A' + U'a')};
  if (code < 0x80) return {static_cast<char>(code)};
  if (code >= 0xC0 && code < 0x100) return {latin_1_letters[code - 0xC0]};
  return std::string(body.substr(symbol.begin, symbol.end - symbol.begin));
}

std::string presentable(std::string_view words) {
  std::string result;
  result.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const Symbol symbol = symbol_at(words, at);
    at = symbol.end;
    if (symbol.kind == SymbolKind::broken) {
      if (result.empty() || result.back() != ' ') result += ' ';
    } else if (!turns_direction(symbol.code)) {
      result += words.substr(symbol.begin, symbol.end - symbol.begin);
    }
  }
  return result;
}

}  // namespace callout
