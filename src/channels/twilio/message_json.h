// Reads the provider's JSON about messages: hostile input like any other.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "channels/twilio/rest_client.h"

namespace twilio {

/// Nothing when it is not JSON or has no sid.
std::optional<SentMessage> read_message(std::string_view json);
/// The `messages` of a list; those without a sid are passed over. Nothing when it is no such list.
std::optional<std::vector<SentMessage>> read_messages(std::string_view json);
/// `code` of an error body; 0 when there is none.
int error_code_of(std::string_view json);
/// "Thu, 24 Aug 2023 05:01:45 +0000" (RFC 2822, always UTC here).
std::optional<base::Moment> parse_rfc2822(std::string_view text);

}  // namespace twilio
