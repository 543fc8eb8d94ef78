// The callbacks about one call that nobody waits for: its status, its recordings', their
// transcription. They leave as the wire's mishaps will have it: late, in another order, or never.
#pragma once

#include <memory>
#include <optional>

#include "simulator/world.h"

namespace simulator {

/// Of the answer to a call's status callback: fine is a 204, or a 200 with an empty <Response>,
/// else 15003 (twilio.md 1.6).
std::optional<Fault> judge_status_answer(const http::Response& answer);

/// What a callback says of the call: how it was when it was sent off, or is when it leaves.
enum class CallStatus { as_it_was, as_it_will_be };

class Callbacks {
 public:
  /// What is under way needs the World, but not this.
  explicit Callbacks(World& world);

  /// Without an address nothing leaves.
  void send(Webhook webhook, milliseconds delay = {}, CallStatus status = CallStatus::as_it_was);

 private:
  struct Held {
    std::unique_ptr<Webhook> webhook;  // waits for the next, to leave after it
  };
  World& world_;
  std::shared_ptr<Held> held_;
};

}  // namespace simulator
