// A thread that runs one step again and again: when it is woken, when the step said that something
// is due, and every few seconds in any case.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/time.h"
#include "platform/clock.h"
#include "platform/log.h"

namespace server {

class Worker {
 public:
  /// What a step did: whether to go on at once, and when the next thing is due.
  struct Done {
    bool is_more = false;
    std::optional<base::Moment> next = {};
  };
  using Step = std::function<Done(base::Moment now)>;

  /// `name` must outlive the worker: a literal. A step that throws is logged and tried again.
  Worker(std::string_view name, Step step, platform::Clock clock, platform::Log log);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// From any thread; cheap.
  void wake();

 private:
  void run();
  bool step_once(std::chrono::milliseconds& pause);

  std::string_view name_;
  Step step_;
  platform::Clock clock_;
  platform::Log log_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool is_woken_ = false;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace server
