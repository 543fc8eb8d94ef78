// Recordings of calls: heard of by the provider's callbacks in any order, fetched later, kept
// encrypted in the data folder, heard by those who may and each listen logged.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

/// announced: the Record action named it, the file may not be there yet · ready: the provider says
/// so · kept: ours · absent: there was nothing to keep · failed: given up · deleted: ours is gone.
enum class RecordingState { announced, ready, kept, absent, failed, deleted };
std::string_view code_of(RecordingState state);

struct HeardOf {
  std::string recording_sid;
  std::string call_sid;
  RecordingState state = RecordingState::announced;  // announced, ready, absent or failed
  std::int64_t duration = 0;                         // seconds; 0: not said
};
/// One row a recording, whatever comes first or twice; a state moves only forward (announced, then
/// ready or absent or failed, then kept), but what was absent or given up and is said to be ready
/// after all is fetched. An announced one is fetched 30 s later in case that nobody says it is
/// ready, a ready one at once; a failed one is an alarm. True when this is the first word of the
/// recording.
bool hear_of_recording(Transaction& tx, const HeardOf& heard, base::Moment now);
/// What has been heard of it so far; nothing when it is not known.
std::optional<RecordingState> state_of_recording(Transaction& tx, std::string_view recording_sid);
/// All recordings of the call belong to that call-out; its own `recording_url`
/// ("/api/v1/recordings/{id}") and duration are those of the first that is not absent.
void link_recordings(Transaction& tx, std::string_view call_sid, CallOutId call_out);
/// All recordings of one call-out become those of another.
void move_recordings(Transaction& tx, CallOutId from, CallOutId to);

struct WaitingRecording {
  RecordingId id;
  std::string recording_sid;
  int attempts = 0;
  base::Moment created_at;
};
std::vector<WaitingRecording> due_recordings(Transaction& tx, base::Moment now, int limit);
/// Also counts those that wait to be deleted at the provider.
std::optional<base::Moment> next_recording_due(Transaction& tx);

struct KeptRecording {
  std::string content_type;   // "audio/wav"
  std::string file_name;      // inside <data>/recordings
  std::int64_t size = 0;      // bytes, before it was sealed
  std::int64_t duration = 0;  // seconds, as the file says
  /// How loud each of 100 equal parts is, 0 to 100, one byte each; nothing where it can't be told.
  std::optional<base::Bytes> waveform = {};
};
void mark_recording_kept(Transaction& tx, RecordingId id, const KeptRecording& kept,
                         base::Moment now);
/// There was nothing to keep.
void mark_recording_absent(Transaction& tx, RecordingId id);
/// One more try came to nothing, be it to fetch or to delete at the provider.
void mark_recording_retry(Transaction& tx, RecordingId id, base::Moment next_attempt);
/// Given up. An alarm says so, since somebody waits for it.
void mark_recording_failed(Transaction& tx, RecordingId id, base::Moment now);

/// How long the provider's copy stays once ours is kept: the setting "recordings_at_provider_days",
/// 7 where it is unset. Nothing: for ever, because it says "never" or can't be read.
std::optional<std::chrono::days> recordings_stay_there(Transaction& tx);
/// Kept here for so long that the provider's copy may go, and due for a try.
std::vector<WaitingRecording> deletable_there(Transaction& tx, base::Moment now, int limit);
void mark_deleted_there(Transaction& tx, RecordingId id, base::Moment now);

struct Recording {
  RecordingId id;
  std::optional<CallOutId> call_out;
  RecordingState state = RecordingState::announced;
  std::string content_type;
  std::string file_name;
  std::int64_t duration = 0;
};
std::optional<Recording> find_recording(Transaction& tx, RecordingId id);
/// Those of the call-out that it was added to, for one that was: a link in a mail still leads to
/// them.
std::vector<Recording> recordings_of(Transaction& tx, CallOutId call_out);

/// May that user hear the recordings of the call-out now? Their own; a manager whose scope holds
/// the absent person's team or position, unless the team's reasons are for HR only; HR, of an
/// isolated team only when named in its scope. An unverified call-out's: HR, and where there is no
/// HR every manager (as store::candidates_for_unknown). An inactive user never.
bool may_hear(Transaction& tx, people::UserId user, CallOutId call_out, base::Day today);

enum class HeardBy { session, link };
std::string_view code_of(HeardBy by);
/// Who listened, once a listening: a player asks for the same recording in many parts, so what one
/// person fetches within ten minutes is one.
void log_listen(Transaction& tx, RecordingId id, people::UserId user, HeardBy by, base::Moment now);

/// HR may switch the links in mails off (setting "recording_links"), and take back all that were
/// made before a moment (setting "recording_links_since").
struct ListenLinkRules {
  bool is_on = true;
  base::Moment valid_since{};  // a link made earlier is void
};
ListenLinkRules listen_link_rules(Transaction& tx);

/// The provider's transcript of a recording (twilio.md 1.5), sealed. The same id twice is one.
void add_transcript(Transaction& tx, const platform::Vault& vault, std::string_view recording_sid,
                    std::string_view transcription_sid, bool has_succeeded, std::string_view text,
                    base::Moment now);

}  // namespace store
