// What the provider's requests of a call say, and under which keys their answers are kept
// (twilio.md 4): an event has one key whatever way it comes, so that it happens once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/take_call.h"
#include "http/message.h"

namespace twilio {

app::IncomingCall call_in(const http::Form& form);
/// The end of a recording: the Record action, or what follows when nothing was said and none came.
callout::MessageLeft message_in(const http::Form& form);
/// Of the Record action or its status callback; nothing without a recording's id.
std::optional<app::RecordingNews> recording_in(const http::Form& form);
app::TranscriptNews transcript_in(const http::Form& form);

/// "question=3" is 3; anything else is 0, which no question has.
int question_in(std::string_view query);

/// The page and query that a fallback is about, from its ErrorUrl: whatever the host says, and
/// whatever stands before our own pages. Nothing when it is none of them.
struct FailedRequest {
  std::string page;   // "record"
  std::string query;  // "question=3"
  friend bool operator==(const FailedRequest&, const FailedRequest&) = default;
};
std::optional<FailedRequest> failed_request_in(const http::Form& form);

std::string key_of_call(const app::IncomingCall& call);
std::string key_of_answer(const app::IncomingCall& call, int question);
std::string key_of_message(const app::IncomingCall& call, const app::RecordingNews& recording);
std::string key_of_recording(const app::RecordingNews& recording);
std::string key_of_transcript(const app::TranscriptNews& transcript);
std::string key_of_status(const http::Form& form);

}  // namespace twilio
