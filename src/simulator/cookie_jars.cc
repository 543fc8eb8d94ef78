#include "simulator/cookie_jars.h"

#include <algorithm>
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
  bool is_over = false;
};

std::optional<Cookie> read_cookie(std::string_view text) {
  const std::string_view pair = text.substr(0, text.find(';'));
  const auto equals = pair.find('=');
  if (equals == std::string_view::npos || text.size() > CookieJars::longest_cookie) return {};
  Cookie cookie{.name = trimmed(pair.substr(0, equals)), .value = trimmed(pair.substr(equals + 1))};
  while (text.find(';') != std::string_view::npos) {
    text.remove_prefix(text.find(';') + 1);
    const std::string_view attribute = trimmed(text.substr(0, text.find(';')));
    const auto at = std::min(attribute.find('='), attribute.size());
    if (!http::equal_without_case(attribute.substr(0, at), "Max-Age")) continue;
    const std::string_view age = attribute.substr(std::min(at + 1, attribute.size()));
    cookie.is_over = age == "0" || age.starts_with('-');
  }
  if (cookie.name.empty()) return {};
  return cookie;
}

}  // namespace

std::string CookieJars::cookies(const std::string& jar, Time now) const {
  const std::scoped_lock lock(mutex_);
  const auto found = jars_.find(jar);
  if (found == jars_.end() || now - found->second.filled >= kept_for) return {};
  std::string text;
  for (const auto& [name, value] : found->second.values) {
    if (!text.empty()) text += "; ";
    text.append(name).append("=").append(value);
  }
  return text;
}

void CookieJars::fill(const std::string& jar, const std::vector<http::Field>& fields, Time now) {
  const std::scoped_lock lock(mutex_);
  for (const http::Field& field : fields) {
    if (http::equal_without_case(field.name, "Set-Cookie")) put(jar, field.value, now);
  }
}

void CookieJars::put(const std::string& jar, std::string_view set_cookie, Time now) {
  const auto cookie = read_cookie(set_cookie);
  if (!cookie) return;
  Jar& filled = jars_[jar];
  filled.filled = now;
  const std::string name(cookie->name);
  if (cookie->is_over) {
    filled.values.erase(name);
  } else if (filled.values.contains(name) || filled.values.size() < most_cookies) {
    filled.values[name] = cookie->value;
  }
  if (jars_.size() > most_jars) forget_oldest();
}

void CookieJars::forget_oldest() {
  jars_.erase(
      std::ranges::min_element(jars_, {}, [](const auto& one) { return one.second.filled; }));
}

}  // namespace simulator
