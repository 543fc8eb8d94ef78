// What is to happen, and when: a prompt ends, a callback leaves, a caller has been silent for five
// seconds. Says nothing of how time passes; whoever drives it does.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "simulator/moment.h"

namespace simulator {

/// Not thread-safe: guarded with the World that it stands in.
class Agenda {
 public:
  using Id = std::uint64_t;
  using Act = std::function<void()>;

  Id at(Moment moment, Act act);
  /// Harmless for one that has happened or was never there; 0 is never an id.
  void cancel(Id id);
  /// Of the earliest.
  std::optional<Moment> next() const;

  struct Due {
    Moment moment;
    Act act;
  };
  /// The earliest that is due at `now`, taken out; of one moment in the order they were set.
  std::optional<Due> take(Moment now);

 private:
  Id newest_ = 0;
  std::map<std::pair<Moment, Id>, Act> acts_;
  std::map<Id, Moment> moments_;
};

}  // namespace simulator
