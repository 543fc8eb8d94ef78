// The clock of a story: the system's, moved, so that a story begins on a Monday at 4:58 whatever
// day it is told, and time passes as in life between the jumps.
#pragma once

#include <atomic>
#include <cstdint>

#include "platform/clock.h"

namespace e2e {

/// Thread-safe. The clocks handed out must not outlive it.
class StoryClock {
 public:
  explicit StoryClock(std::chrono::seconds ahead) : ahead_(ahead.count()) {}

  void advance(std::chrono::seconds time) { ahead_ += time.count(); }
  platform::Clock clock() {
    return [this, system = platform::system_clock()] {
      return system() + std::chrono::seconds(ahead_.load());
    };
  }

 private:
  std::atomic<std::int64_t> ahead_;
};

}  // namespace e2e
