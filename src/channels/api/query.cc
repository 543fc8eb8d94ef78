#include "channels/api/query.h"

#include <algorithm>
#include <charconv>

namespace api {
namespace {

constexpr std::int64_t default_limit = 50;
constexpr std::int64_t highest_limit = 200;
constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string listed(std::initializer_list<std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end) return {};
  return number;
}

Query::Query(const http::Request& request) {
  auto form = http::parse_form(request.query);
  if (form) {
    form_ = *std::move(form);
  } else {
    refuse("query", "is no query of a URL", "escape it as a form's fields are");
  }
}

void Query::refuse(std::string_view name, std::string what, std::string remedy) {
  if (!problem_) problem_ = {std::string(name), std::move(what), std::move(remedy)};
}

std::string Query::text(std::string_view name, std::size_t most_characters) {
  const std::string_view text = trimmed(http::form_value(form_, name));
  // Of UTF-8, which the form has checked: all but the bytes that go on a character.
  const auto characters = static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  if (characters > most_characters) {
    refuse(name, "is too long", "give at most " + std::to_string(most_characters) + " characters");
    return {};
  }
  return std::string(text);
}

std::string Query::one_of(std::string_view name, std::initializer_list<std::string_view> words) {
  const std::string_view given = http::form_value(form_, name);
  if (given.empty()) return std::string(*words.begin());
  if (std::ranges::find(words, given) != words.end()) return std::string(given);
  refuse(name, "is none of the words for it", "give one of " + listed(words));
  return std::string(*words.begin());
}

std::optional<std::int64_t> Query::number(std::string_view name) {
  const std::string_view given = http::form_value(form_, name);
  if (given.empty()) return {};
  const auto number = whole_number(given);
  if (!number || *number < 1) refuse(name, "is no number above zero", "give an id or a count");
  return number;
}

bool Query::flag(std::string_view name) {
  return one_of(name, {"false", "true"}) == "true";
}

std::optional<base::Day> Query::day(std::string_view name) {
  const std::string_view given = http::form_value(form_, name);
  if (given.empty()) return {};
  const auto day = base::parse_day(given);
  if (!day) refuse(name, "is no day", "write it as 2026-11-22");
  return day;
}

int Query::limit() {
  const std::int64_t limit = number("limit").value_or(default_limit);
  if (limit < 1 || limit > highest_limit) {
    refuse("limit", "is out of range", "give 1 to " + std::to_string(highest_limit));
    return static_cast<int>(default_limit);
  }
  return static_cast<int>(limit);
}

std::optional<std::vector<std::int64_t>> Query::place(std::string_view name, std::size_t count) {
  std::string_view rest = http::form_value(form_, name);
  if (rest.empty()) return {};
  std::vector<std::int64_t> numbers;
  while (numbers.size() < count) {
    const std::size_t stop = rest.find('.');
    const auto number = whole_number(rest.substr(0, stop));
    if (!number) break;
    numbers.push_back(*number);
    if (stop == std::string_view::npos) {
      rest = {};
      break;
    }
    rest.remove_prefix(stop + 1);
  }
  if (numbers.size() == count && rest.empty()) return numbers;
  refuse(name, "is no place in this list", "give the `next` of the page before as it is");
  return {};
}

}  // namespace api
