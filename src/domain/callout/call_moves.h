// The moves that a call's dialog is made of. Each changes where the call stands and says what is to
// be done.
#pragma once

#include "domain/callout/call_dialog.h"

namespace callout {

/// On to another question.
CallAct ask(CallState& call, CallStep step, Cue cue);
/// For an event that does not fit: what the call waits for, once more.
CallAct stay(const CallState& call);

/// Neither found nor asked yet: the dialog has to know which day it is about.
bool waits_for_day(const CallState& call);
/// The sign-in is over, with or without a name for the caller.
CallAct find_day(CallState& call);
/// Of the two that were offered.
base::Day likelier_day(const CallState& call);
CallAct settle_day(CallState& call, base::Day day, Cue cue);

CallAct go_on_without_sign_in(CallState& call);
/// A try that failed: the next one, or on without.
CallAct fail_sign_in(CallState& call, Cue cue);

/// Records the absence; `then` is asked after it.
CallAct file(CallState& call, CallStep then);

/// What the caller keyed at the question of `call.step`; empty is silence.
CallAct take_keys(CallState& call, std::string_view digits);

}  // namespace callout
