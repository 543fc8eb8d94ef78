// The simulator on an address of its own: the provider's REST API, the desk and the phone page, for
// this machine alone.
#pragma once

#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "http/server.h"
#include "platform/clock.h"
#include "simulator/desk.h"
#include "simulator/simulator.h"

namespace server {

/// Where an application takes what arrives at a number of the account; empty: nowhere.
struct Webhooks {
  std::string voice = {};
  std::string voice_fallback = {};
  std::string status = {};
  std::string sms = {};
  std::string sms_fallback = {};
};
/// Those of Callout.
Webhooks webhooks_of_callout(const std::string& public_base_url);

struct SimulatorServerOptions {
  std::uint16_t port = 0;  // 0: any that is free
  simulator::Account account;
  std::string number;           // E.164
  std::string media_base = {};  // of recordings' and pictures' addresses; empty: the server's own
  bool has_pages = true;        // false: the REST API alone
  simulator::Desk desk = {};    // what the page offers; the number is set here
  platform::Clock clock;
  platform::Random random;
};

class SimulatorServer {
 public:
  /// The port is bound. Throws std::system_error when it can't be had.
  explicit SimulatorServer(const SimulatorServerOptions& options);
  ~SimulatorServer();
  SimulatorServer(const SimulatorServer&) = delete;
  SimulatorServer& operator=(const SimulatorServer&) = delete;

  std::string url() const;  // "http://127.0.0.1:5001"
  simulator::Simulator& simulator() { return simulator_; }
  /// What arrives at the number goes there from now on.
  void point_number_at(const Webhooks& webhooks);

  /// On the calling thread, until `stop`; or on one of its own.
  void serve() { server_.run(); }
  void start();
  /// From any thread; twice is harmless.
  void stop();

 private:
  std::string number_;
  simulator::Simulator simulator_;
  http::Server server_;
  std::thread serving_;
};

}  // namespace server
