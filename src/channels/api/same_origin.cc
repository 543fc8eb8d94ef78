#include "channels/api/same_origin.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace api {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return result;
}

std::string without_suffix(std::string text, std::string_view suffix) {
  if (text.ends_with(suffix)) text.resize(text.size() - suffix.size());
  return text;
}

/// Host and port of an origin, without the port that its scheme means anyway.
std::optional<std::string> authority_of(const std::string& origin) {
  constexpr std::string_view secure = "https://";
  constexpr std::string_view plain = "http://";
  if (origin.starts_with(secure)) return without_suffix(origin.substr(secure.size()), ":443");
  if (origin.starts_with(plain)) return without_suffix(origin.substr(plain.size()), ":80");
  return {};
}

/// The scheme is left aside: in front of a proxy it is https, behind it http.
bool is_of_host(const std::string& origin, std::string_view host) {
  const auto authority = authority_of(origin);
  if (!authority || authority->empty()) return false;
  const std::string asked = lower(host);
  return *authority == asked || *authority == without_suffix(asked, ":443") ||
         *authority == without_suffix(asked, ":80");
}

}  // namespace

bool is_from_own_site(const http::Request& request, const Site& site) {
  if (const auto fetched = request.field("Sec-Fetch-Site")) {
    return *fetched == "same-origin" || *fetched == "none";
  }
  const auto said = request.field("Origin");
  if (!said) return true;
  const std::string origin = lower(*said);
  return origin == lower(site.origin) || is_of_host(origin, request.field("Host").value_or(""));
}

}  // namespace api
