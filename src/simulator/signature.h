// X-Twilio-Signature as the provider computes it (twilio.md 2). Written for the simulator alone:
// the server's own check is another piece of code, so that each is the other's test.
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace simulator {

/// Which of its back ends signs: the one of calls drops a port behind https, the one of messages
/// keeps it.
enum class Signer { voice, messaging };

/// HMAC-SHA1 in Base64, 28 characters. `url` as configured, fragment and user included; `params`
/// are those of a POST's form, empty for a GET.
std::string sign(std::string_view token, std::string_view url, const http::Form& params,
                 Signer signer);

}  // namespace simulator
