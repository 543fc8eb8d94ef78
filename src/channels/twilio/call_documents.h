// What the line says on the telephone: the question that a call is at, as a document of
// instructions (TwiML; twilio.md 3). Every path ends in words and a next step, none in silence.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "app/take_call.h"
#include "text/catalogue.h"

namespace twilio {

struct CallWords {
  std::string organization;  // "Example Clinic"
  std::size_t pin_length = 4;
  std::chrono::seconds longest_recording{120};
};

/// The document for `answer.state`: its cue, then its question. Actions are our own paths, with the
/// question's number in the query and nothing personal:
///   keys of pin and employee_number        /twilio/voice/authenticate-pin?question=N
///   keys of day, reason, category, callback  /twilio/voice/record?question=N
///   the end of a recording                 /twilio/voice/process-recording?question=N
/// Silence goes to the same URL by a Redirect, without Digits.
std::string call_document(const text::Catalogue& catalogue, const CallWords& words,
                          const app::CallAnswer& answer);

/// "One moment, please", then the first request again: for an overload on the first request only,
/// never stored.
std::string one_moment_document(const text::Catalogue& catalogue);

}  // namespace twilio
