#include "server/env_file.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace server {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_name(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  };
  if (text.empty() || !is_letter(text.front())) return false;
  return std::ranges::all_of(text, [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

base::Problem malformed(std::string what, std::string remedy) {
  return {"", std::move(what), std::move(remedy)};
}

/// A `#` begins a comment only after a blank, so that passwords may hold one.
std::string_view without_comment(std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == '#' && (at == 0 || blanks.find(value[at - 1]) != std::string_view::npos)) {
      return value.substr(0, at);
    }
  }
  return value;
}

char unescaped(char c) {
  if (c == 'n') return '\n';
  return c == 't' ? '\t' : c;
}

/// `text` begins with its quote; backslashes mean something in double quotes only.
base::Result<std::string> read_quoted(std::string_view text) {
  const char quote = text.front();
  std::string value;
  std::size_t at = 1;
  for (; at < text.size() && text[at] != quote; ++at) {
    const bool is_escape = quote == '"' && text[at] == '\\' && at + 1 < text.size();
    value += is_escape ? unescaped(text[++at]) : text[at];
  }
  if (at >= text.size()) return malformed("has a quote that is not closed", "close it");
  if (!trimmed(without_comment(text.substr(at + 1))).empty()) {
    return malformed("has text after its closing quote", "put the whole value into the quotes");
  }
  return value;
}

struct Line {
  std::string name;
  std::string value;
};

/// Nothing for a blank line or a comment.
base::Result<std::optional<Line>> parse_line(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.front() == '#') return std::optional<Line>();
  if (text.starts_with("export ") || text.starts_with("export\t")) text = trimmed(text.substr(7));

  const std::size_t equals = text.find('=');
  const std::string_view name = trimmed(text.substr(0, equals));
  if (equals == std::string_view::npos || !is_name(name)) {
    return malformed("is not of the form NAME=value",
                     "write NAME=value, or # in front of a remark");
  }
  const std::string_view value = trimmed(text.substr(equals + 1));
  if (value.starts_with('"') || value.starts_with('\'')) {
    auto quoted = read_quoted(value);
    if (!quoted) return quoted.problem();
    return std::optional<Line>({std::string(name), std::move(quoted).value()});
  }
  return std::optional<Line>({std::string(name), std::string(trimmed(without_comment(value)))});
}

/// The first line of `text`, which is moved behind it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

base::Result<Environment, Problems> parse_env_file(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Environment environment;
  Problems problems;
  for (std::size_t number = 1; !text.empty(); ++number) {
    auto line = parse_line(take_line(text));
    base::Problem problem;
    if (!line) {
      problem = line.problem();
    } else if (line.value()) {
      auto& [name, value] = *line.value();
      if (!environment.try_emplace(name, value).second) {
        problem = malformed("sets " + name + " a second time", "keep one of the two lines");
      }
    }
    if (problem.what.empty()) continue;
    problem.field = ".env line " + std::to_string(number);
    problems.push_back(std::move(problem));
  }
  if (!problems.empty()) return problems;
  return environment;
}

}  // namespace server
