// An answer to a question of ours, where more may be understood than in a text that comes by
// itself.
#pragma once

#include <optional>
#include <string_view>

#include "domain/callout/text_command.h"

namespace callout {

/// "2", "2 please", "two", "dos": the option that was chosen, 1 to 9.
std::optional<int> read_choice(std::string_view body);
/// "Monday", "tomorrow", "hoy", "Nov 23": one day and nothing else.
std::optional<DayWords> read_day(std::string_view body);
/// Whether the text begins or ends with that first name, as people sign a shared phone: "Luis: no
/// puedo ir", "calling out sick - Ana".
bool is_signed_by(std::string_view body, std::string_view first_name);

}  // namespace callout
