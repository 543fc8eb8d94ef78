#include "app/standing.h"

#include "store/queries/assignments.h"

namespace app {
namespace {

using store::CallOutState;

std::string name_of(CallOutState state) {
  switch (state) {
    case CallOutState::unverified: return "unverified";
    case CallOutState::live: return "assigned";
    case CallOutState::taken_back: return "taken back";
    case CallOutState::rejected: return "rejected";
    case CallOutState::merged: return "merged";
  }
  return {};
}

NotPossibleNow standing_at(store::Transaction& tx, store::CallOutId id, CallOutState state) {
  NotPossibleNow now_is{.state = name_of(state)};
  if (const auto hand = store::last_hand(tx, id)) {
    now_is.by = hand->by;
    now_is.at = hand->at;
  }
  return now_is;
}

}  // namespace

std::optional<NotPossibleNow> past_deciding(store::Transaction& tx, store::CallOutId id) {
  const auto state = store::state_of_call_out(tx, id);
  if (!state || *state == CallOutState::unverified || *state == CallOutState::live) return {};
  return standing_at(tx, id, *state);
}

std::optional<NotPossibleNow> past_assigning(store::Transaction& tx, store::CallOutId id) {
  const auto state = store::state_of_call_out(tx, id);
  if (!state || *state == CallOutState::unverified) return {};
  return standing_at(tx, id, *state);
}

}  // namespace app
