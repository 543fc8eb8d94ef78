#include "demo/residents.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

#include "store/queries/people.h"
#include "store/queries/people_on_file.h"

namespace demo {
namespace {

bool has(const Persona& persona, people::Role role) {
  return std::ranges::find(persona.roles, role) != persona.roles.end();
}

bool answers_for(const Persona& manager, const Persona& absent) {
  if (!has(manager, people::Role::manager) || manager.team != absent.team) return false;
  return manager.scope.empty() || manager.scope == absent.position;
}

}  // namespace

Residents::Residents(store::Transaction& tx, std::string_view time_zone, base::DayRange time,
                     base::Day today) {
  std::map<std::string, people::MemberId> members;
  for (const store::PersonOnFile& person : store::read_on_file(tx).people) {
    if (person.member) members.emplace(person.employee_number, *person.member);
  }
  for (const Persona& persona : personas()) {
    const people::MemberId member = members.at(persona.employee_number);
    residents_.push_back({.persona = &persona,
                          .employee = store::find_employee(tx, member, time_zone).value(),
                          .calendar = store::work_calendar(tx, member, time.first, time.last),
                          .last_day = persona.has_left ? last_day_of_leaver(today) : time.last,
                          .away = {}});
  }
}

Resident& Residents::named(std::string_view name) {
  const auto found = std::ranges::find_if(
      residents_, [&](const Resident& resident) { return resident.persona->name == name; });
  if (found == residents_.end()) throw std::logic_error("nobody of that name lives in the demo");
  return *found;
}

std::vector<const Resident*> Residents::who_answer_for(const Resident& absent,
                                                       base::Day day) const {
  std::vector<const Resident*> managers;
  for (const Resident& manager : residents_) {
    const bool is_self = manager.persona == absent.persona;
    const bool is_away = manager.away.contains(day);
    if (!is_self && !is_away && answers_for(*manager.persona, *absent.persona))
      managers.push_back(&manager);
  }
  // A supervisor is nearer than the manager of the whole team.
  std::ranges::stable_sort(managers, {}, [](const Resident* manager) {
    return manager->persona->scope.empty() ? 1 : 0;
  });
  if (&hr() != &absent) managers.push_back(&hr());
  return managers;
}

const Resident& Residents::hr() const {
  return *std::ranges::find_if(residents_, [](const Resident& resident) {
    return has(*resident.persona, people::Role::hr);
  });
}

}  // namespace demo
