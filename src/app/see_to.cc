#include "app/see_to.h"

#include <optional>

#include "store/queries/access.h"
#include "store/queries/alarms.h"
#include "store/queries/attempts.h"
#include "store/queries/audit.h"

namespace app {
namespace {

store::Access access_to_attempt(store::Transaction& tx, const Line& line, people::UserId user,
                                store::AttemptId id, base::Day today) {
  const auto attempt = store::find_attempt(tx, line.vault, id);
  if (!attempt) return {};
  return attempt->member ? store::access_to(tx, user, *attempt->member)
                         : store::access_to_unverified(tx, user, today);
}

store::Access access_to_alarm(store::Transaction& tx, const Line& line, people::UserId user,
                              const store::AlarmOnFile& alarm, base::Day today) {
  if (alarm.is_unheard && store::is_administrator(tx, user)) {
    return {.may_see = true, .may_read = false, .may_decide = true};
  }
  if (alarm.call_out) return store::access_to_call_out(tx, user, *alarm.call_out, today);
  if (alarm.attempt) return access_to_attempt(tx, line, user, *alarm.attempt, today);
  const bool may = store::sees_to_installation(tx, user);
  return {.may_see = may, .may_read = may, .may_decide = may};
}

void put_on_record(store::Transaction& tx, const Actor& by, const std::string& action,
                   const std::string& subject, std::int64_t id, base::Moment now) {
  store::append_audit(tx,
                      {.actor = by.name,
                       .actor_user = by.user,
                       .action = action,
                       .subject = subject,
                       .subject_id = id,
                       .detail = {}},
                      now);
}

}  // namespace

SeenToOutcome close_attempt(store::Transaction& tx, const Line& line, const Actor& by,
                            store::AttemptId id, base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, now).day;
  const store::Access access = access_to_attempt(tx, line, by.user, id, today);
  if (!access.may_see) return NotThere{};
  if (!access.may_decide) return NotYours{};
  if (store::see_to_attempt(tx, id, now))
    put_on_record(tx, by, "attempt seen to", "attempts", id.value(), now);
  return SeenTo{};
}

SeenToOutcome close_alarm(store::Transaction& tx, const Line& line, const Actor& by,
                          std::int64_t id, base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, now).day;
  const auto alarm = store::find_alarm(tx, id);
  if (!alarm) return NotThere{};
  const store::Access access = access_to_alarm(tx, line, by.user, *alarm, today);
  if (!access.may_see) return NotThere{};
  if (!access.may_decide) return NotYours{};
  if (store::close_alarm(tx, id, by.user, now))
    put_on_record(tx, by, "alarm seen to", "alarms", id, now);
  return SeenTo{};
}

}  // namespace app
