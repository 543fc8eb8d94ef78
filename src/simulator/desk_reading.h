// What the phone page sends, read and checked. A Problem names the member, what is wrong with it
// and the remedy.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"
#include "simulator/desk.h"

namespace simulator {

/// What can be dialled from: up to 40 visible characters, such as +15550100123 or "anonymous".
bool is_telephone(std::string_view number);

/// Empty where it is not named or can't be read.
std::string query_value(const http::Request& request, std::string_view name);
/// 0 where it is not named; nothing where it is no whole number.
std::optional<std::uint64_t> query_number(const http::Request& request, std::string_view name);

/// Only of a request that says it is JSON, which no page of another site can send unasked.
base::Result<boost::json::value> read_json(const http::Request& request);
base::Result<Dial> read_dial(const http::Request& request, const Desk& desk);
base::Result<std::string> read_keys(const http::Request& request);
struct Spoken {
  std::string samples;
  std::string words = {};  // of a ready-made sentence; what the microphone hears nobody knows
};
base::Result<Spoken> read_voice(const http::Request& request, const Desk& desk);
base::Result<Incoming> read_text(const http::Request& request, const Desk& desk);
/// How messages to a number end from now on.
struct Ending {
  std::string number;
  std::string status;  // "delivered", "undelivered", "failed", "refused"
  int code = 0;        // why not
};
base::Result<Ending> read_ending(const http::Request& request);
base::Result<double> read_speed(const http::Request& request);

}  // namespace simulator
