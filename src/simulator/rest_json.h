// How the REST API writes things: JSON with the provider's types, null for what is unknown, and its
// error bodies (twilio.md 5).
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"
#include "simulator/moment.h"
#include "simulator/refusal.h"

namespace simulator {

http::Response rest_answer(int status, const boost::json::object& json);
/// With "more_info"; a 401 with its challenge too.
http::Response error_answer(const Refusal& refusal);
http::Response error_answer(int status, int code);
/// 404, code 20404, naming what was asked for.
http::Response not_found(const http::Request& request);
/// 204, empty.
http::Response deleted();

/// RFC 2822, or null.
boost::json::value date_or_null(const std::optional<Moment>& moment);
boost::json::value text_or_null(std::string_view text);
std::string_view method_name(http::Method method);

}  // namespace simulator
