#include "server/web_site.h"

#include <iterator>
#include <utility>

#include "channels/api/act_routes.h"
#include "channels/api/board_routes.h"
#include "channels/api/event_routes.h"
#include "channels/api/health.h"
#include "channels/api/line_routes.h"
#include "channels/api/recording_routes.h"
#include "channels/api/request_routes.h"
#include "channels/api/session_routes.h"
#include "embedded/web_assets.h"
#include "http/forwarded.h"
#include "server/embedded_site.h"
#include "site/routes.h"

namespace server {
namespace {

/// The addresses that the application shows something at: those of web/src/app.tsx.
const std::vector<std::string> pages{"/start",         "/sign-in",        "/board", "/requests",
                                     "/requests/{id}", "/call-outs/{id}", "/line"};

api::Site site_of(const Settings& settings) {
  return {.origin = settings.public_base_url,
          .is_secure = settings.public_base_url.starts_with("https://")};
}

std::function<std::string(const http::Request&)> client_address_of(const Settings& settings) {
  std::vector<http::Network> trusted;
  for (const std::string& proxy : settings.trusted_proxies) {
    if (const auto network = http::Network::parse(proxy)) trusted.push_back(*network);
  }
  return [trusted](const http::Request& request) {
    return http::client_address(request, trusted);
  };
}

}  // namespace

void publish(http::EventHub& events, const store::Topics& topics) {
  for (const store::Topic topic : store::all_topics) {
    if (topics.has(topic)) events.publish(store::code_of(topic));
  }
}

WebSite::WebSite(const Settings& settings, const Parts& parts)
    : parts_(parts),
      site_(site_of(settings)),
      guard_(parts.lanes, parts.clock, settings.time_zone, site_),
      pages_{.vault = parts.line.vault, .time_zone = parts.line.time_zone},
      listening_{.lanes = parts.lanes,
                 .vault = parts.line.vault,
                 .catalogue = parts.catalogue,
                 .clock = parts.clock,
                 .log = parts.log,
                 .time_zone = settings.time_zone,
                 .folder = settings.data_dir / "recordings"},
      sign_in_{.lanes = parts.lanes,
               .vault = parts.line.vault,
               .clock = parts.clock,
               .random = parts.line.random,
               .time_zone = settings.time_zone,
               .organization = settings.organization_name,
               .site = site_,
               .client_address = client_address_of(settings),
               .offers_practice = parts.practice != nullptr} {}

/// Sound and pictures are what it takes besides.
api::Guard WebSite::practice_guard() const {
  return {parts_.lanes,
          parts_.clock,
          sign_in_.time_zone,
          site_,
          {.root = "/practice/api",
           .body_limit = std::size_t{8} * 1024 * 1024,
           .media_types = {"application/json", "audio/L16"}}};
}

std::vector<http::Route> WebSite::routes() {
  const auto transport = site_.is_secure ? site::Transport::https : site::Transport::plain;
  std::vector<http::Route> all;
  const auto add = [&all](std::vector<http::Route> some) {
    std::move(some.begin(), some.end(), std::back_inserter(all));
  };
  add(api::health_routes(parts_.lanes));
  add(api::listen_routes(listening_));
  add(api::session_routes(guard_, sign_in_));
  add(api::board_routes(guard_, pages_));
  add(api::request_routes(guard_, pages_));
  add(api::line_routes(guard_, pages_));
  add(api::act_routes(guard_, {.line = parts_.line, .pages = pages_}));
  add(api::recording_routes(guard_, listening_));
  add(api::event_routes(guard_, parts_.events));
  if (parts_.practice != nullptr) add(parts_.practice->routes(practice_guard()));
  add(site::routes(
      {.files = assets_of(embedded::web_assets()), .pages = pages, .transport = transport}));
  return all;
}

}  // namespace server
