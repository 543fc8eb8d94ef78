// A call-out with everything about it: what was said, what reached whom, what became of it. Who may
// see it is asked before (access_to_call_out); here nothing is held back but words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/vault.h"
#include "store/queries/attempts_seen.h"
#include "store/queries/entry_row.h"
#include "store/queries/recordings.h"

namespace store {

struct LaterMessage {
  base::Moment at;
  std::string message;  // empty: sealed, or nothing but a recording
};
struct Transcript {
  std::string text;
  std::optional<std::int64_t> confidence_percent;
};
struct RecordingSeen {
  RecordingId id;
  RecordingState state = RecordingState::announced;
  std::optional<std::int64_t> duration;  // seconds
  base::Bytes waveform;                  // empty: can't be told, or the words are sealed
  std::optional<Transcript> transcript;
};

struct CallOutDetails {
  enum class State { live, taken_back, rejected, merged };
  CallOutId id;
  std::int64_t receipt_number = 0;
  std::optional<RequestId> request;
  std::optional<PersonSeen> person;  // of the one that it was added to, where it was
  base::Day day;
  State state = State::live;
  std::string source;
  std::string phone_number_used;  // E.164; empty: withheld
  bool is_verified = false;
  std::string authentication_method;
  std::string attestation;  // "A", "B" or "C"; else empty
  base::Moment received_at;
  std::optional<Acknowledged> acknowledged;
  std::string claimed_name;
  std::string message;
  std::vector<LaterMessage> more_messages;  // oldest first
  std::vector<RecordingSeen> recordings;    // oldest first
  bool has_words = false;                   // or sound: something that can be withheld
  std::optional<CallOutId> merged_into;
};
std::string_view code_of(CallOutDetails::State state);

/// With `Words::sealed` nothing that was said is opened.
std::optional<CallOutDetails> read_call_out(Transaction& tx, const platform::Vault& vault,
                                            CallOutId id, Words words);

/// The call-out of a request, if it came as one.
std::optional<CallOutId> call_out_of_request(Transaction& tx, RequestId request);

}  // namespace store
