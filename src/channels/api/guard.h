// The door of /api/v1: every route of it is made here, so that none can forget to ask who is there.
// In this order: for what changes something, whether it comes from our own site and is JSON; then
// the session (idle, absolute and remembered limits, the person still active); then the act, on its
// lane, with the Viewer.
#pragma once

#include <functional>
#include <string>

#include "channels/api/viewer.h"
#include "http/router.h"
#include "platform/clock.h"
#include "platform/time_zone.h"
#include "work/lanes.h"

namespace api {

/// What the web application is reached by.
struct Site {
  std::string origin;      // "https://callout.example", of PUBLIC_BASE_URL
  bool is_secure = false;  // https: the cookie is __Host- and Secure
};

/// The references must outlive the routes.
class Guard {
 public:
  /// Runs inside a transaction, after the session's check. What it returns is sent as it is, with
  /// no-store.
  using Act =
      std::function<http::Answer(store::Transaction&, const Viewer&, const http::Request&)>;

  Guard(work::Lanes& lanes, platform::Clock clock, platform::TimeZone time_zone, Site site);

  /// `pattern` below /api/v1: "/requests/{request}".
  http::Route get(std::string pattern, Act act) const;  // read lane
  /// A GET that leaves a trace (who listened), on the write lane.
  http::Route get_noted(std::string pattern, Act act) const;
  http::Route post(std::string pattern, Act act) const;  // write lane, as those below
  http::Route put(std::string pattern, Act act) const;
  http::Route del(std::string pattern, Act act) const;

  /// For the routes by which people come in: everything but the session. `handler` runs on the I/O
  /// thread, as any.
  http::Route open_post(std::string pattern, http::Handler handler) const;
  http::Route open_del(std::string pattern, http::Handler handler) const;

 private:
  work::Lanes& lanes_;
  platform::Clock clock_;
  platform::TimeZone time_zone_;
  Site site_;
};

}  // namespace api
