// The telephone provider of a story: the product's own simulator with a clock that jumps, its REST
// API on a port of the loopback, the documents that it hosts for a server that is down, and an eye
// on every webhook about a call.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <thread>

#include "base/time.h"
#include "http/server.h"
#include "scenarios/call_wire.h"
#include "simulator/simulator.h"

namespace scenario {

using std::chrono::milliseconds;

class Provider {
 public:
  /// `server_port`: where the server listens, now or later.
  explicit Provider(std::uint16_t server_port);
  ~Provider();
  Provider(const Provider&) = delete;
  Provider& operator=(const Provider&) = delete;

  /// What it says, rings and lists is touched in here: `act(World&, Switchboard&, Texting&)`, which
  /// asks the Provider itself for nothing.
  template <class Act>
  auto with(const Act& act) {
    return simulator_.with(act);
  }
  template <class Act>
  auto with_world(const Act& act) {
    return simulator_.with([&](simulator::World& world, simulator::Switchboard&,
                               simulator::Texting&) { return act(world); });
  }
  /// Of the REST API.
  std::string url() const;

  // Its time is the story's. In whole seconds, as a server's clock; and as it is.
  base::Moment now() { return std::chrono::floor<std::chrono::seconds>(simulator_.now()); }
  simulator::Moment moment() { return simulator_.now(); }
  /// What is still to come comes later, when time passes.
  void begin_at(base::Moment moment);
  void advance(milliseconds time) { simulator_.advance(time); }
  bool advance_to_next() { return simulator_.advance_to_next(); }
  /// How long until something happens by itself.
  std::optional<milliseconds> until_next();

  /// From now on its identifiers and mishaps come from this seed.
  void is_random_by(unsigned seed);
  /// The number's fallback addresses are the documents of docs/, hosted by the provider, as the
  /// set-up guide has it for a server that is down.
  void hosts_the_fallback();

  /// Its lists of calls and recordings say nothing of those that have been, as when they are late;
  /// `shows` ends it.
  void hides_calls();
  void shows_calls();

  CallWire& wire(const std::string& call_sid) { return wires_[call_sid]; }
  /// Held back callbacks of a call leave now, also those that have left before.
  void release(const std::string& call_sid, Callback callback);

 private:
  static simulator::Options options(std::uint16_t server_port, std::uint16_t own_port);
  std::vector<http::Route> routes();
  void watch();

  std::uint16_t port_;
  simulator::Simulator simulator_;
  simulator::Deliver deliver_;
  std::map<std::string, CallWire> wires_;
  std::deque<simulator::CallRecord> hidden_calls_;
  std::deque<simulator::Recording> hidden_recordings_;
  http::Server server_;
  std::thread serving_;
};

}  // namespace scenario
