// The way of one webhook: to its URL, again as the URL's fragment says, on where the answer leads;
// and the same to its fallback.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "http/client.h"
#include "simulator/connection_overrides.h"
#include "simulator/cookie_jars.h"
#include "simulator/webhook.h"
#include "simulator/webhook_request.h"

namespace simulator {

/// One thread at a time. What it is given must outlive it.
class Journey {
 public:
  Journey(const Account& account, const ConnectTo& connect_to, CookieJars& cookies,
          const Webhook& webhook);

  enum class Trouble { none, client_error, server_error, no_connection, no_answer, other };
  /// Where it got to; `answer` only without trouble.
  struct Reached {
    Trouble trouble = Trouble::none;
    std::optional<Fault> fault = {};
    std::optional<http::Response> answer = {};
    std::string url = {};
    http::Method method = http::Method::post;
  };

  Reached to_primary();
  /// After the primary URL has failed in that way.
  Reached to_fallback(const Fault& fault);

  /// Every request that left, and one for an address that none can be made of.
  std::vector<Exchange>& exchanges() { return exchanges_; }

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Limits {
    ConnectionOverrides overrides;
    Time deadline;
  };
  Reached go(const Address& address, const http::Form& params);
  Reached follow(WebhookRequest request, const Limits& limits);
  Reached refuse(const Address& address, const http::Form& params, Fault fault);
  /// With the URL's password once the answer has asked for it.
  std::variant<http::Response, http::Unreachable> ask(WebhookRequest& request,
                                                      const Limits& limits);
  std::variant<http::Response, http::Unreachable> send(const WebhookRequest& request,
                                                       const Limits& limits);
  Reached unreached(const http::Unreachable& why);
  Reached judged(const WebhookRequest& request, http::Response answer);
  Reached failed(Trouble trouble, Fault fault);
  Exchange noted(http::Method method, const std::string& url, const http::Form& params) const;
  std::string jar_of(const Url& url) const;

  const Account& account_;
  const ConnectTo& connect_to_;
  CookieJars& cookies_;
  const Webhook& webhook_;
  Signer signer_;
  int attempt_ = 1;
  bool is_fallback_ = false;
  std::vector<Exchange> exchanges_;
};

}  // namespace simulator
