// What the line texts back: one sentence for each outcome, in the sender's language, one GSM-7
// segment.
#pragma once

#include <optional>
#include <string>

#include "app/take_text.h"
#include "text/catalogue.h"

namespace twilio {

/// Nothing: no reply is sent.
std::optional<std::string> reply_to(const text::Catalogue& catalogue,
                                    const app::TextAnswer& answer);

}  // namespace twilio
