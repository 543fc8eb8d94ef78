// Calls on the line: one row each, with the dialog's state between the provider's requests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/callout/call_dialog.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

struct NewCall {
  std::string sid;
  std::string from;         // as the provider says it
  std::string attestation;  // likewise
  AttemptId attempt;
};
/// Its state is a fresh one until `keep_call_state`.
void add_call(Transaction& tx, const platform::Vault& vault, const NewCall& call, base::Moment now);

struct Call {
  std::string sid;
  std::string from;
  std::string attestation;
  AttemptId attempt;
  std::optional<CallOutId> call_out;  // what it has filed
  int question = 1;
  /// Nothing when another version of the program wrote it, or it does not open: the call begins
  /// anew.
  std::optional<callout::CallState> state;
  bool has_ended = false;
  base::Moment began_at;
};
std::optional<Call> find_call(Transaction& tx, const platform::Vault& vault, std::string_view sid);

void keep_call_state(Transaction& tx, const platform::Vault& vault, std::string_view sid,
                     const callout::CallState& state, std::optional<CallOutId> call_out);
/// The provider's last word, or "forgotten". The first moment stays.
void end_call(Transaction& tx, std::string_view sid, std::string_view status, base::Moment now);
/// Those that began before a moment and whose end nobody told, the oldest first.
std::vector<std::string> forgotten_calls(Transaction& tx, base::Moment began_before, int limit);

}  // namespace store
