// A manager or HR decides about a request: approve, deny with a reason, charge or not
// charge, take a call-out back for the employee. The
// employee is told by mail, or by text where no mail reaches them; the ledger follows.
#pragma once

#include <string>
#include <variant>

#include "app/actor.h"
#include "app/line.h"
#include "app/standing.h"
#include "base/result.h"
#include "domain/leave/decision.h"
#include "store/database.h"
#include "store/ids.h"

namespace app {

struct DecisionMade {
  store::RequestId request;
  std::int64_t made_on = 0;  // the version of the request that the decider saw
  leave::Decision decision = leave::Decision::approve;
  std::string reason = {};  // of a denial; the employee reads it
};

struct Decided {};
/// The request is not any more what the decider saw; nothing has happened.
struct DecidedMeanwhile {
  std::string by;  // empty: the line, or the employee by it
  base::Moment at;
};
/// The Problem names what is wrong with the decision itself: a denial without a reason.
using DecisionOutcome =
    std::variant<Decided, DecidedMeanwhile, NotPossibleNow, NotYours, NotThere, base::Problem>;

/// Of two at once exactly one is Decided.
DecisionOutcome decide_request(store::Transaction& tx, const Line& line, const Actor& decider,
                               const DecisionMade& made, base::Moment now);

}  // namespace app
