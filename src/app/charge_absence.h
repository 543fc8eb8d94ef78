// The hours of an absence, taken from the banks of its type: for each working day what the person
// would have worked.
#pragma once

#include <optional>

#include "domain/people/person.h"
#include "store/queries/decisions.h"

namespace app {

/// What it is worth, whether or not it is charged.
std::vector<leave::HoursOfDay> hours_of(store::Transaction& tx,
                                        const store::RequestOnFile& request);

/// Writes the ledger of a request as it stands: nothing unless it is approved and charged. Hours
/// that fall on approved leave are converted by a person, not charged a second time here.
/// `by`: who decided it; nothing where a rule did.
void charge_absence(store::Transaction& tx, store::RequestId id, base::Moment now,
                    std::optional<people::UserId> by = {});

}  // namespace app
