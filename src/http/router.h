// The table of everything that the server answers: method and pattern to handler.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace http {

using Handler = std::function<Answer(const Request&)>;
/// What a route says when its handler threw: the words for a caller of that kind (TwiML wants a
/// bare status, an API client a problem document). Must not throw.
using OnError = std::function<Response(const Request&, const std::exception&)>;

struct Route {
  Method method;
  std::string
      pattern;  // "/healthz", "/api/v1/requests/{id}"; a {name} matches one segment, not empty
  std::size_t body_limit = 64 * 1024;
  Handler handler;
  OnError on_error;  // unset: 500 with an empty body
};

/// The route's own words for what its handler threw or handed over; null counts as a failure too.
Response words_for(const std::exception_ptr& failure, const Route& route, const Request& request);

/// Never changes, so it is safe to use from any thread.
class Router {
 public:
  /// Throws std::invalid_argument for a pattern that is malformed or stands twice for one method,
  /// or for HEAD, which GET routes answer. The order of the table does not matter: "/requests/new"
  /// comes before "/requests/{id}".
  explicit Router(std::vector<Route> routes);

  struct Match {
    const Route* route = nullptr;  // null: nothing of that path, or not by this method
    std::map<std::string, std::string> segments;
    std::string allowed;  // "GET, HEAD" when the path exists by other methods
  };
  /// `path` is raw, without a query. HEAD finds a GET route. A segment that is not percent-encoded
  /// UTF-8 matches nothing.
  Match find(Method method, std::string_view path) const;

 private:
  struct Entry {
    Route route;
    std::vector<std::string> segments;  // of the pattern, split at its slashes
  };
  std::vector<Entry> entries_;  // written-out segments before {names}
};

}  // namespace http
