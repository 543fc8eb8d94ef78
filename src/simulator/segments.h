// How long a text is: in characters, which the API limits, and in segments on the air (twilio.md
// 6).
#pragma once

#include <cstddef>
#include <string_view>

namespace simulator {

/// Unicode characters; a byte that is not UTF-8 counts as one.
std::size_t characters(std::string_view text);

/// 160 characters of GSM-7 fit one segment, 153 each of several; of ^ { } \ [ ~ ] | € each counts
/// two. One character that GSM-7 does not have turns all to UCS-2: 70, and 67 each of several, an
/// emoji counting two or more. What counts two is never split. An empty text is one segment.
int segments(std::string_view text);

}  // namespace simulator
