#include "simulator/url.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace simulator {
namespace {

constexpr std::size_t longest_reference = 4'000;

bool is_printable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

bool is_port(std::string_view text) {
  const auto is_digit = [](char c) {
    return c >= '0' && c <= '9';
  };
  return text.size() <= 5 && std::ranges::all_of(text, is_digit) &&
         (text.empty() || std::stoi(std::string(text)) <= 65535);
}

/// Takes "user:password@host:port" apart; false when host or port can't be.
bool read_authority(std::string_view text, Url& url) {
  const auto at = text.rfind('@');
  if (at != std::string_view::npos) {
    url.user_info = text.substr(0, at);
    text.remove_prefix(at + 1);
  }
  // The colons of an IPv6 address stand before its bracket.
  const auto bracket = text.rfind(']');
  const auto colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  url.host = text.substr(0, colon);
  if (colon != std::string_view::npos) url.port = text.substr(colon + 1);
  return !url.host.empty() && is_port(url.port);
}

std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool ends_open = false;  // the last segment was a dot, so that a slash stays behind
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    ends_open = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty()) kept.pop_back();
    if (!ends_open) kept.push_back(segment);
  }
  std::string text;
  for (const std::string_view segment : kept) text.append("/").append(segment);
  return ends_open || text.empty() ? text + "/" : text;
}

/// The target of a reference without scheme and host, on a page with this target.
std::string resolved_target(std::string_view base, std::string_view reference) {
  const std::string_view path = base.substr(0, base.find('?'));
  if (reference.empty()) return std::string(base);
  if (reference.front() == '?') return std::string(path).append(reference);
  const auto query_at = std::min(reference.find('?'), reference.size());
  std::string full(reference.substr(0, query_at));
  if (!full.starts_with('/')) {
    const auto slash = path.rfind('/');
    full = (slash == std::string_view::npos ? "/" : std::string(path.substr(0, slash + 1))) + full;
  }
  return without_dots(full).append(reference.substr(query_at));
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
  if (!is_printable(text)) return {};
  const auto scheme_end = text.find("://");
  if (scheme_end == std::string_view::npos) return {};
  Url url;
  url.scheme = lower(text.substr(0, scheme_end));
  if (url.scheme != "http" && url.scheme != "https") return {};
  text.remove_prefix(scheme_end + 3);
  const auto hash = text.find('#');
  if (hash != std::string_view::npos) url.fragment = text.substr(hash + 1);
  text = text.substr(0, hash);
  const auto target = std::min(text.find_first_of("/?"), text.size());
  url.target = text.substr(target);
  if (!read_authority(text.substr(0, target), url)) return {};
  return url;
}

bool is_for_webhooks(std::string_view text) {
  const auto url = parse_url(text);
  return url && url->host.find('_') == std::string::npos;
}

std::string authority(const Url& url) {
  return url.port.empty() ? url.host : url.host + ":" + url.port;
}

std::string bare(const Url& url) {
  return url.scheme + "://" + authority(url) + url.target;
}

std::string whole(const Url& url) {
  const std::string user = url.user_info.empty() ? "" : url.user_info + "@";
  const std::string fragment = url.fragment.empty() ? "" : "#" + url.fragment;
  return url.scheme + "://" + user + authority(url) + url.target + fragment;
}

std::optional<Url> resolve(const Url& base, std::string_view reference) {
  const auto scheme_end = reference.find(':');
  if (scheme_end < reference.find_first_of("/?#")) return parse_url(reference);
  if (reference.starts_with("//")) return parse_url(base.scheme + ":" + std::string(reference));
  if (!is_printable(reference)) return {};
  Url url = base;
  const auto hash = reference.find('#');
  url.fragment = hash == std::string_view::npos ? "" : reference.substr(hash + 1);
  url.target = resolved_target(base.target, reference.substr(0, hash));
  return url;
}

std::optional<std::string> absolute_url(std::string_view reference, std::string_view base) {
  if (reference.size() > longest_reference) return {};
  const auto from = parse_url(base);
  if (from && reference.empty()) return whole(*from);
  const auto url = from ? resolve(*from, reference) : parse_url(reference);
  if (!url) return {};
  return whole(*url);
}

}  // namespace simulator
