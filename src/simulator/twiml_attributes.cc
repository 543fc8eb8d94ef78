#include "simulator/twiml_attributes.h"

#include <algorithm>
#include <charconv>

namespace simulator {
namespace {

constexpr int most_loops = 1000;

std::optional<int> parse_number(const std::string& text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) return {};
  return number;
}

bool all_of(std::string_view text, char first, char last) {
  return !text.empty() &&
         std::ranges::all_of(text, [&](char c) { return first <= c && c <= last; });
}

bool is_language(std::string_view text) {
  const std::size_t dash = text.find('-');
  const std::string_view language = text.substr(0, dash);
  const std::string_view region = dash == std::string_view::npos ? "" : text.substr(dash + 1);
  const bool is_region = (region.size() == 2 && all_of(region, 'A', 'Z')) ||
                         (region.size() == 3 && all_of(region, '0', '9'));
  // "arb" is written without a region (Polly's Zeina).
  return (language.size() == 2 || language.size() == 3) && all_of(language, 'a', 'z') &&
         (is_region || text == "arb");
}

}  // namespace

void warn(std::vector<Finding>& findings, int code, std::string message) {
  findings.push_back({.is_error = false, .fault = {code, std::move(message)}});
}

Attributes::Attributes(const Element& element, std::vector<Finding>& findings,
                       std::initializer_list<std::string_view> known)
    : element_(element), findings_(findings) {
  for (const auto& [name, value] : element.attributes) {
    if (std::ranges::find(known, name) == known.end())
      simulator::warn(findings, 12200, element.name + " has no attribute " + name);
  }
}

std::optional<std::string> Attributes::text(std::string_view name) const {
  return element_.attribute(name);
}

std::string Attributes::text(std::string_view name, std::string otherwise) const {
  std::optional<std::string> value = element_.attribute(name);
  return value ? std::move(*value) : std::move(otherwise);
}

int Attributes::number(std::string_view name, int otherwise, int least, int most, int code) {
  const auto value = text(name);
  if (!value) return otherwise;
  const auto number = parse_number(*value);
  if (number && *number >= least && *number <= most) return *number;
  warn(code, name);
  return number && *number > most ? most : otherwise;
}

bool Attributes::flag(std::string_view name, bool otherwise, int code) {
  return one_of(name, otherwise ? "true" : "false", {"true", "false"}, code) == "true";
}

http::Method Attributes::method(std::string_view name, int code) {
  return one_of(name, "POST", {"GET", "POST"}, code) == "GET" ? http::Method::get
                                                              : http::Method::post;
}

std::string Attributes::one_of(std::string_view name, std::string otherwise,
                               std::initializer_list<std::string_view> allowed, int code) {
  std::optional<std::string> value = text(name);
  if (!value) return otherwise;
  if (std::ranges::find(allowed, *value) != allowed.end()) return std::move(*value);
  warn(code, name);
  return otherwise;
}

int Attributes::loop(int code) {
  const int loops = number("loop", 1, 0, most_loops, code);
  return loops == 0 ? most_loops : loops;
}

std::string Attributes::language(int code) {
  std::string language = text("language", "en-US");
  if (is_language(language)) return language;
  warn(code, "language");
  return "en-US";
}

verb::Action Attributes::action(int method_code) {
  return {.url = trimmed(text("action", "")), .method = method("method", method_code)};
}

void Attributes::warn(int code, std::string_view name) {
  simulator::warn(findings_, code,
                  element_.name + ": \"" + text(name, "") + "\" is no valid " + std::string(name));
}

}  // namespace simulator
