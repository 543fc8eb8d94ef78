#include "store/migration_script.h"

#include <algorithm>

namespace store {
namespace {

// Where the comment or quotation that starts at `at` ends; `at` itself when none starts there.
std::size_t skip(std::string_view script, std::size_t at) {
  const auto past = [&](std::string_view end, std::size_t from) {
    const std::size_t found = script.find(end, from);
    return found == std::string_view::npos ? script.size() : found + end.size();
  };
  const std::string_view rest = script.substr(at);
  if (rest.starts_with("--")) return std::min(script.find('\n', at), script.size());
  if (rest.starts_with("/*")) return past("*/", at + 2);
  if (rest.starts_with("'")) return past("'", at + 1);  // '' is two quotations, with the same end
  if (rest.starts_with("\"")) return past("\"", at + 1);
  return at;
}

bool is_blank(char character) {
  return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

bool ends_line(std::string_view script, std::size_t semicolon) {
  const std::size_t next = script.find_first_not_of(" \t\r", semicolon + 1);
  return next == std::string_view::npos || script[next] == '\n' ||
         script.substr(next).starts_with("--");
}

}  // namespace

std::vector<std::string_view> statements_of(std::string_view script) {
  std::vector<std::string_view> statements;
  constexpr std::size_t none = std::string_view::npos;
  std::size_t start = none;
  std::size_t at = 0;
  while (at < script.size()) {
    const std::size_t end = skip(script, at);
    const bool is_comment = end != at && (script[at] == '-' || script[at] == '/');
    if (start == none && !is_comment && !is_blank(script[at])) start = at;
    if (script[at] == ';' && ends_line(script, at)) {
      if (at > start) statements.push_back(script.substr(start, at - start));
      start = none;
    }
    at = std::max(end, at + 1);
  }
  if (start != none) statements.push_back(script.substr(start));
  return statements;
}

}  // namespace store
