#include "app/reject_call_out.h"

#include "app/tell_settled.h"
#include "store/queries/access.h"
#include "store/queries/alarms.h"
#include "store/queries/assignments.h"
#include "store/queries/audit.h"
#include "store/queries/outbox.h"

namespace app {

RejectionOutcome reject_call_out(store::Transaction& tx, const Line& line, const Actor& by,
                                 store::CallOutId id, base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, now).day;
  const store::Access access = store::access_to_call_out(tx, by.user, id, today);
  if (!access.may_see) return NotThere{};
  if (!access.may_decide) return NotYours{};
  if (const auto past = past_assigning(tx, id)) return *past;
  if (!store::reject_call_out(tx, id, now))
    return past_assigning(tx, id).value_or(NotPossibleNow{});
  store::drop_waiting(tx, id, now);
  store::close_alarms_of(tx, id, by.user, now);
  store::append_audit(tx,
                      {.actor = by.name,
                       .actor_user = by.user,
                       .action = "call-out rejected",
                       .subject = "call_out_records",
                       .subject_id = id.value(),
                       .detail = {}},
                      now);
  tell_settled(tx, line, store::find_call_out(tx, id).value(), by, {}, now);
  return Rejected{};
}

}  // namespace app
