// An answer as the bytes of one write.
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace http {

enum class Afterwards { keep, close };

/// "Not Found"; empty for a status without a name here.
std::string_view reason_phrase(int status);

/// Status line, fields and body. HEAD gets the length of the body but not the body; 204 and 304
/// have neither. Throws std::invalid_argument for a status outside 200…599 and for fields that are
/// malformed or that are the server's own to set (Content-Length, Transfer-Encoding, Connection).
std::string response_text(const Response& response, Method asked, Afterwards afterwards);

}  // namespace http
