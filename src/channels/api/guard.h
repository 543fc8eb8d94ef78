// The door of /api/v1, and of what else only people signed in may use: every route of it is made
// here, so that none can forget to ask who is there. In this order: for what changes something,
// whether it comes from our own site and is JSON; then the session (idle, absolute and remembered
// limits, the person still active); then the act, on its lane, with the Viewer.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "channels/api/site.h"
#include "channels/api/viewer.h"
#include "http/router.h"
#include "platform/clock.h"
#include "platform/time_zone.h"
#include "work/lanes.h"

namespace api {

/// What a guard's routes begin with, and which bodies they take.
struct GuardedPlace {
  std::string root = "/api/v1";
  std::size_t body_limit = 16 * 1024;
  std::vector<std::string> media_types = {"application/json"};
};

/// `lanes` must outlive the routes.
class Guard {
 public:
  /// Runs inside a transaction, after the session's check. What it returns is sent as it is, with
  /// no-store.
  using Act = std::function<http::Answer(store::Transaction&, const Viewer&, const http::Request&)>;

  Guard(work::Lanes& lanes, platform::Clock clock, platform::TimeZone time_zone, Site site,
        GuardedPlace place = {});

  /// `pattern` below the root: "/requests/{request}".
  /// On the read lane. The session's use is noted behind it, on the write lane, at most once a
  /// minute; not when nobody asked by hand (Callout-Background: 1).
  http::Route get(const std::string& pattern, Act act) const;
  /// As `get`, for what never keeps a session alive: the event stream, which browsers open anew by
  /// themselves and can't mark.
  http::Route get_unattended(const std::string& pattern, Act act) const;
  /// A GET that leaves a trace (who listened), on the write lane.
  http::Route get_noted(const std::string& pattern, Act act) const;
  http::Route post(const std::string& pattern, Act act) const;  // write lane, as those below
  http::Route put(const std::string& pattern, Act act) const;
  http::Route del(const std::string& pattern, Act act) const;

  /// For the routes by which people come in: everything but the session. `handler` runs on the I/O
  /// thread, as any.
  http::Route open_post(const std::string& pattern, http::Handler handler) const;
  http::Route open_del(const std::string& pattern, http::Handler handler) const;

 private:
  enum class Use { by_hand, unattended };
  struct Core;
  http::Route reading(const std::string& pattern, Act act, Use use) const;
  http::Route changing(http::Method method, const std::string& pattern, Act act) const;
  http::Route open(http::Method method, const std::string& pattern, http::Handler handler) const;
  http::Route route(http::Method method, const std::string& pattern, http::Handler handler) const;

  std::shared_ptr<const Core> core_;  // shared with the routes
};

}  // namespace api
