#include "app/charge_absence.h"

#include "store/queries/ledger.h"
#include "store/queries/people.h"

namespace app {
namespace {

std::vector<leave::HoursOfDay> hours_left(store::Transaction& tx,
                                          const store::RequestOnFile& request) {
  if (request.during) return {};
  const auto calendar =
      store::work_calendar(tx, request.member, request.days.first, request.days.last);
  auto hours = leave::absence_hours(calendar, request.days, request.part);
  for (leave::HoursOfDay& one : hours) {
    const auto taken = store::taken_by_others(tx, request.member, request.id, one.day);
    one.minutes = leave::left_of(calendar, one, taken);
  }
  return hours;
}

}  // namespace

base::Minutes minutes_taken(store::Transaction& tx, const store::RequestOnFile& request) {
  if (leave::takes_hours(request.state)) return store::taken_by(tx, request.id);
  return leave::total(hours_left(tx, request));
}

void charge_absence(store::Transaction& tx, store::RequestId id, base::Moment now,
                    std::optional<people::UserId> by) {
  const auto request = store::find_request(tx, id);
  if (!request || !leave::takes_hours(request->state)) return;
  for (const leave::HoursOfDay& one : hours_left(tx, *request)) {
    // Anew for each day: what the day before took is gone.
    const auto banks = store::banks_of(tx, request->member, request->pto_type);
    store::charge(tx, request->member, id, one.day, leave::draw(one.minutes, banks), now, by);
  }
}

}  // namespace app
