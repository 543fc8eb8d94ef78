// The provider's requests about texts. One transaction does the work and holds the answer, so that
// a repeat, also one by way of the fallback URL, gets the same bytes.
#pragma once

#include <vector>

#include "app/line.h"
#include "channels/twilio/signed_requests.h"
#include "http/router.h"
#include "platform/clock.h"
#include "text/catalogue.h"
#include "work/lanes.h"

namespace twilio {

class TextWebhooks {
 public:
  /// All of them must outlive the routes.
  TextWebhooks(SignedRequests requests, const app::Line& line, const text::Catalogue& catalogue,
               work::Lanes& lanes, platform::Clock clock);

  /// POST /twilio/sms/incoming, /twilio/sms/fallback, /twilio/sms/status.
  std::vector<http::Route> routes();

 private:
  http::Answer incoming(const http::Form& form);
  http::Answer status(const http::Request& request, const http::Form& form);

  SignedRequests requests_;
  const app::Line& line_;
  const text::Catalogue& catalogue_;
  work::Lanes& lanes_;
  platform::Clock clock_;
};

}  // namespace twilio
