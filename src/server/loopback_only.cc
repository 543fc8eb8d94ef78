#include "server/loopback_only.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace server {
namespace {

constexpr std::array<std::string_view, 3> names{"127.0.0.1", "localhost", "[::1]"};

bool is_of_this_machine(std::string_view host) {
  const auto port = host.rfind(':');
  if (port != std::string_view::npos && !host.ends_with(']')) host = host.substr(0, port);
  return std::ranges::find(names, host) != names.end();
}

bool is_welcome(const http::Request& request) {
  if (!is_of_this_machine(request.field("Host").value_or(""))) return false;
  if (request.method == http::Method::get || request.method == http::Method::head) return true;
  // Browsers say it (Fetch Metadata); programs say nothing.
  const auto site = request.field("Sec-Fetch-Site").value_or("none");
  return site == "same-origin" || site == "none";
}

}  // namespace

std::vector<http::Route> loopback_only(std::vector<http::Route> routes) {
  for (http::Route& route : routes) {
    route.handler = [handler = std::move(route.handler)](const http::Request& request) {
      if (is_welcome(request)) return handler(request);
      return http::Answer(http::Response{.status = 403,
                                         .content_type = "text/plain; charset=utf-8",
                                         .body = "This is for http://127.0.0.1 alone.\n"});
    };
  }
  return routes;
}

http::ServerOptions loopback(std::uint16_t port) {
  http::ServerOptions options;
  options.host = "127.0.0.1";
  options.port = port;
  return options;
}

}  // namespace server
