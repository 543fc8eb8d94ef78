// A call on the line: the provider's requests drive callout::next, and what it asks for is done
// here, inside the transaction that also keeps the answer. Everything that product.md promises
// under "A call-out by phone".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "app/line.h"
#include "domain/callout/call_dialog.h"
#include "store/database.h"

namespace app {

/// What the settings say of calls.
struct CallRules {
  bool may_record = true;
  bool asks_employee_number = false;  // PIN_SIGN_IN=employee_number
  std::chrono::seconds longest_recording{120};
};

struct IncomingCall {
  std::string sid;          // the provider's id of the call
  std::string from;         // as the provider says it; may be "anonymous" or empty
  std::string attestation;  // StirVerstat: "TN-Validation-Passed-A"; empty outside the US
  std::optional<base::Moment> began_at = {};  // when it was missed and is read later; unset: now

  /// What "today" in it goes by.
  base::Moment said_at(base::Moment now) const { return began_at.value_or(now); }
};

/// For the channel to put into words.
struct CallAnswer {
  callout::CallState state;
  std::string first_name;  // of whoever is recognised
};

/// The first request of a call. A call that is known already, or that went on without it, is asked
/// its present question again.
CallAnswer begin_call(store::Transaction& tx, const Line& line, const CallRules& rules,
                      const IncomingCall& call, base::Moment now);

/// What the caller did: Keys or MessageLeft. A call that nobody has told us of begins here.
CallAnswer continue_call(store::Transaction& tx, const Line& line, const CallRules& rules,
                         const IncomingCall& call, const callout::CallEvent& event,
                         base::Moment now);

/// The question that a call is at; nothing when the call is not known.
std::optional<CallAnswer> standing_of(store::Transaction& tx, const Line& line,
                                      std::string_view call_sid);

/// The provider's words for a call that has ended: "completed", "busy", "failed", "no-answer",
/// "canceled" (twilio.md 1.6).
bool is_call_over(std::string_view status);

/// The call status callback, in whatever state: only one of a call that is over ends it. One of a
/// call that never reached us leaves its trace, and when its caller is recognised it is an
/// incomplete call like any other.
void note_call_status(store::Transaction& tx, const Line& line, const CallRules& rules,
                      const IncomingCall& call, std::string_view status, base::Moment now);

struct RecordingNews {
  std::string recording_sid;
  std::string call_sid;
  std::string status;         // "completed", "absent", "failed"; empty: the Record action's own
  std::int64_t duration = 0;  // seconds
  std::optional<base::Moment> made_at = {};  // when it was missed and is read later; unset: now
};
/// A recording was heard of, by the Record action or by its status callback, in any order and as
/// often as they come. It completes a call that waits for it, and one that has ended without a
/// call-out, if it holds anything: the provider's own document recorded it when nobody answered
/// here. One of a call that nobody knows raises an alarm and is kept.
void note_recording(store::Transaction& tx, const Line& line, const CallRules& rules,
                    const RecordingNews& news, base::Moment now);

/// Calls whose end nobody told: older than the longest call can be. Returns how many.
int close_forgotten_calls(store::Transaction& tx, const Line& line, const CallRules& rules,
                          base::Moment now);

/// What the provider's transcription says (twilio.md 1.5): kept sealed beside the recording, which
/// stays. It may be the first word of the recording. A second one of the same id changes nothing.
struct TranscriptNews {
  std::string transcription_sid;
  std::string recording_sid;
  std::string call_sid;
  std::string status;  // "completed", "failed"
  std::string text;
};
void note_transcript(store::Transaction& tx, const Line& line, const TranscriptNews& news,
                     base::Moment now);

}  // namespace app
