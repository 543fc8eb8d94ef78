// The words of a call: why the question is asked now, then the question. Nothing is said to be
// recorded before it is, and nothing that was keyed is said at all.
#pragma once

#include "channels/twilio/call_documents.h"
#include "channels/twilio/voice_document.h"

namespace twilio {

/// One entry for each change of voice.
Speech call_speech(const text::Catalogue& catalogue, const CallWords& words,
                   const app::CallAnswer& answer);

}  // namespace twilio
