#include "domain/people/written_number.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace people {
namespace {

constexpr std::string_view remedy = "write it as +15550100123 or (555) 010-0123";

base::Problem refused(std::string what) {
  return {"phone", std::move(what), std::string(remedy)};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_with_tel(std::string_view text) {
  return text.size() >= 4 && (text[0] | 0x20) == 't' && (text[1] | 0x20) == 'e' &&
         (text[2] | 0x20) == 'l' && text[3] == ':';
}

constexpr std::string_view plain_separators = " \t\r\n.-()/";

// In UTF-8. Spreadsheets and contact cards bring these along, invisible to whoever pasted them.
constexpr std::array<std::string_view, 38> wide_separators = {
    "\u00A0", "\u00AD", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",  // blanks
    "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000",
    "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\uFF0D",  // dashes
    "\u200B", "\u200E", "\u200F", "\u2060", "\uFEFF", "\u202A", "\u202B", "\u202C",  // marks
    "\u202D", "\u2066", "\u2068", "\u2069", "\uFF08", "\uFF09"};  // and full-width parentheses

std::size_t separator_length(std::string_view text) {
  if (plain_separators.find(text.front()) != std::string_view::npos) return 1;
  const auto found = std::ranges::find_if(
      wide_separators, [&](std::string_view separator) { return text.starts_with(separator); });
  return found == wide_separators.end() ? 0 : found->size();
}

/// "０" to "９", as Asian keyboards write digits.
std::optional<char> full_width_digit(std::string_view text) {
  if (text.size() < 3 || !text.starts_with("\xEF\xBC")) return {};
  const int value = static_cast<unsigned char>(text[2]) - 0x90;
  if (value < 0 || value > 9) return {};
  return static_cast<char>('0' + value);
}

/// The "(0)" of "+44 (0)20 7946 0000" is dialled only inside the country.
bool is_trunk_prefix(const WrittenNumber& number, std::string_view text) {
  const bool international = number.has_plus || number.digits.starts_with('0');
  return international && !number.digits.empty() && text.starts_with("(0)");
}

base::Problem refuse_character(const WrittenNumber& number, std::string_view text) {
  const bool after_number = number.digits.size() >= 7;
  const char c = text.front();
  if (after_number &&
      (c == '#' || c == ';' || c == ',' || (c | 0x20) == 'x' || (c | 0x20) == 'e')) {
    return {"phone", "has an extension", "give a direct number: an extension can't be texted"};
  }
  if (is_ascii_letter(c)) return refused("has letters in it");
  return refused("has a character in it that no telephone number has");
}

}  // namespace

base::Result<WrittenNumber> read_written_number(std::string_view text) {
  WrittenNumber number;
  while (!text.empty() && separator_length(text) > 0) text.remove_prefix(separator_length(text));
  if (begins_with_tel(text)) text.remove_prefix(4);

  while (!text.empty()) {
    std::size_t taken = 1;
    if (is_digit(text.front())) {
      number.digits += text.front();
    } else if (const auto digit = full_width_digit(text)) {
      number.digits += *digit;
      taken = 3;
    } else if (text.starts_with('+') || text.starts_with("\uFF0B")) {
      if (number.has_plus || !number.digits.empty()) return refused("has a plus in the middle");
      number.has_plus = true;
      taken = text.starts_with('+') ? 1 : 3;
    } else if (is_trunk_prefix(number, text)) {
      taken = 3;
    } else {
      taken = separator_length(text);
      if (taken == 0) return refuse_character(number, text);
    }
    text.remove_prefix(taken);
  }
  return number;
}

}  // namespace people
