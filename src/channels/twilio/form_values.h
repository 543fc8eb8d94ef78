// What the provider's forms hold, read with care: whatever is not of its kind is nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.h"

namespace twilio {

/// The provider's ids are opaque: printable, and of 128 characters at most. Also for senders and
/// callers, which may be withheld or garbled. Empty when it is missing or no id.
std::string id_in(const http::Form& form, std::string_view name);

/// 0 when it is missing or no number.
std::int64_t number_in(const http::Form& form, std::string_view name);

/// The keys of a telephone, 32 at most; empty is silence.
std::string keys_in(const http::Form& form);

}  // namespace twilio
