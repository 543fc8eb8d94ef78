#include "store/queries/call_out_details.h"

#include <algorithm>
#include <array>

#include "domain/callout/attestation.h"

namespace store {
namespace {

using State = CallOutDetails::State;

constexpr std::string_view message_place = "call_out_records.message_text";
constexpr std::string_view attached_place = "call_out_messages.message_text";
constexpr std::string_view name_place = "call_out_records.claimed_name";
constexpr std::string_view transcript_place = "transcripts.transcript";

constexpr Sql select_call_out(R"sql(
  SELECT c.receipt_number, c.pto_request_id, m.id, u.name, p.name, t.name, c.day, c.withdrawn_at,
    c.rejected_at, c.merged_into_id, c.source, c.phone_number_used, c.verified,
    c.authentication_method, k.attestation, c.created_at, c.acknowledged_at,
    COALESCE(seer.name, c.acknowledged_as), c.claimed_name_sealed, c.message_text
  FROM call_out_records c
  LEFT JOIN call_out_records target ON target.id = c.merged_into_id
  LEFT JOIN team_members m ON m.id = COALESCE(c.member_id, target.member_id)
  LEFT JOIN users u ON u.id = m.user_id
  LEFT JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  LEFT JOIN calls k ON k.call_sid = c.call_sid
  LEFT JOIN users seer ON seer.id = c.acknowledged_by
  WHERE c.id = $1
)sql");

constexpr Sql select_messages(R"sql(
  SELECT created_at, message_text FROM call_out_messages WHERE call_out_id = $1
  ORDER BY created_at, id
)sql");

constexpr Sql select_recordings(R"sql(
  SELECT r.id, r.state, r.duration, r.waveform, s.transcript, s.confidence_percent
  FROM recordings r
  LEFT JOIN transcripts s ON s.id = (
    SELECT MAX(x.id) FROM transcripts x WHERE x.recording_id = r.id AND x.state = 'completed')
  WHERE r.call_out_id = $1 ORDER BY r.id
)sql");

constexpr Sql select_of_request(R"sql(
  SELECT MAX(id) FROM call_out_records WHERE pto_request_id = $1 AND merged_into_id IS NULL
)sql");

class Opening {
 public:
  Opening(const platform::Vault& vault, Words words) : vault_(vault), words_(words) {}

  std::string operator()(std::string_view place, const std::optional<base::Bytes>& sealed) const {
    if (!sealed || words_ == Words::sealed) return {};
    return vault_.open(place, *sealed).value_or(std::string());
  }
  bool is_open() const { return words_ == Words::opened; }

 private:
  const platform::Vault& vault_;
  Words words_;
};

bool holds_words(const std::optional<base::Bytes>& sealed) {
  return sealed && sealed->size() >= least_sealed_words;
}

State state_of(const Row& row) {
  if (!row.is_null(9)) return State::merged;
  if (!row.is_null(8)) return State::rejected;
  return row.is_null(7) ? State::live : State::taken_back;
}

/// Nothing but what the contract knows.
std::string attestation_of(const std::string& verdict) {
  std::string level = callout::attested_as(verdict);
  const bool is_known = level == "A" || level == "B" || level == "C";
  return is_known ? level : std::string();
}

RecordingState recording_state_of(const std::string& code) {
  constexpr std::array states = {RecordingState::announced, RecordingState::ready,
                                 RecordingState::kept,      RecordingState::absent,
                                 RecordingState::failed,    RecordingState::deleted};
  const auto found =
      std::ranges::find_if(states, [&](RecordingState state) { return code_of(state) == code; });
  if (found == states.end()) throw Failure("a recording in a state that is not known");
  return *found;
}

RecordingSeen recording_of(const Row& row, const Opening& open) {
  RecordingSeen recording;
  recording.id = row.id<RecordingId>(0);
  recording.state = recording_state_of(row.text(1));
  recording.duration = row.maybe_integer(2);
  if (!open.is_open()) return recording;
  recording.waveform = row.maybe_bytes(3).value_or(base::Bytes());
  if (!row.is_null(4)) {
    recording.transcript =
        Transcript{open(transcript_place, row.maybe_bytes(4)), row.maybe_integer(5)};
  }
  return recording;
}

void add_later(Transaction& tx, const Opening& open, CallOutDetails& details) {
  for (const Row& row : tx.run(select_messages, {details.id})) {
    const auto sealed = row.maybe_bytes(1);
    details.has_words = details.has_words || holds_words(sealed);
    details.more_messages.push_back({row.moment(0), open(attached_place, sealed)});
  }
  for (const Row& row : tx.run(select_recordings, {details.id})) {
    details.recordings.push_back(recording_of(row, open));
    details.has_words = details.has_words || !row.is_null(4) ||
                        details.recordings.back().state == RecordingState::kept;
  }
}

CallOutDetails details_of(CallOutId id, const Row& row, const Opening& open) {
  CallOutDetails details;
  details.id = id;
  details.receipt_number = row.integer(0);
  details.request = row.maybe_id<RequestId>(1);
  details.person = person_at(row, 2);
  details.day = row.day(6);
  details.state = state_of(row);
  details.merged_into = row.maybe_id<CallOutId>(9);
  details.source = row.text(10);
  details.phone_number_used = shown_number(row.text_or_empty(11));
  details.is_verified = row.flag(12);
  details.authentication_method = row.text(13);
  details.attestation = attestation_of(row.text_or_empty(14));
  details.received_at = row.moment(15);
  if (!row.is_null(16)) details.acknowledged = Acknowledged{row.text_or_empty(17), row.moment(16)};
  details.claimed_name = open(name_place, row.maybe_bytes(18));
  details.message = open(message_place, row.maybe_bytes(19));
  details.has_words = holds_words(row.maybe_bytes(18)) || holds_words(row.maybe_bytes(19));
  return details;
}

}  // namespace

std::string_view code_of(State state) {
  switch (state) {
    case State::live: return "live";
    case State::taken_back: return "taken_back";
    case State::rejected: return "rejected";
    case State::merged: return "merged";
  }
  throw Failure("a call-out in no state");
}

std::optional<CallOutDetails> read_call_out(Transaction& tx, const platform::Vault& vault,
                                            CallOutId id, Words words) {
  const Rows found = tx.run(select_call_out, {id});
  if (found.empty()) return {};
  const Opening open(vault, words);
  CallOutDetails details = details_of(id, found.front(), open);
  add_later(tx, open, details);
  return details;
}

std::optional<CallOutId> call_out_of_request(Transaction& tx, RequestId request) {
  return tx.run(select_of_request, {request}).front().maybe_id<CallOutId>(0);
}

}  // namespace store
