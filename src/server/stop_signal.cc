#include "server/stop_signal.h"

#include <csignal>
#include <utility>

namespace server {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

void StopSignal::block() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

StopSignal::StopSignal(std::function<void()> stop)
    : thread_([stop = std::move(stop), signals = stop_signals()] {
        int signal = 0;
        sigwait(&signals, &signal);
        stop();
      }) {}

StopSignal::~StopSignal() {
  // Wakes the thread when the serving ended by itself.
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

}  // namespace server
