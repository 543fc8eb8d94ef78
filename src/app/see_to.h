// What stands on the board because it needs somebody: that somebody has seen to it.
#pragma once

#include <cstdint>
#include <variant>

#include "app/actor.h"
#include "app/line.h"
#include "app/standing.h"
#include "store/database.h"
#include "store/ids.h"

namespace app {

struct SeenTo {};
using SeenToOutcome = std::variant<SeenTo, NotYours, NotThere>;

/// By whoever decides about its person; where nobody is known, about unverified call-outs. Harmless
/// once more.
SeenToOutcome close_attempt(store::Transaction& tx, const Line& line, const Actor& by,
                            store::AttemptId id, base::Moment now);

/// The same; one about no call-out and no attempt by any manager, HR or administrator.
SeenToOutcome close_alarm(store::Transaction& tx, const Line& line, const Actor& by,
                          std::int64_t id, base::Moment now);

}  // namespace app
