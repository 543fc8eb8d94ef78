// The simulator's records as its page reads them (api/simulator.yaml).
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>

#include "base/result.h"
#include "simulator/desk.h"

namespace simulator {

/// "2026-11-22T15:04:05.250Z".
std::string iso(Moment moment);

boost::json::object json_of(const Desk& desk);
boost::json::object json_of(const CallRecord& call);
/// With the recordings of the call that the world holds.
boost::json::object json_of(const CallView& call, const World& world);
boost::json::object json_of(const Message& message);
boost::json::object json_of(const Exchange& exchange);
boost::json::object json_of(const Complaint& complaint);
boost::json::object json_of(const Chaos& chaos);
/// What is not named stays as it is at the start. The Problem names the member.
base::Result<Chaos> read_chaos(const boost::json::value& value);

}  // namespace simulator
