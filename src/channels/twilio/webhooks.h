// The provider's requests to us. Order of checks: method and size (router), header present (403),
// form parses (400), signature (403), account (403); nothing has run before. Then one transaction
// does the work and holds the answer, so that a repeat, also one by way of the fallback URL, gets
// the same bytes.
#pragma once

#include <vector>

#include "app/line.h"
#include "channels/twilio/account.h"
#include "http/router.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "text/catalogue.h"
#include "work/lanes.h"

namespace twilio {

class Webhooks {
 public:
  /// All of them must outlive the routes.
  Webhooks(const Account& account, const app::Line& line, const text::Catalogue& catalogue,
           work::Lanes& lanes, platform::Clock clock, platform::Log log);

  /// POST /twilio/sms/incoming, /twilio/sms/fallback, /twilio/sms/status.
  std::vector<http::Route> routes();

 private:
  using Act = http::Answer (Webhooks::*)(const http::Request&, const http::Form&);
  http::Route route(std::string pattern, Act act);
  http::Answer checked(const http::Request& request, Act act);
  bool is_from_provider(const http::Request& request, const http::Form& form,
                        std::string_view signature) const;

  http::Answer incoming_text(const http::Request& request, const http::Form& form);
  http::Answer text_status(const http::Request& request, const http::Form& form);

  const Account& account_;
  const app::Line& line_;
  const text::Catalogue& catalogue_;
  work::Lanes& lanes_;
  platform::Clock clock_;
  platform::Log log_;
};

}  // namespace twilio
