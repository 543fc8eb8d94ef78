#include "channels/twilio/form_values.h"

#include <algorithm>
#include <charconv>

namespace twilio {
namespace {

constexpr std::size_t longest_id = 128;
constexpr std::size_t most_keys = 32;
constexpr std::string_view telephone_keys = "0123456789*#";

}  // namespace

std::string id_in(const http::Form& form, std::string_view name) {
  const std::string_view text = http::form_value(form, name);
  const auto is_printable = [](char c) {
    return c > ' ' && c <= '~';
  };
  const bool is_id = text.size() <= longest_id && std::ranges::all_of(text, is_printable);
  return std::string(is_id ? text : "");
}

std::int64_t number_in(const http::Form& form, std::string_view name) {
  const std::string_view text = http::form_value(form, name);
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return is_whole ? value : 0;
}

std::string keys_in(const http::Form& form) {
  std::string keys;
  for (const char key : http::form_value(form, "Digits")) {
    if (keys.size() == most_keys) break;
    if (telephone_keys.find(key) != std::string_view::npos) keys += key;
  }
  return keys;
}

}  // namespace twilio
