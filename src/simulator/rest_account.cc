#include "simulator/rest_account.h"

#include <boost/json.hpp>

#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_page.h"

namespace simulator {
namespace {

/// As old as its first number.
Moment beginning(const World& world) {
  return world.numbers.empty() ? world.now : world.numbers.front().created;
}

boost::json::object rendered(const World& world) {
  const std::string uri = "/2010-04-01/Accounts/" + world.account.sid;
  return {{"auth_token", world.account.auth_token},
          {"date_created", date_or_null(beginning(world))},
          {"date_updated", date_or_null(beginning(world))},
          {"friendly_name", "Simulator"},
          {"owner_account_sid", world.account.sid},
          {"sid", world.account.sid},
          {"status", "active"},
          {"subresource_uris",
           {{"calls", uri + "/Calls.json"},
            {"incoming_phone_numbers", uri + "/IncomingPhoneNumbers.json"},
            {"messages", uri + "/Messages.json"},
            {"recordings", uri + "/Recordings.json"}}},
          {"type", "Full"},
          {"uri", uri + ".json"}};
}

http::Response fetch(const World& world, const Asked& asked) {
  if (!asked.wants_json("account")) return not_found(asked.request);
  return rest_answer(200, rendered(world));
}

/// There is one.
http::Response list(const World& world, const Asked& asked) {
  return page_answer(asked, "accounts", {world.account.sid},
                     [&](std::size_t) { return rendered(world); });
}

}  // namespace

std::vector<http::Route> account_routes(const Everything& everything) {
  const World& world = everything.world;
  return {route_behind_door(everything, http::Method::get, "",
                            [&world](const Asked& asked) { return fetch(world, asked); }),
          route_of_all_accounts(everything, http::Method::get, "/2010-04-01/Accounts.json",
                                [&world](const Asked& asked) { return list(world, asked); })};
}

}  // namespace simulator
