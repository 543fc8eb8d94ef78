#include "domain/people/person.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace people {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

std::size_t blank_length(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) return 1;
  return text.starts_with(no_break_space) ? no_break_space.size() : 0;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    while (const std::size_t blank = blank_length(text)) text.remove_prefix(blank);
    std::size_t end = 0;
    while (end < text.size() && blank_length(text.substr(end)) == 0) ++end;
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

/// Words in lower case, one blank between them. Only ASCII: what else is compared stands in both
/// cases in the tables below.
std::string folded(std::string_view text) {
  std::string result;
  for (const std::string_view word : words_of(text)) {
    if (!result.empty()) result += ' ';
    result += word;
  }
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return result;
}

template <class Code, std::size_t count>
std::optional<Code> named(const std::array<std::pair<std::string_view, Code>, count>& names,
                          std::string_view text) {
  const auto found = std::ranges::find(names, text, &std::pair<std::string_view, Code>::first);
  if (found == names.end()) return {};
  return found->second;
}

/// The first letter of a word, in as many bytes as UTF-8 needs for it.
std::string_view first_letter(std::string_view word) {
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
  return word.substr(0, end);
}

}  // namespace

std::string_view code_of(Role role) {
  switch (role) {
    case Role::employee: return "employee";
    case Role::manager: return "manager";
    case Role::hr: return "hr";
    case Role::administrator: return "administrator";
  }
  return {};
}

std::optional<Role> parse_role(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Role>, 6> names = {{
      {"employee", Role::employee},
      {"manager", Role::manager},
      {"hr", Role::hr},
      {"human resources", Role::hr},
      {"administrator", Role::administrator},
      {"admin", Role::administrator},
  }};
  return named(names, folded(text));
}

std::string_view code_of(Language language) {
  switch (language) {
    case Language::en: return "en";
    case Language::es: return "es";
  }
  return {};
}

std::optional<Language> parse_language(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Language>, 11> names = {{
      {"en", Language::en},
      {"english", Language::en},
      {"inglés", Language::en},
      {"inglÉs", Language::en},
      {"ingles", Language::en},
      {"es", Language::es},
      {"spanish", Language::es},
      {"español", Language::es},
      {"espaÑol", Language::es},
      {"espan\u0303ol", Language::es},  // as macOS takes the letter apart
      {"espanol", Language::es},
  }};
  const std::string name = folded(text);
  if (name.size() == 5 && (name[2] == '-' || name[2] == '_'))
    return named(names, name.substr(0, 2));
  return named(names, name);
}

std::string short_name(std::string_view full_name) {
  const auto words = words_of(full_name);
  if (words.size() < 2) return first_name_of(full_name);
  return std::string(words.front()) + " " + std::string(first_letter(words.back()));
}

std::string first_name_of(std::string_view full_name) {
  const auto words = words_of(full_name);
  return std::string(words.empty() ? full_name : words.front());
}

}  // namespace people
