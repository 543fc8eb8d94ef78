// A call's events and moves in words, so that the tests of the dialog read as what happens.
#pragma once

#include <string>
#include <string_view>

#include "domain/callout/call_dialog.h"

namespace callout {

inline constexpr base::Day monday{std::chrono::days(20780)};  // 2026-11-23
inline constexpr base::Day tuesday{std::chrono::days(20781)};

/// "keys 1234", "message hangup", "recording", "accepted" …; "-" is silence.
CallEvent event_of(std::string_view words);
/// "check PIN", "file unverified" …
std::string words_for(const CallAct& act);
/// "ask | pin silence 1": the act; step, cue and tries after it.
std::string words_for(const CallMove& move);

}  // namespace callout
