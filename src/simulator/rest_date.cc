#include "simulator/rest_date.h"

#include <algorithm>

#include "base/time.h"

namespace simulator {
namespace {

/// The two digits at the start of `text`, below `limit`.
std::optional<int> two_digits(std::string_view text, int limit) {
  const auto is_digit = [](char c) {
    return c >= '0' && c <= '9';
  };
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return {};
  const int number = (text[0] - '0') * 10 + (text[1] - '0');
  if (number >= limit) return {};
  return number;
}

/// "15:04:05", with fractions and the zone of UTC behind it or not.
std::optional<milliseconds> time_of(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return {};
  const auto hours = two_digits(text, 24);
  const auto minutes = two_digits(text.substr(3), 60);
  const auto seconds = two_digits(text.substr(6), 60);
  text.remove_prefix(8);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
  }
  const bool is_utc = text.empty() || text == "Z" || text == "+00:00" || text == "+0000";
  if (!hours || !minutes || !seconds || !is_utc) return {};
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
         std::chrono::seconds(*seconds);
}

}  // namespace

std::optional<Moment> moment_in(std::string_view text) {
  if (text.size() <= 11 || (text[10] != 'T' && text[10] != ' ')) return {};
  const auto day = base::parse_day(text.substr(0, 10));
  const auto time = time_of(text.substr(11));
  if (!day || !time) return {};
  return *day + *time;
}

std::optional<DateFilter> DateFilter::read(const http::Form& query, std::string_view name) {
  DateFilter filter;
  for (const auto& [key, value] : query) {
    if (!key.starts_with(name) || value.empty()) continue;
    const std::string_view sign = std::string_view(key).substr(name.size());
    if (!sign.empty() && sign != ">" && sign != "<") continue;
    const std::string_view text = value;
    const auto day = base::parse_day(text);
    const auto moment = day ? std::optional<Moment>(*day) : moment_in(text);
    if (!moment) return {};
    filter.bounds_.push_back(
        {.sign = sign.empty() ? '=' : sign[0], .is_day = day.has_value(), .moment = *moment});
  }
  return filter;
}

bool DateFilter::holds(Moment moment) const {
  return std::ranges::all_of(bounds_, [&](const Bound& bound) {
    const Moment own = bound.is_day ? Moment(std::chrono::floor<std::chrono::days>(moment))
                                    : Moment(std::chrono::floor<std::chrono::seconds>(moment));
    if (bound.sign == '>') return own >= bound.moment;
    if (bound.sign == '<') return own <= bound.moment;
    return own == bound.moment;
  });
}

}  // namespace simulator
