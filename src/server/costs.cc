#include "server/costs.h"

#include <algorithm>
#include <charconv>

#include "server/setting_values.h"

namespace server {
namespace {

constexpr std::size_t most_decimals = 6;
constexpr Millionths days_in_a_month = 30;

/// To the nearest millionth. In two parts, so that nothing outgrows 64 bits while `right`, a price
/// or a few of something, is below a million.
Millionths product(Millionths left, Millionths right) {
  return left / one * right + (left % one * right + one / 2) / one;
}

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Cost cost(std::string_view what, Millionths count, Millionths price) {
  return {.what = what, .count = count, .price = price, .total = product(count, price)};
}

/// Receipt and alerts for each call-out; with an acknowledgement: the thanks for it, "Seen by" to
/// the employee, "nothing more to do" to the other managers.
Millionths texts_out(const MonthOfUse& use) {
  const Millionths others = std::max<Millionths>(use.managers_texted - one, 0);
  const Millionths when_acknowledged = product(use.share_acknowledged, 2 * one + others);
  return product(use.call_outs, one + use.managers_texted + when_acknowledged);
}

Millionths texts_in(const MonthOfUse& use) {
  return product(use.call_outs, one - use.share_by_phone + use.share_acknowledged);
}

std::string rounded(Millionths amount, std::size_t decimals) {
  Millionths unit = one;
  for (std::size_t at = 0; at < decimals; ++at) unit /= 10;
  const Millionths nearest = (amount + unit / 2) / unit * unit;
  std::string fraction = std::to_string(nearest % one + one).substr(1, decimals);
  return std::to_string(nearest / one) + "." + fraction;
}

}  // namespace

base::Result<Millionths> read_amount(std::string_view text, Millionths most) {
  const base::Problem wrong{"", is_value(text),
                            "write a number from 0 to " + count_in_words(most) + ", as in 0.5"};
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  std::string fraction(text.substr(std::min(point + 1, text.size())));
  if (whole.empty() || whole.size() > 7 || !is_digits(whole)) return wrong;
  if (fraction.size() > most_decimals || !is_digits(fraction)) return wrong;
  fraction.resize(most_decimals, '0');
  const std::string digits = std::string(whole) + fraction;
  Millionths amount = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  if (amount > most) return wrong;
  return amount;
}

std::string amount_in_words(Millionths amount) {
  std::string text = rounded(amount, 4);
  const std::size_t fewest = text.size() - 2;  // two decimals stay
  while (text.size() > fewest && text.ends_with('0')) text.pop_back();
  return text;
}

std::string count_in_words(Millionths count) {
  return count % one == 0 ? std::to_string(count / one) : amount_in_words(count);
}

std::vector<Cost> monthly_costs(const Prices& prices, const MonthOfUse& use) {
  const Millionths calls = product(use.call_outs, use.share_by_phone);
  const Millionths minutes = product(calls, use.minutes_per_call);
  const Millionths minutes_stored = product(minutes, use.days_stored) / days_in_a_month;
  return {cost("Phone number", one, prices.number),
          cost("Texting registration", one, prices.registration),
          cost("Minutes of calls", minutes, prices.call_minute),
          cost("Minutes recorded", minutes, prices.recorded_minute),
          cost("Minutes in the provider's store", minutes_stored, prices.stored_minute),
          cost("Texts to the line", texts_in(use), prices.text_in),
          cost("Texts from the line", texts_out(use), prices.text_out),
          cost("Carriers' fees on those", texts_out(use), prices.carrier_fee)};
}

Millionths total_of(const std::vector<Cost>& costs) {
  Millionths total = 0;
  for (const Cost& each : costs) total += each.total;
  return total;
}

std::string costs_markdown(const std::vector<Cost>& costs) {
  std::string text = "| A month | How many | Price | Cost |\n| --- | ---: | ---: | ---: |\n";
  for (const Cost& each : costs) {
    text += "| " + std::string(each.what) + " | " + count_in_words(each.count) + " | $" +
            amount_in_words(each.price) + " | $" + amount_in_words(each.total) + " |\n";
  }
  return text + "| **Together** | | | **$" + rounded(total_of(costs), 2) + "** |\n";
}

}  // namespace server
