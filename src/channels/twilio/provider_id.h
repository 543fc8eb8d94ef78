// The provider's ids, before they become part of a path or a key.
#pragma once

#include <string_view>

namespace twilio {

/// Letters, digits, '-' and '_' only (other providers' ids are UUIDs), 128 at most, so that an id
/// can't name another path.
bool is_provider_id(std::string_view text);

}  // namespace twilio
