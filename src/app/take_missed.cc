#include "app/take_missed.h"

#include <algorithm>

#include "app/answer_once.h"
#include "store/queries/alarms.h"
#include "store/queries/attempts.h"
#include "store/queries/calls.h"
#include "store/queries/outbox.h"
#include "store/queries/recordings.h"

namespace app {
namespace {

using store::RecordingState;

bool is_too_late(base::Moment said_at, base::Moment now) {
  return now - said_at > too_late;
}

/// Open, so that it stands on the board.
store::AttemptId leave_trace(store::Transaction& tx, const Line& line,
                             const store::NewAttempt& attempt, base::Moment said_at) {
  return store::add_attempt(tx, line.vault, attempt, said_at);
}

void reply_by_text(store::Transaction& tx, const Line& line, const std::string& to,
                   people::Language language, const std::string& words, base::Moment now) {
  const auto reply = store::enqueue(tx, line.vault,
                                    {.kind = notice::Kind::late_reply,
                                     .channel = notice::Channel::sms,
                                     .user = {},
                                     .address = to,
                                     .language = language,
                                     .facts = {}},
                                    now);
  store::keep_rendering(tx, line.vault, reply, words);
}

LateAnswer take(store::Transaction& tx, const Line& line, const IncomingText& text,
                const WordLateAnswer& word, base::Moment now) {
  if (is_too_late(text.said_at(now), now)) {
    leave_trace(tx, line, attempt_of(text), text.said_at(now));
    return word({.outcome = Silent{}});
  }
  const TextAnswer answer = take_text(tx, line, text, now);
  LateAnswer late = word(answer);
  if (late.words) reply_by_text(tx, line, text.from, answer.language, *late.words, now);
  return late;
}

/// The end of a call that ended more than a day ago, so that a callback of it finds it known.
void leave_trace_of_call(store::Transaction& tx, const Line& line, const MissedCall& missed,
                         base::Moment now) {
  const IncomingCall& call = missed.call;
  const base::Moment began_at = call.said_at(now);
  const auto attempt = leave_trace(
      tx, line, {.channel = "phone", .provider_id = call.sid, .from = call.from, .body = {}},
      began_at);
  store::add_call(tx, line.vault, {call.sid, call.from, call.attestation, attempt}, began_at);
  store::end_call(tx, call.sid, missed.status, now);
  if (missed.recordings.empty()) return;
  store::raise_alarm(tx, {.kind = store::AlarmKind::unclaimed_recording, .attempt = attempt}, now);
}

bool is_final(std::string_view status) {
  return status == "completed" || status == "absent" || status == "failed";
}

/// Not heard of before, or now more than that there is one.
bool is_news(store::Transaction& tx, const RecordingNews& recording) {
  const auto known = store::state_of_recording(tx, recording.recording_sid);
  if (!known) return recording.status != "deleted";
  return *known == RecordingState::announced && is_final(recording.status);
}

}  // namespace

void take_missed_text(store::Transaction& tx, const Line& line, const IncomingText& text,
                      const WordLateAnswer& word, base::Moment now) {
  if (store::is_attempt_known(tx, text.sid)) return;
  answer_once(tx, key_of_text(text.sid), now,
              [&] { return take(tx, line, text, word, now).to_webhook; });
}

void take_missed_call(store::Transaction& tx, const Line& line, const CallRules& rules,
                      const MissedCall& missed, base::Moment now) {
  const auto known = store::find_call(tx, line.vault, missed.call.sid);
  if (!known && is_too_late(missed.call.said_at(now), now)) {
    leave_trace_of_call(tx, line, missed, now);
  } else if (!known || !known->has_ended) {
    note_call_status(tx, line, rules, missed.call, missed.status, now);
  }
  // They undo, in this same transaction, what the end alone would have said of the call.
  for (const RecordingNews& recording : missed.recordings) {
    if (is_news(tx, recording)) note_recording(tx, line, rules, recording, now);
  }
}

bool is_call_missed(store::Transaction& tx, const Line& line, const MissedCall& missed) {
  const auto known = store::find_call(tx, line.vault, missed.call.sid);
  if (!known || !known->has_ended) return true;
  return std::ranges::any_of(
      missed.recordings, [&](const RecordingNews& recording) { return is_news(tx, recording); });
}

}  // namespace app
