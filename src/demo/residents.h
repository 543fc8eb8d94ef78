// The demo's people once they are on file: who they are there, when they work, when they are away,
// and who answers for them.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "app/actor.h"
#include "demo/people.h"
#include "domain/leave/work_calendar.h"
#include "domain/people/person.h"
#include "store/database.h"

namespace demo {

struct Resident {
  const Persona* persona = nullptr;
  people::Employee employee;
  leave::WorkCalendar calendar;
  base::Day last_day;        // until which they work here
  std::set<base::Day> away;  // leave, granted or wished, and call-outs

  app::Actor actor() const { return {employee.user, employee.name}; }
  bool works_on(base::Day day) const { return day <= last_day && calendar.works_on(day); }
  bool is_there(base::Day day) const { return works_on(day) && !away.contains(day); }
};

class Residents {
 public:
  /// All of them, with their calendars of that time. `today`: the last day of the history.
  Residents(store::Transaction& tx, std::string_view time_zone, base::DayRange time,
            base::Day today);
  Residents(const Residents&) = delete;
  Residents& operator=(const Residents&) = delete;

  std::vector<Resident>& all() { return residents_; }
  /// Must be one of them.
  Resident& named(std::string_view name);
  /// Those who may decide about the resident's absences and are not away that day: the nearest
  /// first, HR last. Never empty: HR is always there.
  std::vector<const Resident*> who_answer_for(const Resident& absent, base::Day day) const;
  const Resident& hr() const;

 private:
  std::vector<Resident> residents_;
};

}  // namespace demo
