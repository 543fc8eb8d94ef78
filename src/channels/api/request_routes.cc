#include "channels/api/request_routes.h"

#include <boost/json.hpp>

#include "channels/api/answers.h"
#include "channels/api/entry_json.h"
#include "channels/api/problem.h"
#include "channels/api/query.h"
#include "store/queries/candidates.h"
#include "store/queries/entries.h"

namespace api {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::size_t longest_search = 100;
constexpr std::size_t most_people = 20;

store::EntryFilter::Kind kind_of(const std::string& word) {
  if (word == "pto") return store::EntryFilter::Kind::pto;
  if (word == "call_outs") return store::EntryFilter::Kind::call_outs;
  return store::EntryFilter::Kind::all;
}

store::EntryFilter filter_of(Query& query) {
  store::EntryFilter filter;
  filter.kind = kind_of(query.one_of("kind", {"all", "pto", "call_outs"}));
  filter.status = query.one_of("status", {"", "waiting", "pending", "approved", "denied",
                                          "cancelled", "completed", "unverified", "rejected"});
  filter.needs_verification = query.flag("needs_verification");
  if (const auto team = query.number("team")) filter.team = people::TeamId(*team);
  if (const auto member = query.number("member")) filter.member = people::MemberId(*member);
  filter.search = query.text("search", longest_search);
  filter.from = query.day("from");
  filter.to = query.day("to");
  return filter;
}

std::string text_of(const store::EntryPlace& place) {
  return std::to_string(base::epoch_seconds(place.at)) + (place.is_unverified ? ".1." : ".0.") +
         std::to_string(place.id);
}

std::optional<store::EntryPlace> place_of(Query& query) {
  const auto numbers = query.place("after", 3);
  if (!numbers) return {};
  return store::EntryPlace{.at = base::from_epoch_seconds(numbers->at(0)),
                           .is_unverified = numbers->at(1) == 1,
                           .id = numbers->at(2)};
}

object inbox_json(const store::EntryPage& page) {
  array items;
  for (const store::Entry& entry : page.items) items.push_back(entry_json(entry));
  return {{"items", std::move(items)}, {"next", page.next ? value(text_of(*page.next)) : value()}};
}

std::vector<store::PersonSeen> found_people(store::Transaction& tx, const Viewer& viewer,
                                            const std::string& search,
                                            const std::optional<std::int64_t>& member) {
  if (!member) return store::people_seen(tx, viewer.user, search);
  const auto person = store::person_seen(tx, viewer.user, people::MemberId(*member));
  if (!person) return {};
  return {*person};
}

}  // namespace

http::Response inbox(store::Transaction& tx, const Viewer& viewer, const http::Request& request) {
  Query query(request);
  const store::EntryFilter filter = filter_of(query);
  const auto after = place_of(query);
  const int limit = query.limit();
  if (query.problem()) return invalid(*query.problem());
  const store::Reader reader = store::reader_of(tx, viewer.user, viewer.today);
  return json_answer(inbox_json(store::list_entries(tx, reader, filter, after, limit)));
}

http::Response candidates(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                          const http::Request& request) {
  const auto id = id_in<store::CallOutId>(request, "call_out");
  if (!id || !store::access_to_call_out(tx, viewer.user, *id, viewer.today).may_decide)
    return nothing_here();
  Query query(request);
  const std::string search = query.text("search", longest_search);
  if (query.problem()) return invalid(*query.problem());
  array found;
  for (const store::CandidateSeen& candidate :
       store::candidates_for_call_out(tx, pages.vault, viewer.user, *id, search, most_people)) {
    found.push_back(
        object{{"person", person_json(candidate.person)}, {"why", store::code_of(candidate.why)}});
  }
  return json_answer(object{{"candidates", std::move(found)}});
}

http::Response teams(store::Transaction& tx, const Viewer& viewer) {
  array all;
  for (const store::TeamSeen& team : store::teams_seen(tx, viewer.user))
    all.push_back(object{{"id", team.id.value()}, {"name", team.name}});
  return json_answer(object{{"teams", std::move(all)}});
}

http::Response people(store::Transaction& tx, const Viewer& viewer, const http::Request& request) {
  Query query(request);
  const std::string search = query.text("search", longest_search);
  const auto member = query.number("member");
  if (query.problem()) return invalid(*query.problem());
  array all;
  for (const store::PersonSeen& person : found_people(tx, viewer, search, member)) {
    if (all.size() == most_people) break;
    all.push_back(person_json(person));
  }
  return json_answer(object{{"people", std::move(all)}});
}

std::vector<http::Route> request_routes(const Guard& guard, const Pages& pages) {
  const Guard::Act read_request = [pages](store::Transaction& tx, const Viewer& viewer,
                                          const http::Request& request) -> http::Answer {
    const auto id = id_in<store::RequestId>(request, "request");
    return id ? request_page(tx, pages, viewer, *id) : nothing_here();
  };
  const Guard::Act read_call_out = [pages](store::Transaction& tx, const Viewer& viewer,
                                           const http::Request& request) -> http::Answer {
    const auto id = id_in<store::CallOutId>(request, "call_out");
    return id ? call_out_page(tx, pages, viewer, *id) : nothing_here();
  };
  return {guard.get("/requests",
                    [](store::Transaction& tx, const Viewer& viewer, const http::Request& request)
                        -> http::Answer { return inbox(tx, viewer, request); }),
          guard.get("/requests/{request}", read_request),
          guard.get("/call-outs/{call_out}", read_call_out),
          guard.get("/call-outs/{call_out}/candidates",
                    [pages](store::Transaction& tx, const Viewer& viewer,
                            const http::Request& request) -> http::Answer {
                      return candidates(tx, pages, viewer, request);
                    }),
          guard.get("/teams",
                    [](store::Transaction& tx, const Viewer& viewer,
                       const http::Request&) -> http::Answer { return teams(tx, viewer); }),
          guard.get("/people",
                    [](store::Transaction& tx, const Viewer& viewer, const http::Request& request)
                        -> http::Answer { return people(tx, viewer, request); })};
}

}  // namespace api
