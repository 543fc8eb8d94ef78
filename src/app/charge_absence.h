// The hours of an absence, taken from the banks of its type: for each working day what the person
// would have worked. A day is charged once, however many requests hold it.
#pragma once

#include <optional>

#include "domain/people/person.h"
#include "store/queries/decisions.h"

namespace app {

/// What is taken for a request: once it is charged, what the ledger says; before, what charging it
/// now would take. Without what other requests have taken for the same days, and nothing for a
/// call-out on approved leave: a person converts those hours.
base::Minutes minutes_taken(store::Transaction& tx, const store::RequestOnFile& request);

/// Writes the ledger of a request as it stands: nothing unless it is approved and charged.
/// `by`: who decided it; nothing where a rule did.
void charge_absence(store::Transaction& tx, store::RequestId id, base::Moment now,
                    std::optional<people::UserId> by = {});

}  // namespace app
