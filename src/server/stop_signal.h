// SIGTERM and SIGINT end what is served.
#pragma once

#include <functional>
#include <thread>

namespace server {

/// Waits for the first of them on a thread of its own, so that no handler runs at an odd moment.
class StopSignal {
 public:
  /// Before any other thread is started: they are blocked in all of them then.
  static void block();

  /// `stop` is called once, on that thread.
  explicit StopSignal(std::function<void()> stop);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

 private:
  std::thread thread_;
};

}  // namespace server
