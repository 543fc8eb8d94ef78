// `callout simulator`: the simulator alone, in front of any application of this kind.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "server/simulator_server.h"

namespace server {

struct Simulation {
  std::uint16_t port = 5001;
  std::string account_sid = "AC00000000000000000000000000000001";
  std::string auth_token = "0123456789abcdef0123456789abcdef";
  std::string api_key_sid = {};  // empty: there is none
  std::string api_key_secret = {};
  std::string number = "+15550100100";
  std::string media_base = {};  // empty: where the simulator is
  Webhooks webhooks;
  std::vector<simulator::Telephone> telephones = {};
  double speed = 1;
};

/// The telephones of a spreadsheet: name,number and, if wanted, note,language,pin,employee_number.
/// The Problem names line and column.
base::Result<std::vector<simulator::Telephone>> read_telephones(const std::string& csv);

/// Serves until SIGTERM or SIGINT; the program's exit status.
int simulate(const Simulation& simulation);

}  // namespace server
