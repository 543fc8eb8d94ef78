#include "server/worker.h"

#include <algorithm>

namespace server {
namespace {

using std::chrono::milliseconds;

// What a lost wake-up can cost at most.
constexpr milliseconds longest_sleep{2000};
constexpr milliseconds after_failure{1000};

}  // namespace

Worker::Worker(std::string_view name, Step step, platform::Clock clock, platform::Log log)
    : name_(name),
      step_(std::move(step)),
      clock_(std::move(clock)),
      log_(std::move(log)),
      thread_([this] { run(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  woken_.notify_all();
  thread_.join();
}

void Worker::wake() {
  {
    const std::lock_guard lock(mutex_);
    is_woken_ = true;
  }
  woken_.notify_one();
}

void Worker::run() {
  milliseconds pause{0};
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    is_woken_ = false;
    lock.unlock();
    const bool is_more = step_once(pause);
    lock.lock();
    if (is_more) continue;
    woken_.wait_for(lock, pause, [this] { return is_woken_ || is_stopping_; });
  }
}

bool Worker::step_once(milliseconds& pause) {
  pause = after_failure;
  try {
    const base::Moment now = clock_();
    const Done done = step_(now);
    pause = longest_sleep;
    if (done.next) {
      const milliseconds until = std::max(milliseconds(*done.next - now), milliseconds(10));
      pause = std::min(pause, until);
    }
    return done.is_more;
  } catch (const std::exception& failure) {
    log_.write(platform::Level::error, "a worker's step failed",
               {{platform::LogField::channel, name_},
                {platform::LogField::error, std::string_view(failure.what())}});
    return false;
  }
}

}  // namespace server
