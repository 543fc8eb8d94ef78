// UNDO: within 15 minutes a call-out is taken back as if it had not been; later the manager is
// asked.
#pragma once

#include "app/take_text.h"
#include "domain/people/person.h"

namespace app {

/// The person's newest live call-out of today or later.
TextOutcome take_back(store::Transaction& tx, const Line& line, const people::Employee& employee,
                      base::Moment now);

}  // namespace app
