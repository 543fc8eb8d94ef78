#include "channels/api/board_routes.h"

#include <boost/json.hpp>

#include "base/bytes.h"
#include "channels/api/answers.h"
#include "channels/api/entry_json.h"
#include "platform/time_zone.h"
#include "store/queries/board.h"

namespace api {
namespace {

using boost::json::array;
using boost::json::object;

template <class Items, class Json>
array all_of(const Items& items, const Json& json) {
  array all;
  all.reserve(items.size());
  for (const auto& item : items) all.push_back(json(item));
  return all;
}

object board_json(store::Transaction& tx, const Pages& pages, const Viewer& viewer) {
  const auto zone = platform::TimeZone::find(pages.time_zone).value();
  const store::Today today{viewer.today, zone.moment_of(viewer.today, base::Minutes(0))};
  const store::Reader reader = store::reader_of(tx, viewer.user, viewer.today);
  // Whose words they are is asked row by row; here it is the session alone.
  const store::AttemptList list{pages.vault, words_for(viewer, true), viewer.now};
  const auto as_attempt = [&](const store::AttemptSeen& attempt) {
    return attempt_json(attempt, viewer);
  };
  return {
      {"day", base::iso(viewer.today)},
      {"call_outs", all_of(store::call_outs_of_today(tx, reader, today), entry_json)},
      {"on_leave", all_of(store::leave_of_today(tx, reader, today), entry_json)},
      {"headcounts", all_of(store::headcounts_seen(tx, viewer.user, viewer.today), headcount_json)},
      {"attempts", all_of(store::attempts_of_today(tx, reader, list, today.midnight), as_attempt)},
      {"alarms", all_of(store::open_alarms_seen(tx, reader), alarm_json)},
      {"pending_count", store::pending_decisions(tx, reader)}};
}

std::string etag_of(const std::string& body) {
  constexpr std::size_t enough = 32;
  return '"' + base::hex(platform::sha256(body)).substr(0, enough) + '"';
}

bool is_known(const http::Request& request, const std::string& etag) {
  const auto known = request.field("If-None-Match");
  return known && (*known == "*" || known->find(etag) != std::string_view::npos);
}

}  // namespace

http::Response board(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                     const http::Request& request) {
  if (!viewer.may_see_board()) return nothing_here();
  http::Response response = json_answer(board_json(tx, pages, viewer));
  const std::string etag = etag_of(response.body);
  if (is_known(request, etag)) {
    response = {.status = 304, .content_type = {}, .body = {}, .fields = {}};
  }
  response.fields.push_back({"ETag", etag});
  return response;
}

std::vector<http::Route> board_routes(const Guard& guard, const Pages& pages) {
  return {guard.get("/board",
                    [pages](store::Transaction& tx, const Viewer& viewer,
                            const http::Request& request) -> http::Answer {
                      return board(tx, pages, viewer, request);
                    })};
}

}  // namespace api
