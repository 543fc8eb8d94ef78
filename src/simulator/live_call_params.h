// What the provider's webhooks about a call say (twilio.md 1.1 to 1.6).
#pragma once

#include <string>

#include "http/message.h"
#include "simulator/world.h"

namespace simulator {

/// The set that goes along with every document that is asked for, and with the call's status.
http::Form standard_params(const Account& account, const CallRecord& call);
/// What the first request of an incoming call has besides.
http::Form call_token(const Random& random);
/// Of a call status callback, besides the standard set; of a call that has ended its duration too.
http::Form progress_params(const CallRecord& call, Moment now, int sequence_number);
/// Of a recording's status callback, whole: the standard set does not go along.
http::Form recording_params(const World& world, const Recording& recording,
                            const std::string& status);
/// Of a transcription that has ended so, besides the standard set.
http::Form transcription_params(const World& world, const Recording& recording,
                                const Transcription& ended, const std::string& callback);

/// Where the provider says that a recording lies; without extension.
std::string recording_url(const World& world, const std::string& recording_sid);
/// Whole seconds, half a second counts as one.
std::string seconds_of(milliseconds length);
/// "Mon, 03 Jul 2023 21:45:28 +0000"
std::string rfc2822(Moment moment);

void append(http::Form& form, const http::Form& more);

}  // namespace simulator
