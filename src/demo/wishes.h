// Leave that the demo's people asked for: some of it taken, some still to come, some denied, the
// newest not decided yet.
#pragma once

#include <string>

#include "demo/life.h"
#include "demo/managers.h"
#include "demo/residents.h"
#include "store/queries/demo_leave.h"

namespace demo {

class Wishes {
 public:
  Wishes(Life& life, Residents& residents, Managers& managers)
      : life_(life), residents_(residents), managers_(managers) {}

  /// One to three of each, for days within the range.
  void plan(base::DayRange range);
  /// A whole working week that is granted, asked for three weeks before. The Monday's week.
  void plan_granted_week(Resident& resident, base::Day monday);

 private:
  void plan_one(Resident& resident, base::DayRange range);
  void ask(Resident& resident, const store::LeaveOfTheDemo& wish, base::Moment when);
  store::RequestId put_on_file(const Resident& resident, const store::LeaveOfTheDemo& wish);
  void give_up(const Resident& resident, store::RequestId request);
  store::LeaveOfTheDemo half_a_day(const Resident& resident, base::Day day);
  std::string reason_of(const Resident& resident, bool is_short);
  bool is_free(const Resident& resident, base::DayRange days) const;

  Life& life_;
  Residents& residents_;
  Managers& managers_;
};

}  // namespace demo
