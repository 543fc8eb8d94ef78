// Parts of a file for players that seek: single byte ranges (RFC 9110 section 14).
#pragma once

#include "http/message.h"

namespace http {

/// The part of a 200 that a GET asks for: 206 with Content-Range, 416 when none of it is there.
/// The whole, where a range means nothing: another method, another unit, several ranges, one that
/// can't be read, or an If-Range, which no version of ours can match. Says Accept-Ranges. An answer
/// of another status stays as it is.
Response with_range(const Request& request, Response whole);

}  // namespace http
