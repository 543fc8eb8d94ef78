// What an application may ask of calls by the REST API, and what the provider refuses (twilio.md
// 5).
#pragma once

#include <variant>

#include "simulator/refusal.h"
#include "simulator/switchboard.h"
#include "simulator/world.h"

namespace simulator {

/// Of a Create Call form. `Url` wins over `Twiml`; more than 600 s of ringing become 600.
std::variant<Placed, Refusal> read_placed(const World& world, const http::Form& form);

/// Of an Update Call form: what is to be done with the call, and where it asks and tells from then
/// on; an address without URL stays as it is.
struct CallChange {
  enum class Kind { end, cancel, url, twiml, addresses };
  Kind kind = Kind::end;
  Address url = {};
  std::string twiml = {};
  Address fallback = {};
  Address status_callback = {};
};
std::variant<CallChange, Refusal> read_call_change(const http::Form& form);

}  // namespace simulator
