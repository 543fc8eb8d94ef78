#include "domain/people/country_code.h"

#include <algorithm>
#include <array>

namespace people {
namespace {

// The codes that ITU-T has assigned (E.164, annex to Operational Bulletin), the shared and
// satellite ones included. No code begins another, so that the first one that fits is the only one.
constexpr std::array<std::string_view, 46> short_codes = {
    "1",  "7",  "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45",
    "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
    "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"};

/// Codes of three digits: the two that they share, and each third digit that exists behind them.
struct Decade {
  std::string_view front;
  std::string_view thirds;
};
constexpr std::array<Decade, 23> long_codes = {{
    {"21", "12368"},      {"22", "0123456789"}, {"23", "0123456789"}, {"24", "0123456789"},
    {"25", "012345678"},  {"26", "0123456789"}, {"29", "01789"},      {"35", "0123456789"},
    {"37", "0123456789"}, {"38", "01235679"},   {"42", "013"},        {"50", "0123456789"},
    {"59", "0123456789"}, {"67", "023456789"},  {"68", "012356789"},  {"69", "012"},
    {"80", "08"},         {"85", "02356"},      {"87", "08"},         {"88", "01236"},
    {"96", "012345678"},  {"97", "012345679"},  {"99", "2345678"},
}};

}  // namespace

std::size_t country_code_length(std::string_view digits) {
  const auto code = std::ranges::find_if(
      short_codes, [&](std::string_view candidate) { return digits.starts_with(candidate); });
  if (code != short_codes.end()) return code->size();

  const bool exists =
      digits.size() >= 3 && std::ranges::any_of(long_codes, [&](const Decade& decade) {
        return digits.starts_with(decade.front) &&
               decade.thirds.find(digits[2]) != std::string_view::npos;
      });
  return exists ? 3 : 0;
}

}  // namespace people
