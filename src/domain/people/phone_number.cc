#include "domain/people/phone_number.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "domain/people/country_code.h"
#include "domain/people/written_number.h"

namespace people {
namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;  // ITU-T E.164, 6.2.1
constexpr std::size_t north_american_digits = 11;

// ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE spelled on a keypad (twilio.md 1.8).
constexpr std::array<std::string_view, 5> keypad_words = {"266696687", "7378742833", "2562533",
                                                          "8656696", "86282452253"};

bool spells_anonymous(std::string_view digits) {
  const auto is_word = [](std::string_view text) {
    return std::ranges::find(keypad_words, text) != keypad_words.end();
  };
  return is_word(digits) || (digits.starts_with('1') && is_word(digits.substr(1)));
}

base::Problem refused(std::string what) {
  return {"phone", std::move(what), "write it as +15550100123 or (555) 010-0123"};
}

base::Problem refused_abroad(std::string what) {
  return {"phone", std::move(what), "write + and the country's code first, as in +442079460000"};
}

std::string counted(std::size_t digits) {
  return "has " + std::to_string(digits) + (digits == 1 ? " digit" : " digits");
}

/// A number written without a country code, as it is dialled in North America; its digits with the
/// code.
base::Result<std::string> read_north_american(const std::string& digits) {
  if (digits.size() == 11 && digits.front() == '1') return digits;
  if (digits.size() == 7) return refused("has 7 digits: the area code is missing");
  if (digits.size() > 11) return refused_abroad(counted(digits.size()));
  if (digits.size() == 11) return refused_abroad("has 11 digits but does not begin with 1");
  if (digits.size() != 10) return refused(counted(digits.size()));
  // Eleven digits of which one was lost, far more often than an area code that begins with 1.
  if (digits.front() == '1') return refused("has only 9 digits after the 1");
  return "1" + digits;
}

/// The digits from the country code on.
base::Result<std::string> international_digits(const WrittenNumber& number) {
  const std::string& digits = number.digits;
  if (digits.empty()) return refused("is missing");
  if (number.has_plus) return digits;
  if (digits.starts_with("011")) return digits.substr(3);
  if (digits.starts_with("00")) return digits.substr(2);
  return read_north_american(digits);
}

/// Why these digits, country code first, can't be a number; ok when they can.
base::Result<std::string> judge(const std::string& digits) {
  if (digits.starts_with('0')) return refused_abroad("has a country code that begins with 0");
  if (digits.starts_with('1')) {
    if (digits.size() != north_american_digits) {
      return refused(counted(digits.size() - 1) + " after the country code 1, not 10");
    }
    if (digits[1] == '0') return refused("has an area code that begins with 0");
  }
  if (digits.size() < fewest_digits) return refused_abroad(counted(digits.size()) + ": too few");
  if (digits.size() > most_digits) return refused_abroad(counted(digits.size()) + ": too many");
  if (country_code_length(digits) == 0) {
    return refused_abroad("begins with the code of no country");
  }
  if (spells_anonymous(digits)) {
    return base::Problem{"phone", "is what a telephone shows that hides its number",
                         "ask the person for the number itself"};
  }
  return digits;
}

}  // namespace

base::Result<PhoneNumber> PhoneNumber::parse(std::string_view text) {
  const auto written = read_written_number(text);
  if (!written) return written.problem();
  const auto digits = international_digits(written.value());
  if (!digits) return digits.problem();
  const auto possible = judge(digits.value());
  if (!possible) return possible.problem();
  return PhoneNumber("+" + possible.value());
}

bool PhoneNumber::is_caller_id(std::string_view text) {
  if (!text.starts_with('+')) return false;
  const std::string_view digits = text.substr(1);
  return digits.size() >= fewest_digits && digits.size() <= most_digits && digits.front() != '0' &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }) &&
         !spells_anonymous(digits);
}

std::string PhoneNumber::for_people() const {
  const std::string_view digits = std::string_view(e164_).substr(1);
  if (digits.starts_with('1')) {
    return "(" + e164_.substr(2, 3) + ") " + e164_.substr(5, 3) + "-" + e164_.substr(8);
  }
  const std::size_t code = country_code_length(digits);
  return "+" + std::string(digits.substr(0, code)) + " " + std::string(digits.substr(code));
}

std::string PhoneNumber::masked() const {
  return "…" + e164_.substr(e164_.size() - 4);
}

std::string number_for_people(const std::string& text) {
  const auto number = PhoneNumber::parse(text);
  return number ? number.value().for_people() : text;
}

}  // namespace people
