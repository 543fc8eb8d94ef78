// What the carrier says of a call's number (STIR/SHAKEN; twilio.md, StirVerstat).
#pragma once

#include <string>
#include <string_view>

namespace callout {

/// "A" of "TN-Validation-Passed-A", "…-A-Diverted"; empty where it vouches for nothing.
std::string attested_as(std::string_view verdict);

}  // namespace callout
