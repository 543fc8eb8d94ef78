// The dialog's state as it is kept: a small JSON object that later versions can still read or
// refuse.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/callout/call_dialog.h"

namespace store {

std::string write_call_state(const callout::CallState& state);
/// Nothing when it is not what `write_call_state` makes.
std::optional<callout::CallState> read_call_state(std::string_view json);

}  // namespace store
