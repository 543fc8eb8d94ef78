// The callbacks about one call that nobody waits for: its status, its recordings', their
// transcription. They leave as the wire's mishaps will have it: late, in another order, or never.
#pragma once

#include <memory>

#include "simulator/world.h"

namespace simulator {

class Callbacks {
 public:
  /// What is under way needs the World, but not this.
  explicit Callbacks(World& world);

  /// Without an address nothing leaves.
  void send(Webhook webhook, milliseconds delay = {});

 private:
  struct Held {
    std::unique_ptr<Webhook> webhook;  // waits for the next, to leave after it
  };
  World& world_;
  std::shared_ptr<Held> held_;
};

}  // namespace simulator
