#include "store/queries/recordings.h"

#include <algorithm>
#include <charconv>

#include "store/queries/accounts.h"
#include "store/queries/alarms.h"

namespace store {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr seconds unannounced_wait{30};
constexpr days default_stay{7};
constexpr days longest_stay{36'500};

constexpr Sql insert_recording(R"sql(
  INSERT INTO recordings (recording_sid, call_sid, state, duration, next_attempt_at, created_at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (recording_sid) DO NOTHING RETURNING call_out_id
)sql");

constexpr Sql update_heard_of(R"sql(
  UPDATE recordings SET state = $2, duration = COALESCE($3, duration), next_attempt_at = $4
  WHERE recording_sid = $1
    AND (state = 'announced' OR (state IN ('absent', 'failed') AND $2 = 'ready'))
  RETURNING call_out_id
)sql");

constexpr Sql select_state(R"sql(
  SELECT state FROM recordings WHERE recording_sid = $1
)sql");

constexpr Sql update_call_out_of_call(R"sql(
  UPDATE recordings SET call_out_id = $2 WHERE call_sid = $1
)sql");

constexpr Sql update_call_out(R"sql(
  UPDATE recordings SET call_out_id = $2 WHERE call_out_id = $1
)sql");

constexpr Sql update_first_of_call_out(R"sql(
  UPDATE call_out_records SET
    recording_url = (SELECT '/api/v1/recordings/' || CAST(MIN(r.id) AS TEXT) FROM recordings r
      WHERE r.call_out_id = $1 AND r.state <> 'absent'),
    recording_duration = (SELECT r.duration FROM recordings r
      WHERE r.call_out_id = $1 AND r.state <> 'absent' ORDER BY r.id LIMIT 1)
  WHERE id = $1
)sql");

constexpr Sql select_due(R"sql(
  SELECT id, recording_sid, attempts, created_at FROM recordings
  WHERE state IN ('announced', 'ready') AND next_attempt_at <= $1
  ORDER BY next_attempt_at, id LIMIT $2
)sql");

constexpr Sql select_next_due(R"sql(
  SELECT MIN(next_attempt_at) FROM recordings WHERE state IN ('announced', 'ready')
)sql");

// A kept one's next attempt is to delete it at the provider, not before it has stayed there.
constexpr Sql select_next_deletion(R"sql(
  SELECT MIN(CASE WHEN next_attempt_at > kept_at + $1 THEN next_attempt_at ELSE kept_at + $1 END)
  FROM recordings WHERE state = 'kept' AND deleted_there_at IS NULL
)sql");

constexpr Sql update_kept(R"sql(
  UPDATE recordings SET state = 'kept', content_type = $2, file_name = $3, size = $4,
    duration = COALESCE($5, duration), kept_at = $6, attempts = 0, next_attempt_at = $6,
    waveform = $7
  WHERE id = $1 AND state IN ('announced', 'ready') RETURNING call_out_id
)sql");

constexpr Sql update_absent(R"sql(
  UPDATE recordings SET state = 'absent', duration = 0, next_attempt_at = NULL
  WHERE id = $1 AND state IN ('announced', 'ready') RETURNING call_out_id
)sql");

constexpr Sql update_retry(R"sql(
  UPDATE recordings SET attempts = attempts + 1, next_attempt_at = $2
  WHERE id = $1 AND state IN ('announced', 'ready', 'kept')
)sql");

constexpr Sql update_failed(R"sql(
  UPDATE recordings SET state = 'failed', attempts = attempts + 1, next_attempt_at = NULL
  WHERE id = $1 AND state IN ('announced', 'ready') RETURNING call_out_id
)sql");

constexpr Sql select_deletable(R"sql(
  SELECT id, recording_sid, attempts, created_at FROM recordings
  WHERE state = 'kept' AND deleted_there_at IS NULL AND kept_at <= $2 AND next_attempt_at <= $1
  ORDER BY next_attempt_at, id LIMIT $3
)sql");

constexpr Sql update_deleted_there(R"sql(
  UPDATE recordings SET deleted_there_at = $2, next_attempt_at = NULL WHERE id = $1
)sql");

constexpr Sql select_recording(R"sql(
  SELECT id, call_out_id, state, content_type, file_name, duration FROM recordings WHERE id = $1
)sql");

constexpr Sql select_recordings(R"sql(
  SELECT id, call_out_id, state, content_type, file_name, duration FROM recordings
  WHERE call_out_id = COALESCE((SELECT c.merged_into_id FROM call_out_records c WHERE c.id = $1), $1)
  ORDER BY id
)sql");

constexpr Sql insert_transcript(R"sql(
  INSERT INTO transcripts (recording_id, provider_id, transcript, state, created_at)
  SELECT id, $2, $3, $4, $5 FROM recordings WHERE recording_sid = $1
  ON CONFLICT (provider_id) DO NOTHING
)sql");

RecordingState parse_state(std::string_view code) {
  for (const auto state : {RecordingState::announced, RecordingState::ready, RecordingState::kept,
                           RecordingState::absent, RecordingState::failed}) {
    if (code_of(state) == code) return state;
  }
  return RecordingState::deleted;
}

/// When a recording just heard of is to be fetched.
Value first_attempt(RecordingState state, base::Moment now) {
  if (state == RecordingState::ready) return now;
  if (state == RecordingState::announced) return now + unannounced_wait;
  return {};
}

Value known_duration(std::int64_t duration) {
  return duration > 0 ? Value(duration) : Value();
}

std::vector<WaitingRecording> waiting_of(const Rows& rows) {
  std::vector<WaitingRecording> waiting;
  for (const Row& row : rows) {
    waiting.push_back({.id = row.id<RecordingId>(0),
                       .recording_sid = row.text(1),
                       .attempts = static_cast<int>(row.integer(2)),
                       .created_at = row.moment(3)});
  }
  return waiting;
}

Recording recording_of(const Row& row) {
  return {.id = row.id<RecordingId>(0),
          .call_out = row.maybe_id<CallOutId>(1),
          .state = parse_state(row.text(2)),
          .content_type = row.text_or_empty(3),
          .file_name = row.text_or_empty(4),
          .duration = row.maybe_integer(5).value_or(0)};
}

/// The call-out shows its first recording; `changed` are rows of a recording's call-out.
void show_first(Transaction& tx, const Rows& changed) {
  for (const Row& row : changed) {
    const auto call_out = row.maybe_id<CallOutId>(0);
    if (call_out) tx.run(update_first_of_call_out, {*call_out});
  }
}

void note_lost(Transaction& tx, const Rows& lost, base::Moment now) {
  for (const Row& row : lost) {
    raise_alarm(tx, {.kind = AlarmKind::recording_lost, .call_out = row.maybe_id<CallOutId>(0)},
                now);
  }
}

}  // namespace

std::string_view code_of(RecordingState state) {
  switch (state) {
    case RecordingState::announced: return "announced";
    case RecordingState::ready: return "ready";
    case RecordingState::kept: return "kept";
    case RecordingState::absent: return "absent";
    case RecordingState::failed: return "failed";
    case RecordingState::deleted: return "deleted";
  }
  throw Failure("a recording in no state");
}

bool hear_of_recording(Transaction& tx, const HeardOf& heard, base::Moment now) {
  const auto state = code_of(heard.state);
  const Value duration = known_duration(heard.duration);
  const Value next = first_attempt(heard.state, now);
  const Rows added =
      tx.run(insert_recording, {heard.recording_sid, heard.call_sid, state, duration, next, now});
  Rows changed = added;
  if (added.empty() && heard.state != RecordingState::announced) {
    changed = tx.run(update_heard_of, {heard.recording_sid, state, duration, next});
  }
  show_first(tx, changed);
  if (heard.state == RecordingState::failed) note_lost(tx, changed, now);
  return !added.empty();
}

std::optional<RecordingState> state_of_recording(Transaction& tx, std::string_view recording_sid) {
  const Rows found = tx.run(select_state, {recording_sid});
  if (found.empty()) return {};
  return parse_state(found.front().text(0));
}

void link_recordings(Transaction& tx, std::string_view call_sid, CallOutId call_out) {
  tx.run(update_call_out_of_call, {call_sid, call_out});
  tx.run(update_first_of_call_out, {call_out});
}

void move_recordings(Transaction& tx, CallOutId from, CallOutId to) {
  tx.run(update_call_out, {from, to});
  tx.run(update_first_of_call_out, {from});
  tx.run(update_first_of_call_out, {to});
}

std::vector<WaitingRecording> due_recordings(Transaction& tx, base::Moment now, int limit) {
  return waiting_of(tx.run(select_due, {now, limit}));
}

std::optional<base::Moment> next_recording_due(Transaction& tx) {
  const auto fetch = tx.run(select_next_due).front().maybe_moment(0);
  const auto stay = recordings_stay_there(tx);
  if (!stay) return fetch;
  const auto deletion =
      tx.run(select_next_deletion, {seconds(*stay).count()}).front().maybe_moment(0);
  if (!fetch || !deletion) return fetch ? fetch : deletion;
  return std::min(*fetch, *deletion);
}

void mark_recording_kept(Transaction& tx, RecordingId id, const KeptRecording& kept,
                         base::Moment now) {
  show_first(tx, tx.run(update_kept, {id, kept.content_type, kept.file_name, kept.size,
                                      known_duration(kept.duration), now, kept.waveform}));
}

void mark_recording_absent(Transaction& tx, RecordingId id) {
  show_first(tx, tx.run(update_absent, {id}));
}

void mark_recording_retry(Transaction& tx, RecordingId id, base::Moment next_attempt) {
  tx.run(update_retry, {id, next_attempt});
}

void mark_recording_failed(Transaction& tx, RecordingId id, base::Moment now) {
  note_lost(tx, tx.run(update_failed, {id}), now);
}

std::optional<days> recordings_stay_there(Transaction& tx) {
  const auto value = setting(tx, "recordings_at_provider_days");
  if (!value) return default_stay;
  int count = 0;
  const char* end = value->data() + value->size();
  const auto [rest, error] = std::from_chars(value->data(), end, count);
  const bool is_read = error == std::errc() && rest == end && count >= 0;
  if (!is_read || days(count) > longest_stay) return {};
  return days(count);
}

std::vector<WaitingRecording> deletable_there(Transaction& tx, base::Moment now, int limit) {
  const auto stay = recordings_stay_there(tx);
  if (!stay) return {};
  return waiting_of(tx.run(select_deletable, {now, now - *stay, limit}));
}

void mark_deleted_there(Transaction& tx, RecordingId id, base::Moment now) {
  tx.run(update_deleted_there, {id, now});
}

std::optional<Recording> find_recording(Transaction& tx, RecordingId id) {
  const Rows found = tx.run(select_recording, {id});
  if (found.empty()) return {};
  return recording_of(found.front());
}

std::vector<Recording> recordings_of(Transaction& tx, CallOutId call_out) {
  std::vector<Recording> recordings;
  for (const Row& row : tx.run(select_recordings, {call_out})) {
    recordings.push_back(recording_of(row));
  }
  return recordings;
}

void add_transcript(Transaction& tx, const platform::Vault& vault, std::string_view recording_sid,
                    std::string_view transcription_sid, bool has_succeeded, std::string_view text,
                    base::Moment now) {
  tx.run(insert_transcript,
         {recording_sid, transcription_sid,
          has_succeeded ? Value(vault.seal("transcripts.transcript", text)) : Value(),
          has_succeeded ? "completed" : "failed", now});
}

}  // namespace store
