// One HTTP request of a webhook: as it is signed, and as it leaves (twilio.md 1 and 2).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "http/client.h"
#include "http/message.h"
#include "simulator/signature.h"
#include "simulator/url.h"
#include "simulator/webhook.h"

namespace simulator {

/// Where addresses that begin with the first really are; see Courier.
using ConnectTo = std::map<std::string, std::string>;

struct WebhookRequest {
  Url url;  // as configured
  http::Method method = http::Method::post;
  http::Form params;
  Signer signer = Signer::voice;
  std::string idempotency_token;
  std::string cookies = {};  // the field's value; empty: none
  bool signs_in = false;     // with the URL's user and password
};

/// Without fragment and user; of a GET with every parameter in the query.
std::string url_on_the_wire(const WebhookRequest& request);
std::string signature_of(const WebhookRequest& request, std::string_view auth_token);
/// With the provider's headers. A form of a call says its charset, that of a message does not.
http::Call call_of(const WebhookRequest& request, const std::string& signature,
                   const ConnectTo& connect_to);

/// What is still sent where a 3xx leads, by GET: not what the step before entered or recorded.
http::Form params_behind_redirect(const http::Form& params);

}  // namespace simulator
