// The provider's REST API (twilio.md 5), version 2010-04-01: Messages with their media, Calls,
// Recordings with their sound, IncomingPhoneNumbers. JSON with the documented types, errors with
// the provider's codes, pages, Basic authentication by the account's token or its API key.
#pragma once

#include <functional>
#include <vector>

#include "http/router.h"
#include "simulator/gate.h"
#include "simulator/later.h"
#include "simulator/switchboard.h"
#include "simulator/texting.h"
#include "simulator/world.h"

namespace simulator {

/// Everything of one account, to be touched with the gate locked. Whoever has made something happen
/// calls `wake`, after letting go of it.
struct Everything {
  Gate& gate;
  World& world;
  Switchboard& switchboard;
  Texting& texting;
  Later& later;
  std::function<void()> wake;
};

/// What it names must outlive the routes.
std::vector<http::Route> rest_routes(const Everything& everything);

}  // namespace simulator
