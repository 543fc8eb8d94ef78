// What the provider says of its error codes (twilio.md 5).
#pragma once

#include <string>

namespace simulator {

/// "Error 12345" for one that is not in the table.
std::string error_words(int code);

}  // namespace simulator
