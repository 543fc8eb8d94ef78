#include "demo/mail_subject.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace demo {
namespace {

constexpr std::size_t longest_subject = 2000;
constexpr std::string_view field = "subject:";
constexpr std::string_view unreadable = "\xef\xbf\xbd";  // U+FFFD

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool starts_with_any_case(std::string_view text, std::string_view lower_start) {
  if (text.size() < lower_start.size()) return false;
  for (std::size_t at = 0; at < lower_start.size(); ++at) {
    if (lower(text[at]) != lower_start[at]) return false;
  }
  return true;
}

/// The field's value with its continuation lines, as they are.
std::string unfolded_subject(std::string_view raw) {
  std::string value;
  bool is_inside = false;
  while (!raw.empty()) {
    const std::size_t end = raw.find("\r\n");
    const std::string_view line = raw.substr(0, end);
    raw.remove_prefix(end == std::string_view::npos ? raw.size() : end + 2);
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    if (line.empty() || (is_inside && !goes_on)) break;
    if (is_inside) value += line;
    if (starts_with_any_case(line, field)) {
      is_inside = true;
      value = line.substr(field.size());
    }
    if (value.size() > longest_subject) break;
  }
  return value.substr(0, longest_subject);
}

std::optional<unsigned> base64_digit(char letter) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t at = digits.find(letter);
  if (at == std::string_view::npos) return {};
  return static_cast<unsigned>(at);
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char letter : text) {
    if (letter == '=') break;
    const auto digit = base64_digit(letter);
    if (!digit) return {};
    bits = (bits << 6 | *digit) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xff);
  }
  return bytes;
}

std::optional<unsigned> hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return static_cast<unsigned>(letter - '0');
  letter = lower(letter);
  if (letter >= 'a' && letter <= 'f') return static_cast<unsigned>(letter - 'a' + 10);
  return {};
}

std::optional<std::string> from_q(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      bytes += text[at] == '_' ? ' ' : text[at];
      continue;
    }
    if (at + 2 >= text.size()) return {};
    const auto high = hex_digit(text[at + 1]);
    const auto low = hex_digit(text[at + 2]);
    if (!high || !low) return {};
    bytes += static_cast<char>(*high << 4 | *low);
    at += 2;
  }
  return bytes;
}

std::string from_latin1(std::string_view bytes) {
  std::string text;
  for (const char letter : bytes) {
    const auto code = static_cast<unsigned char>(letter);
    if (code < 0x80) {
      text += letter;
      continue;
    }
    text += static_cast<char>(0xc0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3f));
  }
  return text;
}

struct Word {
  std::size_t length = 0;  // of what stands in the field
  std::string text;
};

/// "=?charset?encoding?text?=" at the beginning.
std::optional<Word> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return {};
  const std::size_t encoding = text.find('?', 2);
  if (encoding == std::string_view::npos || encoding + 2 >= text.size()) return {};
  if (text[encoding + 2] != '?') return {};
  const std::size_t end = text.find("?=", encoding + 3);
  if (end == std::string_view::npos) return {};
  const std::string_view charset = text.substr(2, encoding - 2);
  const std::string_view coded = text.substr(encoding + 3, end - encoding - 3);
  const char kind = lower(text[encoding + 1]);
  if (kind != 'b' && kind != 'q') return {};
  const auto bytes = kind == 'b' ? from_base64(coded) : from_q(coded);
  if (!bytes) return {};
  const bool is_utf8 =
      starts_with_any_case(charset, "utf-8") || starts_with_any_case(charset, "us-ascii");
  if (!is_utf8 && !starts_with_any_case(charset, "iso-8859-1")) return {};
  return Word{end + 2, is_utf8 ? *bytes : from_latin1(*bytes)};
}

std::size_t blanks_at(std::string_view text) {
  return std::min(text.find_first_not_of(" \t"), text.size());
}

/// Blanks between two encoded words are no part of the text (RFC 2047 section 6.2).
std::string decoded(std::string_view text) {
  std::string result;
  bool is_after_word = false;
  while (!text.empty()) {
    const std::size_t blanks = blanks_at(text);
    const auto word = encoded_word(text.substr(blanks));
    if (word) {
      if (!is_after_word) result += text.substr(0, blanks);
      result += word->text;
      text.remove_prefix(blanks + word->length);
      is_after_word = true;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \t", blanks), text.size());
    result += text.substr(0, end);
    text.remove_prefix(end);
    is_after_word = false;
  }
  return result;
}

/// How many bytes the character at the beginning has; 0: it is none.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(text[at]);
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xc0) != 0x80) return 0;
  }
  // Overlong forms, surrogates, and what lies beyond U+10FFFF.
  const bool is_none = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xed && byte(1) > 0x9f) ||
                       (first == 0xf0 && byte(1) < 0x90) || (first == 0xf4 && byte(1) > 0x8f);
  return is_none ? 0 : length;
}

std::string one_clean_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    const bool is_control = length == 1 && (text[0] < ' ' || text[0] == '\x7f');
    if (length == 0)
      line += unreadable;
    else if (is_control)
      line += ' ';
    else
      line += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::string subject_of(std::string_view raw) {
  return one_clean_line(decoded(unfolded_subject(raw)));
}

}  // namespace demo
