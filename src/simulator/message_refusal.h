// Which messages the API does not take, in the provider's order of checks (twilio.md 5): its test
// numbers, senders that are not the account's, people who have opted out.
#pragma once

#include <optional>
#include <string_view>

#include "simulator/refusal.h"
#include "simulator/world.h"

namespace simulator {

/// "+", then 7 to 15 digits of which the first is not 0.
bool is_phone_number(std::string_view text);

/// When a Create Message form wants its message to leave; nothing: at once. Without a Messaging
/// Service the provider passes a schedule over.
std::optional<Moment> scheduled_for(const http::Form& form);

/// Of a Create Message form; nothing when it is taken.
std::optional<Refusal> refuse_message(const World& world, const http::Form& form);

}  // namespace simulator
