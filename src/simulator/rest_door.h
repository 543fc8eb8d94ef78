// The door of the REST API: who asks, for which account, and the mishaps of a bad day. Behind it a
// resource is a plain function of what was asked, with the World at rest.
#pragma once

#include <functional>
#include <string>

#include "http/message.h"
#include "http/router.h"
#include "simulator/rest.h"

namespace simulator {

/// A request that has come through.
struct Asked {
  const http::Request& request;
  http::Form query;
  http::Form form;  // of the body

  /// Part of the path: "SM…" where it ends in "SM….json".
  std::string sid(const std::string& segment) const;
  /// Whether that part ends in ".json"; without, it is a recording or a picture itself.
  bool wants_json(const std::string& segment) const;
};

/// Called with the mutex held. Must not block.
using Act = std::function<http::Response(const Asked& asked)>;

/// Requests of the account's own token or API key reach `act`, others are 401 or 404. All but a GET
/// wake the simulator afterwards.
http::Handler behind_door(const Everything& everything, Act act);
/// Of a path below "/2010-04-01/Accounts/{account}".
http::Route route_behind_door(const Everything& everything, http::Method method,
                              const std::string& path, Act act);
/// Of a whole path, which names no account.
http::Route route_of_all_accounts(const Everything& everything, http::Method method,
                                  const std::string& path, Act act);

/// By mishap, of what an application creates: it is there, and the answer is to be a 500.
bool fails_after_all(const World& world);

}  // namespace simulator
