// Carries webhooks to an application over real HTTP, as the provider does (twilio.md 1, 2 and 4):
// signed, with its headers, within 15 seconds; repeated as the URL's fragment says (#rc, rp, ct,
// rt, tt), unless an answer had begun; redirects followed, at most ten; cookies kept per call and
// per pair of numbers; then the fallback URL with ErrorCode and ErrorUrl.
//
// Where a 3xx leads, the request goes on as a GET without what the caller entered: Digits are lost,
// as documented. `rt` bounds a whole answer, not each of its packets.
#pragma once

#include <vector>

#include "simulator/cookie_jars.h"
#include "simulator/webhook.h"
#include "simulator/webhook_request.h"

namespace simulator {

struct Delivered {
  Outcome outcome;
  std::vector<Exchange> exchanges;  // every try, in order; number and moment are not set yet
};

/// Blocking. Thread-safe.
class Courier {
 public:
  /// `connect_to`: addresses that begin with the first are asked at the second instead, and are
  /// signed as they stand: {"https://callout.example", "http://127.0.0.1:5000"}.
  Courier(Account account, ConnectTo connect_to);

  Delivered deliver(const Webhook& webhook);

 private:
  Account account_;
  ConnectTo connect_to_;
  CookieJars cookies_;
};

}  // namespace simulator
