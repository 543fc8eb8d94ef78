// A manager or HR says whose an unverified call-out is. From then on it is an ordinary one of that
// person, with its request, receipt and notices; if they have one of that day already, what it says
// is added to that.
#pragma once

#include <variant>

#include "app/actor.h"
#include "app/line.h"
#include "app/standing.h"
#include "base/result.h"
#include "domain/people/person.h"
#include "store/database.h"
#include "store/ids.h"

namespace app {

enum class UsedNumber {
  leave,
  add  // becomes one of the person's
};
struct AssignmentMade {
  store::CallOutId call_out;
  people::MemberId member;
  UsedNumber number = UsedNumber::leave;
};

struct Assigned {
  store::CallOutId call_out;  // where its words are now: itself, or the one it was merged into
};
/// The Problem names `member_id` (nobody whom the assigner answers for) or `add_number`.
using AssignmentOutcome = std::variant<Assigned, NotPossibleNow, NotYours, NotThere, base::Problem>;

/// Of two at once exactly one is Assigned.
AssignmentOutcome assign_call_out(store::Transaction& tx, const Line& line, const Actor& assigner,
                                  const AssignmentMade& made, base::Moment now);

}  // namespace app
