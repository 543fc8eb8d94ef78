#include "channels/api/line_routes.h"

#include <boost/json.hpp>

#include "channels/api/answers.h"
#include "channels/api/entry_json.h"
#include "channels/api/problem.h"
#include "channels/api/query.h"

namespace api {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

std::string text_of(const store::AttemptPlace& place) {
  return std::to_string(base::epoch_seconds(place.at)) + "." + std::to_string(place.id.value());
}

std::optional<store::AttemptPlace> place_of(Query& query) {
  const auto numbers = query.place("after", 2);
  if (!numbers) return {};
  return store::AttemptPlace{.at = base::from_epoch_seconds(numbers->at(0)),
                             .id = store::AttemptId(numbers->at(1))};
}

}  // namespace

http::Response attempts(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                        const http::Request& request) {
  Query query(request);
  const auto which = query.one_of("state", {"open", "all"}) == "open" ? store::WhichAttempts::open
                                                                      : store::WhichAttempts::all;
  const auto after = place_of(query);
  const int limit = query.limit();
  if (query.problem()) return invalid(*query.problem());
  const store::Reader reader = store::reader_of(tx, viewer.user, viewer.today);
  const store::AttemptList list{pages.vault, words_for(viewer, true), viewer.now};
  const store::AttemptPage page = store::list_attempts(tx, reader, list, which, after, limit);
  array items;
  for (const store::AttemptSeen& attempt : page.items)
    items.push_back(attempt_json(attempt, viewer));
  return json_answer(object{{"items", std::move(items)},
                            {"next", page.next ? value(text_of(*page.next)) : value()}});
}

std::vector<http::Route> line_routes(const Guard& guard, const Pages& pages) {
  return {guard.get("/attempts",
                    [pages](store::Transaction& tx, const Viewer& viewer,
                            const http::Request& request) -> http::Answer {
                      return attempts(tx, pages, viewer, request);
                    })};
}

}  // namespace api
