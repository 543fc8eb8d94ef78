// The provider's other side, whole: an account with its numbers, the calls and messages of the
// people around it, its REST API. Knows the application under test by URL and token only. Its time
// is its own: as in life or faster, driven by its own threads, or standing still until somebody
// moves it, so that a story of a day passes in milliseconds.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <vector>

#include "http/event_hub.h"
#include "http/router.h"
#include "simulator/deliveries.h"
#include "simulator/gate.h"
#include "simulator/later.h"
#include "simulator/live_time.h"
#include "simulator/rest.h"
#include "simulator/switchboard.h"
#include "simulator/texting.h"
#include "simulator/world.h"

namespace simulator {

enum class Time {
  live,     // passes; webhooks leave on threads of their own
  by_hand,  // passes in `advance` alone, and webhooks leave in it
};

struct Options {
  Account account;
  std::vector<Number> numbers;  // those without a SID get one
  /// Addresses that begin with the first are asked at the second instead (see Courier).
  std::map<std::string, std::string> connect_to = {};
  Random random;
  Moment start;
  Time time = Time::live;
};

class Simulator {
 public:
  explicit Simulator(Options options);
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;

  /// Runs `act(World&, Switchboard&, Texting&)` with everything locked, then lets what follows from
  /// it happen. Its result comes back: to be a value, not a reference.
  template <class Act>
  auto with(const Act& act) {
    if constexpr (std::is_void_v<std::invoke_result_t<Act, World&, Switchboard&, Texting&>>) {
      {
        const std::lock_guard lock(gate_);
        act(world_, switchboard_, texting_);
      }
      wake();
    } else {
      auto result = [&] {
        const std::lock_guard lock(gate_);
        return act(world_, switchboard_, texting_);
      }();
      wake();
      return result;
    }
  }

  /// For rest_routes and whoever else shows or changes the world.
  Everything everything();
  /// Topics as World::changed names them.
  http::EventHub& events() { return events_; }

  Moment now();
  /// How much faster than in life time passes; live only.
  double speed();
  void set_speed(double speed);

  /// By hand: all that is due within the time happens, in order, and its webhooks are answered.
  void advance(milliseconds time);
  /// By hand: the next thing that is due happens, and what it brings about at once. False when
  /// nothing is to come.
  bool advance_to_next();

 private:
  void wake();

  Gate gate_;
  http::EventHub events_;
  Deliveries deliveries_;
  World world_;
  Switchboard switchboard_{world_};
  Texting texting_{world_};
  Later later_;
  std::unique_ptr<LiveTime> live_time_;  // none by hand
};

}  // namespace simulator
