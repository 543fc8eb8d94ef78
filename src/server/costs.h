// What the line costs a month at the telephone provider, from prices and a month's use. All amounts
// are millionths, of a dollar or of a thing: whole numbers, so that the sum is the sum.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace server {

using Millionths = std::int64_t;
inline constexpr Millionths one = 1'000'000;

/// "0.0085" → 8500. From 0 to `most`, with at most six decimals.
base::Result<Millionths> read_amount(std::string_view text, Millionths most);
/// 8500 → "0.0085"; at least two decimals, at most four.
std::string amount_in_words(Millionths amount);
/// The same, but "20" for a whole number.
std::string count_in_words(Millionths count);

/// In dollars. List prices in the United States; a provider may change them any day.
struct Prices {
  Millionths number = 1'150'000;   // a month
  Millionths call_minute = 8'500;  // each begun minute of a call to us
  Millionths recorded_minute = 2'500;
  Millionths stored_minute = 500;  // a month in the provider's store
  Millionths text_in = 7'500;
  Millionths text_out = 7'900;
  Millionths carrier_fee = 3'000;       // for each text out, passed on from the carriers
  Millionths registration = 1'500'000;  // a month, for texting from a ten-digit number
};

struct MonthOfUse {
  Millionths call_outs = 20 * one;
  Millionths share_by_phone = one / 2;  // the others text
  Millionths minutes_per_call = one;    // begun ones
  Millionths managers_texted = 2 * one;
  Millionths share_acknowledged = one;  // call-outs that a manager answers by text
  Millionths days_stored = 7 * one;     // until a recording is deleted at the provider
};

struct Cost {
  std::string_view what;
  Millionths count = 0;
  Millionths price = 0;
  Millionths total = 0;
};

std::vector<Cost> monthly_costs(const Prices& prices, const MonthOfUse& use);
Millionths total_of(const std::vector<Cost>& costs);

/// A Markdown table with a line for the sum, which alone is rounded to cents.
std::string costs_markdown(const std::vector<Cost>& costs);

}  // namespace server
