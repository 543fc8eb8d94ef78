#include "demo/smtp_words.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace demo {
namespace {

constexpr std::size_t longest_address = 254;
constexpr std::string_view blanks = " \t";

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_plain(char letter) {
  return letter > ' ' && letter <= '~' &&
         std::string_view("<>()[]\\,;:\"").find(letter) == std::string_view::npos;
}

bool is_address(std::string_view text) {
  if (text.size() > longest_address || !std::ranges::all_of(text, is_plain)) return false;
  if (upper(text) == "POSTMASTER") return true;
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos;
}

std::optional<std::size_t> parse_number(std::string_view digits) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return number;
}

bool read_parameter(std::string_view word, SmtpParameters& parameters) {
  const std::string text = upper(word);
  if (text == "BODY=8BITMIME" || text == "BODY=7BIT") return true;
  constexpr std::string_view size = "SIZE=";
  if (!text.starts_with(size)) return false;
  const auto number = parse_number(std::string_view(text).substr(size.size()));
  if (number) parameters.size = *number;
  return number.has_value();
}

}  // namespace

SmtpCommand split_command(std::string_view line) {
  const std::size_t end = line.find_first_of(blanks);
  if (end == std::string_view::npos) return {upper(line), {}};
  return {upper(line.substr(0, end)), trimmed(line.substr(end))};
}

std::optional<SmtpPath> parse_path(std::string_view keyword, std::string_view text) {
  if (upper(text.substr(0, keyword.size())) != keyword) return {};
  text = trimmed(text.substr(keyword.size()));
  const std::size_t end = text.find('>');
  if (!text.starts_with('<') || end == std::string_view::npos) return {};
  const std::string_view address = text.substr(1, end - 1);
  const std::string_view rest = text.substr(end + 1);
  const bool is_apart = rest.empty() || blanks.find(rest.front()) != std::string_view::npos;
  if (!is_apart || (!address.empty() && !is_address(address))) return {};
  return SmtpPath{std::string(address), trimmed(rest)};
}

std::optional<SmtpParameters> parse_parameters(std::string_view text) {
  SmtpParameters parameters;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(blanks), text.size());
    if (!read_parameter(text.substr(0, end), parameters)) return {};
    text = trimmed(text.substr(end));
  }
  return parameters;
}

}  // namespace demo
