// Something that a call waits for: at most one moment at a time, forgotten with the timer.
#pragma once

#include <utility>

#include "simulator/agenda.h"

namespace simulator {

class Timer {
 public:
  /// The agenda must outlive it.
  explicit Timer(Agenda& agenda) : agenda_(agenda) {}
  ~Timer() { stop(); }
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  /// Instead of what was waited for before. The act may destroy the timer.
  void set(Moment moment, Agenda::Act act) {
    stop();
    id_ = agenda_.at(moment, std::move(act));
  }
  void stop() { agenda_.cancel(std::exchange(id_, 0)); }

 private:
  Agenda& agenda_;
  Agenda::Id id_ = 0;
};

}  // namespace simulator
