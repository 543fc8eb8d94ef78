// A request that the provider makes of an application, and what became of it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "http/message.h"
#include "simulator/account.h"
#include "simulator/moment.h"

namespace simulator {

/// Whether the answer is a document (15 s, fallback, errors are heard) or is not read at all.
enum class Expects { voice_document, messaging_document, sound, nothing };

/// The provider's own code for what is wrong with an answer, and a sentence about it (twilio.md
/// 3.4); nothing when it is fine.
struct Fault {
  int code = 0;  // 12100
  std::string message;
};

struct Webhook {
  std::string subject;  // the call's or the message's SID: whose it is, and whose cookies go along
  std::string what;     // "incoming call", "Gather action": for whoever watches the wire
  Address to;           // absolute
  Address fallback = {};
  http::Form params = {};
  Expects expects = Expects::nothing;
  /// Judges an answer of status 200 to 299; what it finds wrong sends the webhook to the fallback.
  std::function<std::optional<Fault>(const http::Response&)> judge = {};

  // Set when it is put on its way:
  std::string idempotency_token = {};  // one for all tries, and for a copy that comes by mishap
  Moment leaves = {};
};

/// One try, whole: what left, signed, and what came back.
struct Exchange {
  std::uint64_t number = 0;  // counts up from 1
  Moment at;
  std::string subject;
  std::string what;
  http::Method method = http::Method::post;
  std::string url;  // without its fragment
  http::Form params;
  std::string signature;
  int attempt = 1;  // 2: the first repeat
  bool is_fallback = false;
  int status = 0;  // 0: no answer
  std::string content_type = {};
  std::string body = {};
  std::string failure = {};  // why there is no answer
  milliseconds took{};
  std::optional<Fault> fault = {};
};

/// What all tries together came to.
struct Outcome {
  /// The last answer, of status 200 to 299 and judged fine. Nothing: no try, nor the fallback's.
  std::optional<http::Response> answer = {};
  /// Where it came from, its user and fragment included: what URLs in it are resolved against.
  std::string url = {};
  http::Method method = http::Method::post;  // of that request
  std::optional<Fault> fault = {};           // of the primary URL's last try
  std::optional<Fault> fallback_fault = {};  // of the fallback's, where it was asked too
};

/// Sends a webhook and comes back with its outcome, at once or later, but never from within.
using Deliver = std::function<void(Webhook webhook, std::function<void(const Outcome&)> then)>;

}  // namespace simulator
