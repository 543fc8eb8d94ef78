#include "channels/api/cookies.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace api {
namespace {

constexpr std::size_t longest_token = 100;

std::string_view name_of(const Site& site) {
  return site.is_secure ? "__Host-callout" : "callout";
}

bool is_cookie_field(const http::Field& field) {
  constexpr std::string_view name = "cookie";
  return std::ranges::equal(field.name, name,
                            [](char said, char wanted) { return (said | 0x20) == wanted; });
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

void add_values(std::string_view cookies, std::string_view name,
                std::vector<std::string_view>& values) {
  while (!cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    const std::string_view pair = trimmed(cookies.substr(0, end));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
      values.push_back(pair.substr(equals + 1));
    }
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
}

std::vector<std::string_view> values_of(const http::Request& request, const Site& site) {
  std::vector<std::string_view> values;
  for (const http::Field& field : request.fields) {
    if (is_cookie_field(field)) add_values(field.value, name_of(site), values);
  }
  return values;
}

std::string attributes(const Site& site) {
  return std::string("; Path=/; HttpOnly; SameSite=Lax") + (site.is_secure ? "; Secure" : "");
}

}  // namespace

std::optional<std::string> session_token(const http::Request& request, const Site& site) {
  const auto values = values_of(request, site);
  if (values.size() != 1 || values.front().empty() || values.front().size() > longest_token) {
    return {};
  }
  return std::string(values.front());
}

bool has_session_cookie(const http::Request& request, const Site& site) {
  return !values_of(request, site).empty();
}

http::Field session_cookie(const Site& site, const std::string& token,
                           std::optional<std::chrono::seconds> lasts) {
  std::string value = std::string(name_of(site)) + "=" + token + attributes(site);
  if (lasts) value += "; Max-Age=" + std::to_string(lasts->count());
  return {"Set-Cookie", std::move(value)};
}

http::Field no_session_cookie(const Site& site) {
  return session_cookie(site, "", std::chrono::seconds(0));
}

}  // namespace api
