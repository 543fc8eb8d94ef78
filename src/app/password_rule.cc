#include "app/password_rule.h"

#include <algorithm>
#include <array>
#include <string>

namespace app {
namespace {

constexpr std::size_t longest_password = 1024;  // bytes; hashing more would only cost time

// What is left of the lists of stolen passwords when only twelve characters and more count, without
// the digits and signs that people put behind them.
constexpr auto stolen = std::to_array<std::string_view>(
    {"password",        "passwordpassword", "passw0rd",       "p@ssw0rd",
     "p@ssword",        "qwertyuiop",       "qwertyuiopasdf", "qwertyqwerty",
     "asdfghjkl",       "asdfghjklqwe",     "zxcvbnm",        "iloveyou",
     "iloveyouforever", "letmein",          "letmeinletmein", "welcome",
     "welcomewelcome",  "administrator",    "adminadmin",     "adminadminadmin",
     "changeme",        "changemechangeme", "football",       "baseball",
     "basketball",      "princess",         "sunshine",       "monkey",
     "dragon",          "superman",         "trustno",        "abcdefghijkl",
     "abcdefghijklm",   "qazwsxedcrfv",     "qazwsxedc",      "correcthorsebatterystaple",
     "callout",         "calloutcallout",   "secretsecret",   "masterpassword"});

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return result;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// "password2026!!" is "password" to a thief.
std::string_view without_tail(std::string_view text) {
  const auto is_tail = [](char c) {
    return (c >= '0' && c <= '9') ||
           std::string_view("!?.@#$%&*-_+ ").find(c) != std::string_view::npos;
  };
  while (!text.empty() && is_tail(text.back())) text.remove_suffix(1);
  return text;
}

bool has_few_characters(std::string_view text) {
  std::string distinct(text);
  std::ranges::sort(distinct);
  const auto rest = std::ranges::unique(distinct);
  constexpr std::ptrdiff_t few = 5;
  return rest.begin() - distinct.begin() < few;
}

bool is_counting(std::string_view text) {
  const auto steps = [&](int step) {
    for (std::size_t at = 1; at < text.size(); ++at) {
      const bool wraps = text[at - 1] == '9' && text[at] == '0';
      if (text[at] - text[at - 1] != step && !wraps) return false;
    }
    return true;
  };
  return steps(1) || steps(-1);
}

std::optional<base::Problem> refused(std::string what) {
  return base::Problem{
      "password", std::move(what),
      "take at least 12 characters; four words that do not belong together are good"};
}

}  // namespace

std::optional<base::Problem> judge_password(std::string_view password, std::string_view email) {
  if (characters(password) < shortest_password) {
    return refused("has fewer than " + std::to_string(shortest_password) + " characters");
  }
  if (password.size() > longest_password) return refused("is longer than 1024 bytes");
  const std::string folded = lower(password);
  const std::string_view stem = without_tail(folded);
  const bool is_stolen = std::ranges::find(stolen, stem) != stolen.end() ||
                         std::ranges::find(stolen, std::string_view(folded)) != stolen.end();
  if (is_stolen || stem.empty() || has_few_characters(folded) || is_counting(folded)) {
    return refused("is one of the first that are tried");
  }
  const std::string owner = lower(email);
  const std::string name = owner.substr(0, owner.find('@'));
  if (folded == owner || (name.size() >= 4 && folded.find(name) != std::string::npos)) {
    return refused("has the e-mail address's name in it");
  }
  return {};
}

}  // namespace app
