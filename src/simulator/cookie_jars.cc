#include "simulator/cookie_jars.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <optional>
#include <string_view>

#include "http/field.h"

namespace simulator {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

struct Cookie {
  std::string_view name;
  std::string_view value;
  std::optional<Moment> until = {};
};

/// Of Max-Age: seconds from now on; one that is none means nothing.
std::optional<Moment> end_of_age(std::string_view text, Moment now) {
  int seconds = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
  return now + std::chrono::seconds(seconds);
}

/// Of Expires: "Sun, 22 Nov 2026 15:04:05 GMT", also with hyphens in the date.
std::optional<Moment> parse_expires(std::string_view text) {
  std::string date(text);
  std::ranges::replace(date, '-', ' ');
  std::tm parts{};
  if (::strptime(date.c_str(), "%a, %d %b %Y %H:%M:%S", &parts) == nullptr) return {};
  return Moment(std::chrono::seconds(::timegm(&parts)));
}

/// Max-Age wins over Expires (RFC 6265 section 5.3).
std::optional<Moment> end_of(std::string_view set_cookie, Moment now) {
  std::optional<Moment> of_age;
  std::optional<Moment> of_date;
  while (set_cookie.find(';') != std::string_view::npos) {
    set_cookie.remove_prefix(set_cookie.find(';') + 1);
    const std::string_view attribute = trimmed(set_cookie.substr(0, set_cookie.find(';')));
    const auto at = std::min(attribute.find('='), attribute.size());
    const std::string_view name = attribute.substr(0, at);
    const std::string_view value = attribute.substr(std::min(at + 1, attribute.size()));
    if (http::equal_without_case(name, "Max-Age")) of_age = end_of_age(value, now);
    if (http::equal_without_case(name, "Expires")) of_date = parse_expires(value);
  }
  return of_age ? of_age : of_date;
}

std::optional<Cookie> read_cookie(std::string_view text, Moment now) {
  const std::string_view pair = text.substr(0, text.find(';'));
  const auto equals = pair.find('=');
  if (equals == std::string_view::npos || text.size() > CookieJars::longest_cookie) return {};
  Cookie cookie{.name = trimmed(pair.substr(0, equals)), .value = trimmed(pair.substr(equals + 1))};
  if (cookie.name.empty()) return {};
  cookie.until = end_of(text, now);
  return cookie;
}

}  // namespace

std::string CookieJars::cookies(const std::string& jar, Moment now) const {
  const std::scoped_lock lock(mutex_);
  const auto found = jars_.find(jar);
  if (found == jars_.end() || now - found->second.filled >= kept_for) return {};
  std::string text;
  for (const auto& [name, value] : found->second.values) {
    if (value.until && *value.until <= now) continue;
    if (!text.empty()) text += "; ";
    text.append(name).append("=").append(value.text);
  }
  return text;
}

void CookieJars::fill(const std::string& jar, const std::vector<http::Field>& fields, Moment now) {
  const std::scoped_lock lock(mutex_);
  for (const http::Field& field : fields) {
    if (http::equal_without_case(field.name, "Set-Cookie")) put(jar, field.value, now);
  }
}

void CookieJars::put(const std::string& jar, std::string_view set_cookie, Moment now) {
  const auto cookie = read_cookie(set_cookie, now);
  if (!cookie) return;
  Jar& filled = jars_[jar];
  filled.filled = now;
  const std::string name(cookie->name);
  if (cookie->until && *cookie->until <= now) {
    filled.values.erase(name);
  } else if (filled.values.contains(name) || filled.values.size() < most_cookies) {
    filled.values[name] = {.text = std::string(cookie->value), .until = cookie->until};
  }
  if (jars_.size() > most_jars) forget_oldest();
}

void CookieJars::forget_oldest() {
  jars_.erase(
      std::ranges::min_element(jars_, {}, [](const auto& one) { return one.second.filled; }));
}

}  // namespace simulator
