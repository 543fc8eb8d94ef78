// How an act of the API answers when it went well: JSON, and nothing where there is nothing.
#pragma once

#include <boost/json/fwd.hpp>
#include <string>

#include "http/message.h"

namespace api {

/// 200; `etag` is quoted here.
http::Response json_answer(const boost::json::value& json, const std::string& etag = {});
/// The problem document for what is not there, or not for this reader.
http::Response nothing_here();

}  // namespace api
