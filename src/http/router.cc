#include "http/router.h"

#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

#include "http/percent.h"

namespace http {
namespace {

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> segments;
  if (!path.starts_with('/')) return segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    segments.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

bool is_name(std::string_view segment) {
  return segment.starts_with('{');
}

bool is_well_formed(std::string_view segment) {
  const bool braces = segment.find_first_of("{}") != std::string_view::npos;
  return !braces || (segment.size() > 2 && segment.find_first_of("{}", 1) == segment.size() - 1 &&
                     is_name(segment) && segment.ends_with('}'));
}

/// Two patterns that match the same paths have the same shape: names don't count.
std::string shape(const std::vector<std::string>& segments) {
  std::string text;
  for (const auto& segment : segments) text += is_name(segment) ? "/{" : "/" + segment;
  return text;
}

bool matches(const std::vector<std::string>& pattern, std::span<const std::string_view> path) {
  return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                    [](const std::string& wanted, std::string_view found) {
                      return is_name(wanted) ? !found.empty() : wanted == found;
                    });
}

std::optional<std::map<std::string, std::string>> named(const std::vector<std::string>& pattern,
                                                        std::span<const std::string_view> path) {
  std::map<std::string, std::string> segments;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!is_name(pattern[i])) continue;
    auto decoded = percent_decode(path[i], Plus::is_plus);
    if (!decoded) return {};
    segments.emplace(pattern[i].substr(1, pattern[i].size() - 2), std::move(*decoded));
  }
  return segments;
}

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get: return "GET, HEAD";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::del: return "DELETE";
    case Method::options: return "OPTIONS";
  }
  return "";
}

bool answers(Method route, Method asked) {
  return route == asked || (route == Method::get && asked == Method::head);
}

}  // namespace

Response words_for(const std::exception_ptr& failure, const Route& route, const Request& request) {
  if (!route.on_error) return {500, {}, {}};
  const std::runtime_error unnamed("failed without saying why");
  try {
    if (!failure) throw unnamed;
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    return route.on_error(request, error);
  } catch (...) {
    return route.on_error(request, unnamed);
  }
}

Router::Router(std::vector<Route> routes) {
  for (auto& route : routes) {
    const auto segments = split(route.pattern);
    if (segments.empty() || route.method == Method::head ||
        !std::all_of(segments.begin(), segments.end(), is_well_formed)) {
      throw std::invalid_argument("malformed route " + route.pattern);
    }
    entries_.push_back({std::move(route), {segments.begin(), segments.end()}});
  }
  // '{' sorts behind every letter, digit and '-', so a written-out segment comes first.
  const auto key = [](const Entry& entry) {
    return std::pair(shape(entry.segments), entry.route.method);
  };
  std::sort(entries_.begin(), entries_.end(),
            [&key](const Entry& left, const Entry& right) { return key(left) < key(right); });
  const auto twice = std::adjacent_find(
      entries_.begin(), entries_.end(),
      [&key](const Entry& left, const Entry& right) { return key(left) == key(right); });
  if (twice != entries_.end()) throw std::invalid_argument("route twice: " + twice->route.pattern);
}

Router::Match Router::find(Method method, std::string_view path) const {
  Match match;
  const auto segments = split(path);
  for (const Entry& entry : entries_) {
    if (!matches(entry.segments, segments)) continue;
    auto values = named(entry.segments, segments);
    if (!values) continue;
    if (answers(entry.route.method, method)) {
      return {&entry.route, std::move(*values), {}};
    }
    if (!match.allowed.empty()) match.allowed += ", ";
    match.allowed += name_of(entry.route.method);
  }
  return match;
}

}  // namespace http
