#include "channels/api/guard.h"

#include <algorithm>
#include <utility>

#include "app/session.h"
#include "channels/api/cookies.h"
#include "channels/api/finished.h"
#include "channels/api/problem.h"
#include "channels/api/same_origin.h"
#include "channels/api/viewer_of.h"

namespace api {
namespace {

constexpr std::chrono::seconds come_back_after{2};

/// A session that holds, and what it was found by.
struct Found {
  std::string token;
  store::Session session;
  Viewer viewer;
};

http::Response in_trouble(const http::Request&, const std::exception& error) {
  if (dynamic_cast<const work::Overload*>(&error)) {
    return answer({.type = ProblemType::busy, .retry_after = come_back_after});
  }
  return answer({.type = ProblemType::trouble});
}

bool is_same(std::string_view said, std::string_view wanted) {
  return std::ranges::equal(said, wanted, [](char one, char other) {
    const auto lower = [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    };
    return lower(one) == lower(other);
  });
}

bool is_taken(const http::Request& request, const GuardedPlace& place) {
  const std::string_view type = request.field("Content-Type").value_or("");
  const std::string_view bare = type.substr(0, type.find_first_of("; \t"));
  return std::ranges::any_of(place.media_types,
                             [bare](const std::string& taken) { return is_same(bare, taken); });
}

/// Why a request that would change something is not looked at.
std::optional<http::Response> refused(const http::Request& request, const Site& site,
                                      const GuardedPlace& place) {
  if (!is_from_own_site(request, site)) return answer({.type = ProblemType::other_site});
  if (!request.body.empty() && !is_taken(request, place)) {
    return answer({.type = ProblemType::not_json});
  }
  return {};
}

}  // namespace

// The lanes may still run a job of a route when the routes are gone: each job holds the core.
struct Guard::Core : std::enable_shared_from_this<Core> {
  work::Lanes& lanes;
  platform::Clock clock;
  platform::TimeZone time_zone;
  Site site;
  GuardedPlace place;

  Core(work::Lanes& to_lanes, platform::Clock a_clock, platform::TimeZone zone, Site a_site,
       GuardedPlace a_place)
      : lanes(to_lanes),
        clock(std::move(a_clock)),
        time_zone(std::move(zone)),
        site(std::move(a_site)),
        place(std::move(a_place)) {}

  std::optional<Found> find(store::Transaction& tx, const http::Request& request) const {
    const auto token = session_token(request, site);
    if (!token) return {};
    const base::Moment now = clock();
    const base::Day today = time_zone.local(now).day;
    const auto session = store::find_session(tx, *token, today);
    if (!session || !app::is_live(*session, now)) return {};
    return Found{*token, *session, viewer_of(*session, now, today)};
  }

  http::Response nobody(const http::Request& request) const {
    http::Response response = answer({.type = ProblemType::sign_in_needed});
    if (has_session_cookie(request, site)) response.fields.push_back(no_session_cookie(site));
    return response;
  }

  static bool is_touch_due(const Found& found, const http::Request& request, Use use) {
    return use == Use::by_hand && request.field("Callout-Background") != "1" &&
           app::is_touch_due(found.session, found.viewer.now);
  }

  /// What the answer has to tell the browser.
  std::vector<http::Field> touch(store::Transaction& tx, const Found& found) const {
    const app::Touch touched = app::touch(tx, found.token, found.session, found.viewer.now);
    if (touched == app::Touch::seen) return {};
    return {session_cookie(site, found.token, app::remembered_lasts)};
  }

  /// The act runs as a reader whatever it costs; what the writer does behind it is one row.
  http::Answer read(store::Transaction& tx, const http::Request& request, const Act& act,
                    Use use) const {
    const auto found = find(tx, request);
    if (!found) return nobody(request);
    http::Answer answer = act(tx, found->viewer, request);
    if (!is_touch_due(*found, request, use)) return finished(std::move(answer), {});
    return lanes.write([self = shared_from_this(), found = *found,
                        answer = std::move(answer)](store::Transaction& own) {
      return finished(answer, self->touch(own, found));
    });
  }

  http::Answer write(store::Transaction& tx, const http::Request& request, const Act& act) const {
    const auto found = find(tx, request);
    if (!found) return nobody(request);
    std::vector<http::Field> fields;
    if (is_touch_due(*found, request, Use::by_hand)) fields = touch(tx, *found);
    return finished(act(tx, found->viewer, request), fields);
  }

  http::Answer change(const http::Request& request, const Act& act) const {
    if (auto refusal = refused(request, site, place)) return *std::move(refusal);
    return note(request, act);
  }

  http::Answer note(const http::Request& request, const Act& act) const {
    return lanes.write([self = shared_from_this(), request, act](store::Transaction& tx) {
      return self->write(tx, request, act);
    });
  }
};

Guard::Guard(work::Lanes& lanes, platform::Clock clock, platform::TimeZone time_zone, Site site,
             GuardedPlace place)
    : core_(std::make_shared<Core>(lanes, std::move(clock), std::move(time_zone), std::move(site),
                                   std::move(place))) {}

http::Route Guard::route(http::Method method, const std::string& pattern,
                         http::Handler handler) const {
  return {.method = method,
          .pattern = core_->place.root + pattern,
          .body_limit = core_->place.body_limit,
          .handler = std::move(handler),
          .on_error = in_trouble};
}

http::Route Guard::get(const std::string& pattern, Act act) const {
  return reading(pattern, std::move(act), Use::by_hand);
}

http::Route Guard::get_unattended(const std::string& pattern, Act act) const {
  return reading(pattern, std::move(act), Use::unattended);
}

http::Route Guard::get_noted(const std::string& pattern, Act act) const {
  return route(http::Method::get, pattern,
               [core = core_, act = std::move(act)](const http::Request& request) {
                 return core->note(request, act);
               });
}

http::Route Guard::post(const std::string& pattern, Act act) const {
  return changing(http::Method::post, pattern, std::move(act));
}

http::Route Guard::put(const std::string& pattern, Act act) const {
  return changing(http::Method::put, pattern, std::move(act));
}

http::Route Guard::del(const std::string& pattern, Act act) const {
  return changing(http::Method::del, pattern, std::move(act));
}

http::Route Guard::open_post(const std::string& pattern, http::Handler handler) const {
  return open(http::Method::post, pattern, std::move(handler));
}

http::Route Guard::open_del(const std::string& pattern, http::Handler handler) const {
  return open(http::Method::del, pattern, std::move(handler));
}

http::Route Guard::reading(const std::string& pattern, Act act, Use use) const {
  return route(http::Method::get, pattern,
               [core = core_, act = std::move(act), use](const http::Request& request) {
                 return core->lanes.read([core, request, act, use](store::Transaction& tx) {
                   return core->read(tx, request, act, use);
                 });
               });
}

http::Route Guard::changing(http::Method method, const std::string& pattern, Act act) const {
  return route(method, pattern, [core = core_, act = std::move(act)](const http::Request& request) {
    return core->change(request, act);
  });
}

http::Route Guard::open(http::Method method, const std::string& pattern,
                        http::Handler handler) const {
  return route(method, pattern,
               [core = core_, handler = std::move(handler)](const http::Request& request) {
                 if (auto refusal = refused(request, core->site, core->place))
                   return http::Answer(*refusal);
                 return finished(handler(request), {});
               });
}

}  // namespace api
