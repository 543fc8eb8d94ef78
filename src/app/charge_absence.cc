#include "app/charge_absence.h"

#include "store/queries/ledger.h"
#include "store/queries/people.h"

namespace app {

std::vector<leave::HoursOfDay> hours_of(store::Transaction& tx,
                                        const store::RequestOnFile& request) {
  const auto calendar =
      store::work_calendar(tx, request.member, request.days.first, request.days.last);
  return leave::absence_hours(calendar, request.days, request.part);
}

void charge_absence(store::Transaction& tx, store::RequestId id, base::Moment now,
                    std::optional<people::UserId> by) {
  const auto request = store::find_request(tx, id);
  if (!request || !leave::takes_hours(request->state) || request->during) return;
  for (const leave::HoursOfDay& one : hours_of(tx, *request)) {
    // Anew for each day: what the day before took is gone.
    const auto banks = store::banks_of(tx, request->member, request->pto_type);
    store::charge(tx, request->member, id, one.day, leave::draw(one.minutes, banks), now, by);
  }
}

}  // namespace app
