#include "domain/people/pin.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace people {
namespace {

/// 0000, 1234, 4321, 2468, 7890: from digit to digit the same step, 0 following 9.
bool has_even_steps(std::string_view digits) {
  const auto step = [&](std::size_t at) {
    return (digits[at] - digits[at - 1] + 10) % 10;
  };
  for (std::size_t at = 2; at < digits.size(); ++at) {
    if (step(at) != step(1)) return false;
  }
  return true;
}

/// 1212, 123123, 12121: a block of at most half the length, again and again.
bool repeats_a_block(std::string_view digits) {
  for (std::size_t block = 1; block <= digits.size() / 2; ++block) {
    if (digits.substr(block) == digits.substr(0, digits.size() - block)) return true;
  }
  return false;
}

/// 1122, 447799.
bool is_doubled(std::string_view digits) {
  if (digits.size() % 2 != 0) return false;
  for (std::size_t at = 0; at < digits.size(); at += 2) {
    if (digits[at] != digits[at + 1]) return false;
  }
  return true;
}

/// 1221, 123321.
bool is_mirrored(std::string_view digits) {
  return digits.size() % 2 == 0 && std::equal(digits.begin(), digits.end(), digits.rbegin());
}

/// Columns, rows, diagonals and corners of the keypad, in the order in which a finger finds them.
bool is_keypad_path(std::string_view digits) {
  constexpr std::array<std::string_view, 30> paths = {
      "2580",   "0852",   "1470",   "0741",   "3690",   "0963",    "1590",   "0951",
      "3570",   "0753",   "1397",   "1379",   "7931",   "9713",    "3179",   "9731",
      "12369",  "96321",  "14789",  "98741",  "147258", "258147",  "147369", "369147",
      "159357", "357159", "159753", "753159", "741852", "14725836"};
  return std::ranges::find(paths, digits) != paths.end();
}

/// Of birth, of joining: the first that a thief tries.
bool is_a_year(std::string_view digits) {
  return digits.size() == 4 && digits >= "1940" && digits <= "2099";
}

bool is_trivial(std::string_view digits) {
  return has_even_steps(digits) || repeats_a_block(digits) || is_doubled(digits) ||
         is_mirrored(digits) || is_keypad_path(digits) || is_a_year(digits);
}

bool is_possible_length(std::size_t length) {
  return length >= Pin::shortest && length <= Pin::longest;
}

}  // namespace

base::Result<Pin> Pin::parse(std::string_view text, std::size_t length) {
  if (!is_possible_length(length)) {
    return base::Problem{"PIN_LENGTH", "is " + std::to_string(length), "set it to 4 to 8"};
  }
  const bool only_digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!only_digits || text.size() != length) {
    return base::Problem{"pin", "does not consist of exactly " + std::to_string(length) + " digits",
                         "enter " + std::to_string(length) + " digits, nothing else"};
  }
  if (is_trivial(text)) {
    return base::Problem{"pin", "is easy to guess", "leave it empty: a random one is made"};
  }
  return Pin(std::string(text));
}

Pin Pin::make(std::size_t length, const std::function<std::uint32_t(std::uint32_t)>& random) {
  if (!is_possible_length(length)) throw std::logic_error("a PIN has 4 to 8 digits");
  // One in twenty is trivial, so that not even the first ten attempts ever fail with a working
  // generator.
  for (int attempt = 0; attempt < 1000; ++attempt) {
    std::string digits;
    while (digits.size() < length) digits += static_cast<char>('0' + random(10));
    if (!is_trivial(digits)) return Pin(std::move(digits));
  }
  throw std::logic_error("the random generator makes trivial PINs only");
}

}  // namespace people
