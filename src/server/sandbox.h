// The ordinary server with the simulator in the provider's place: an account that nobody else has,
// a number that nobody has, and nothing that leaves this machine. The server knows the simulator by
// its URL and token only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "server/callout.h"
#include "server/simulator_server.h"

namespace server {

struct SandboxOptions {
  std::filesystem::path folder;  // of everything it keeps
  std::uint16_t port = 0;        // of the web application; 0, as of the other: any that is free
  std::uint16_t simulator_port = 0;
  Environment settings = {};   // beside those that make it a sandbox
  bool has_phone_page = true;  // at the simulator's port, for everybody on this machine
  simulator::Desk desk = {};   // what it offers; a link to the board comes first
};

class Sandbox {
 public:
  static constexpr const char* line_number = "+15550100100";

  /// The simulator's port is bound. Throws std::system_error when it can't be had.
  explicit Sandbox(SandboxOptions options);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  std::string url() const { return url_; }
  SimulatorServer& simulator() { return simulator_; }
  /// Opens the database and binds the server's port. Nothing, or why it can't.
  std::optional<std::string> open();
  // Once it is open.
  Callout& callout() { return *callout_; }
  const Settings& settings() const { return settings_; }

  /// Serves on the calling thread until `stop`, the simulator beside it.
  void run();
  /// From any thread; twice is harmless.
  void stop();

 private:
  simulator::Desk desk() const;
  Environment environment() const;

  SandboxOptions options_;
  std::uint16_t port_;
  std::string url_;
  simulator::Account account_;
  SimulatorServer simulator_;
  Settings settings_;
  std::unique_ptr<Callout> callout_;
};

}  // namespace server
