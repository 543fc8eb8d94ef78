#include "demo/history.h"

#include <algorithm>
#include <vector>

#include "demo/absences.h"
#include "demo/life.h"
#include "demo/managers.h"
#include "demo/oddities.h"
#include "demo/residents.h"
#include "demo/telephone.h"
#include "demo/wishes.h"
#include "store/queries/call_outs.h"
#include "store/queries/demo_leave.h"

namespace demo {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr days leave_is_planned{60};
constexpr const char* a_strangers_telephone = "+15550100177";

class History {
 public:
  History(store::Transaction& tx, const Parts& parts)
      : life_(tx, parts),
        last_(life_.last_day()),
        first_(last_ - history_days + days(1)),
        residents_(tx, parts.time_zone, {first_, last_ + 2 * leave_is_planned}, last_),
        telephone_(life_),
        managers_(life_, residents_, telephone_),
        absences_(life_, residents_, telephone_, managers_),
        wishes_(life_, residents_, managers_),
        oddities_(life_, residents_, telephone_, managers_, absences_, wishes_) {}

  void live() {
    plan_nights();
    oddities_.plan(last_);
    // Nobody asks for leave on the first days: everything is asked for ahead.
    wishes_.plan({first_ + days(12), last_ + leave_is_planned});
    absences_.plan({first_, last_ - days(1)});
    if (life_.present() >= life_.moment(last_, morning_has_come)) plan_this_morning();
    life_.run();
  }

 private:
  /// What has ended is over.
  void plan_nights() {
    for (base::Day day = first_; day <= last_; day += days(1)) {
      life_.at(life_.moment(day, minutes(5)),
               [this, day] { store::complete_requests(life_.tx(), day, life_.now()); });
    }
  }

  /// One that was seen, one that was not seen yet, one of somebody whom nobody knows.
  void plan_this_morning() {
    const auto out = out_this_morning();
    life_.begin(life_.moment(last_, hours(5) + minutes(8)), [this, out] {
      absences_.text(*out.front(), last_, false);
      const auto call_out = store::live_call_out(life_.tx(), out.front()->employee.member, last_);
      if (call_out) managers_.see(*out.front(), call_out->id, minutes(7), true);
    });
    life_.begin(life_.moment(last_, hours(5) + minutes(21)), [this, out] {
      absences_.call(*out.back(), absences_.message_of(*out.back()), false);
    });
    life_.begin(life_.moment(last_, hours(5) + minutes(37)),
                [this] { oddities_.call_of_stranger(a_strangers_telephone); });
  }

  /// Two who should come, as long as there are any.
  std::vector<Resident*> out_this_morning() {
    std::vector<Resident*> employees;
    for (Resident& resident : residents_.all()) {
      const bool is_ordinary = !has_password(*resident.persona) &&
                               !resident.persona->shares_number && last_ <= resident.last_day;
      if (is_ordinary && !resident.away.contains(last_)) employees.push_back(&resident);
    }
    std::ranges::stable_sort(employees, {}, [this](const Resident* resident) {
      const auto shift = resident->calendar.shift_on(last_);
      return !shift ? 2 : shift->is_overnight() ? 1 : 0;
    });
    employees.resize(2);
    for (Resident* resident : employees) resident->away.insert(last_);
    return employees;
  }

  Life life_;
  base::Day last_;
  base::Day first_;
  Residents residents_;
  Telephone telephone_;
  Managers managers_;
  Absences absences_;
  Wishes wishes_;
  Oddities oddities_;
};

}  // namespace

void live(store::Transaction& tx, const Parts& parts) {
  History(tx, parts).live();
}

}  // namespace demo
