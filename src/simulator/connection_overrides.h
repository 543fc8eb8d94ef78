// How patient the provider is with one webhook URL: the keys behind its "#" (twilio.md 4).
#pragma once

#include <optional>
#include <string_view>

#include "simulator/moment.h"

namespace simulator {

struct ConnectionOverrides {
  milliseconds connect{5'000};  // ct, 100 to 10,000
  milliseconds read{15'000};    // rt, 100 to 15,000
  milliseconds total{15'000};   // tt, 100 to 15,000, all repeats included
  int retries = 1;              // rc, 0 to 5
  // rp: what is tried again.
  bool on_4xx = false;
  bool on_5xx = false;
  bool on_connect_failure = true;
  bool on_read_failure = false;
};

/// Of a fragment, maybe empty. A number that is none, or outside its range, leaves the default; so
/// does a key that is not one of these. Nothing when `rp` names what there is not: error 11243.
std::optional<ConnectionOverrides> read_connection_overrides(std::string_view fragment);

}  // namespace simulator
