// UNDO: within 15 minutes a call-out is taken back as if it had not been; later the manager is
// told of the wish, once.
#pragma once

#include <optional>

#include "app/take_text.h"
#include "domain/people/person.h"
#include "store/ids.h"

namespace app {

/// The person's newest live call-out of today or later. What is pending or approved is cancelled
/// and its hours come back; a request that was denied stays so.
TextOutcome take_back(store::Transaction& tx, const Line& line, const people::Employee& employee,
                      base::Moment now);

/// What taking a call-out back undoes besides the state of its request: the call-out does not count
/// any more, the hours come back, and what was decided in between is no news. `by`: the manager who
/// does it; nothing where the person does.
void undo_effects(store::Transaction& tx, store::CallOutId call_out,
                  std::optional<store::RequestId> request, base::Moment now,
                  std::optional<people::UserId> by = {});

}  // namespace app
