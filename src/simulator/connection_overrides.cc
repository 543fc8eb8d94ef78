#include "simulator/connection_overrides.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace simulator {
namespace {

std::string_view cut(std::string_view& text, char separator) {
  const std::string_view piece = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(piece.size() + 1, text.size()));
  return piece;
}

std::optional<int> number_in(std::string_view text, int least, int most) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
  if (!is_number || number < least || number > most) return {};
  return number;
}

void read_time(std::string_view text, int most, milliseconds& time) {
  if (const auto number = number_in(text, 100, most)) time = milliseconds(*number);
}

/// False when a word is not one of the policy's.
bool read_policy(std::string_view words, ConnectionOverrides& overrides) {
  overrides.on_connect_failure = false;
  while (!words.empty()) {
    const std::string_view word = cut(words, ',');
    const bool all = word == "all";
    if (!all && word != "4xx" && word != "5xx" && word != "ct" && word != "rt") return false;
    overrides.on_4xx |= all || word == "4xx";
    overrides.on_5xx |= all || word == "5xx";
    overrides.on_connect_failure |= all || word == "ct";
    overrides.on_read_failure |= all || word == "rt";
  }
  return true;
}

}  // namespace

std::optional<ConnectionOverrides> read_connection_overrides(std::string_view fragment) {
  ConnectionOverrides overrides;
  while (!fragment.empty()) {
    std::string_view value = cut(fragment, '&');
    const std::string_view key = cut(value, '=');
    if (key == "ct") read_time(value, 10'000, overrides.connect);
    if (key == "rt") read_time(value, 15'000, overrides.read);
    if (key == "tt") read_time(value, 15'000, overrides.total);
    if (key == "rc") overrides.retries = number_in(value, 0, 5).value_or(overrides.retries);
    if (key == "rp" && !read_policy(value, overrides)) return {};
  }
  return overrides;
}

}  // namespace simulator
