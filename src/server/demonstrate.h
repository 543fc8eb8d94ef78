// `callout demo`: server, simulator and mailbox together, with invented people, so that anybody can
// try everything in a minute with no account, no number and no internet. The server is the ordinary
// one; it knows the simulator by its URL and token only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace server {

struct Demonstration {
  std::uint16_t port = 5000;  // of the web application; 0, as of the others: any that is free
  std::uint16_t simulator_port = 5001;
  std::uint16_t mailbox_port = 5002;
  bool is_fresh = false;              // begins anew
  std::filesystem::path folder = {};  // of everything it keeps
  std::string time_zone = {};         // empty: the settings' default
  std::string log_level = "warning";
};

/// Serves until SIGTERM or SIGINT; the program's exit status.
int demonstrate(const Demonstration& demonstration);

}  // namespace server
