// An unverified call-out is nobody's: a wrong number, a prank. It stays on record as rejected.
#pragma once

#include <variant>

#include "app/actor.h"
#include "app/line.h"
#include "app/standing.h"
#include "store/database.h"
#include "store/ids.h"

namespace app {

struct Rejected {};
using RejectionOutcome = std::variant<Rejected, NotPossibleNow, NotYours, NotThere>;

/// Nobody is asked about it any more, those who were hear that it is settled, and what stood on the
/// board about it is seen to. Of two at once exactly one is Rejected.
RejectionOutcome reject_call_out(store::Transaction& tx, const Line& line, const Actor& by,
                                 store::CallOutId id, base::Moment now);

}  // namespace app
