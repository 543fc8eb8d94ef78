#include "simulator/rest_calls.h"

#include <boost/json.hpp>
#include <utility>

#include "simulator/call_request.h"
#include "simulator/rest_date.h"
#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_page.h"

namespace simulator {
namespace {

using boost::json::object;
using http::Method;

bool is_not_answered_yet(const CallRecord& call) {
  return call.status == "queued" || call.status == "ringing";
}

/// When it began, as lists are narrowed by.
Moment start_of(const CallRecord& call) {
  return call.started.value_or(call.created);
}

boost::json::value duration_of(const CallRecord& call) {
  if (!call.ended) return nullptr;
  const auto talked = call.started ? *call.ended - *call.started : milliseconds(0);
  return boost::json::value(
      std::to_string(std::chrono::ceil<std::chrono::seconds>(talked).count()));
}

object rendered(const World& world, const CallRecord& call) {
  const std::string uri = "/2010-04-01/Accounts/" + world.account.sid + "/Calls/" + call.sid;
  const Number* number = world.number(call.direction == "inbound" ? call.to : call.from);
  return {{"account_sid", world.account.sid},
          {"answered_by", nullptr},
          {"api_version", "2010-04-01"},
          {"caller_name", nullptr},
          {"date_created", date_or_null(call.created)},
          {"date_updated", date_or_null(call.ended.value_or(start_of(call)))},
          {"direction", call.direction},
          {"duration", duration_of(call)},
          {"end_time", date_or_null(call.ended)},
          {"forwarded_from", text_or_null(call.forwarded_from)},
          {"from", call.from},
          {"from_formatted", call.from},
          {"group_sid", nullptr},
          {"parent_call_sid", nullptr},
          {"phone_number_sid", text_or_null(number == nullptr ? "" : number->sid)},
          {"price", nullptr},
          {"price_unit", "USD"},
          {"queue_time", "0"},
          {"sid", call.sid},
          {"start_time",
           date_or_null(is_not_answered_yet(call) ? std::nullopt : std::optional(start_of(call)))},
          {"status", call.status},
          {"subresource_uris", {{"recordings", uri + "/Recordings.json"}}},
          {"to", call.to},
          {"to_formatted", call.to},
          {"trunk_sid", nullptr},
          {"uri", uri + ".json"}};
}

http::Response create(const Everything& everything, const Asked& asked) {
  const auto placed = read_placed(everything.world, asked.form);
  if (const auto* refused = std::get_if<Refusal>(&placed)) return error_answer(*refused);
  const std::string sid = everything.switchboard.place(std::get<Placed>(placed));
  if (fails_after_all(everything.world)) return error_answer(500, 20500);
  const CallRecord* call = everything.world.call(sid);
  return rest_answer(201, rendered(everything.world, *call));
}

http::Response list(const World& world, const Asked& asked) {
  const auto starts = DateFilter::read(asked.query, "StartTime");
  const auto ends = DateFilter::read(asked.query, "EndTime");
  if (!starts || !ends) return error_answer(400, 20001);
  const auto to = http::form_value(asked.query, "To");
  const auto from = http::form_value(asked.query, "From");
  const auto status = http::form_value(asked.query, "Status");
  std::vector<const CallRecord*> found;
  std::vector<std::string_view> sids;
  for (auto call = world.calls.rbegin(); call != world.calls.rend(); ++call) {
    if (!to.empty() && call->to != to) continue;
    if (!from.empty() && call->from != from) continue;
    if (!status.empty() && call->status != status) continue;
    if (!starts->holds(start_of(*call)) || !ends->holds(call->ended)) continue;
    found.push_back(&*call);
    sids.push_back(call->sid);
  }
  return page_answer(asked, "calls", sids,
                     [&](std::size_t at) { return rendered(world, *found[at]); });
}

http::Response fetch(World& world, const Asked& asked) {
  const CallRecord* call = world.call(asked.sid("sid"));
  if (call == nullptr || !asked.wants_json("sid")) return not_found(asked.request);
  return rest_answer(200, rendered(world, *call));
}

bool is_possible(const CallRecord& call, CallChange::Kind kind) {
  switch (kind) {
    case CallChange::Kind::end:
    case CallChange::Kind::addresses: return !call.ended;
    case CallChange::Kind::cancel: return is_not_answered_yet(call);
    case CallChange::Kind::url:
    case CallChange::Kind::twiml: return call.status == "in-progress";
  }
  return false;
}

bool carried_out(Switchboard& switchboard, const CallRecord& call, const CallChange& change) {
  if (!is_possible(call, change.kind)) return false;
  // First, so that what follows asks and tells there.
  const bool is_there = switchboard.readdress(call.sid, change.fallback, change.status_callback);
  switch (change.kind) {
    case CallChange::Kind::end:
    case CallChange::Kind::cancel: return switchboard.end(call.sid);
    case CallChange::Kind::url: return switchboard.redirect(call.sid, change.url);
    case CallChange::Kind::twiml: return switchboard.redirect_to_twiml(call.sid, change.twiml);
    case CallChange::Kind::addresses: return is_there;
  }
  return false;
}

http::Response update(const Everything& everything, const Asked& asked) {
  World& world = everything.world;
  const std::string sid = asked.sid("sid");
  const CallRecord* call = world.call(sid);
  if (call == nullptr) return not_found(asked.request);
  const auto change = read_call_change(asked.form);
  if (const auto* refused = std::get_if<Refusal>(&change)) return error_answer(*refused);
  if (!carried_out(everything.switchboard, *call, std::get<CallChange>(change))) {
    return error_answer(400, 21220);
  }
  return rest_answer(200, rendered(world, *world.call(sid)));
}

http::Response remove(World& world, const Asked& asked) {
  const CallRecord* call = world.call(asked.sid("sid"));
  if (call == nullptr) return not_found(asked.request);
  if (!call->ended) return error_answer(409, 20009);
  std::erase_if(world.calls, [&](const CallRecord& one) { return one.sid == asked.sid("sid"); });
  world.changed("calls");
  return deleted();
}

}  // namespace

std::vector<http::Route> call_routes(const Everything& everything) {
  World& world = everything.world;
  const auto route = [&](Method method, const std::string& path, Act act) {
    return route_behind_door(everything, method, path, std::move(act));
  };
  return {
      route(Method::post, "/Calls.json",
            [everything](const Asked& asked) { return create(everything, asked); }),
      route(Method::get, "/Calls.json",
            [&world](const Asked& asked) { return list(world, asked); }),
      route(Method::get, "/Calls/{sid}",
            [&world](const Asked& asked) { return fetch(world, asked); }),
      route(Method::post, "/Calls/{sid}",
            [everything](const Asked& asked) { return update(everything, asked); }),
      route(Method::del, "/Calls/{sid}",
            [&world](const Asked& asked) { return remove(world, asked); }),
  };
}

}  // namespace simulator
