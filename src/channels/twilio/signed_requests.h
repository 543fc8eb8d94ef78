// Lets the provider's requests through, and nobody else's. Order of checks: method and size
// (router), header present (403), form parses (400), signature (403), account (403), the ids that
// the route lives by (400). Nothing has run before.
#pragma once

#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "channels/twilio/account.h"
#include "http/router.h"
#include "platform/log.h"

namespace twilio {

class SignedRequests {
 public:
  /// What a request does that has passed.
  using Act = std::function<http::Answer(const http::Request&, const http::Form&)>;

  /// `account` must outlive the routes.
  SignedRequests(const Account& account, platform::Log log);

  /// A POST route for requests that carry each of `ids`. Fails without words.
  http::Route route(std::string pattern, std::vector<std::string_view> ids, Act act) const;

  /// 503 when there is too much to do, else 500. No words: an error is never answered as an
  /// outcome, so that the provider takes its fallback.
  http::Response failure(const std::exception& error) const;

 private:
  http::Answer checked(const http::Request& request, const std::vector<std::string_view>& ids,
                       const Act& act) const;
  bool is_from_provider(const http::Request& request, const http::Form& form,
                        std::string_view signature) const;

  const Account* account_;
  platform::Log log_;
};

}  // namespace twilio
