// How the desk answers.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace simulator {

http::Response json_answer(int status, const boost::json::object& object);
/// 204: what was asked for is done.
http::Response done();
/// A problem (RFC 9457) whose detail names the field, what is wrong and what to do.
http::Response refusal(int status, const base::Problem& problem);
/// 404: there is no such call, recording, …
http::Response not_there(std::string_view what);
/// 422: it is no number of the account's.
http::Response nobody_has(const std::string& number);
/// A WAV, or the part of it that is asked for.
http::Response sound(const http::Request& request, const std::string& wav);

}  // namespace simulator
