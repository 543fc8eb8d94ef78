// What a browser is answered: the web application's files, its JSON API and event stream, and the
// pages behind the links in mails.
#pragma once

#include <vector>

#include "app/line.h"
#include "channels/api/guard.h"
#include "channels/api/pages.h"
#include "channels/api/recordings.h"
#include "channels/api/sign_in.h"
#include "http/event_hub.h"
#include "platform/log.h"
#include "server/practice.h"
#include "server/settings.h"
#include "store/topics.h"
#include "text/catalogue.h"
#include "work/lanes.h"

namespace server {

/// Tells every open page what has changed. From any thread.
void publish(http::EventHub& events, const store::Topics& topics);

class WebSite {
 public:
  /// What they name must outlive the site, and the site its routes.
  struct Parts {
    work::Lanes& lanes;
    const app::Line& line;
    const text::Catalogue& catalogue;
    http::EventHub& events;
    const Practice* practice = nullptr;  // none: there is nothing to practise on
    platform::Clock clock;
    platform::Log log;
  };
  WebSite(const Settings& settings, const Parts& parts);
  WebSite(const WebSite&) = delete;
  WebSite& operator=(const WebSite&) = delete;

  std::vector<http::Route> routes();

 private:
  api::Guard practice_guard() const;

  Parts parts_;
  api::Site site_;
  api::Guard guard_;
  api::Pages pages_;
  api::Listening listening_;
  api::SignIn sign_in_;
};

}  // namespace server
