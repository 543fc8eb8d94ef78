// What does not happen every day: calls that were cut off, texts that nobody understood, people who
// were not recognised, who took it back, who came late. One story each, on days of their own.
#pragma once

#include <functional>
#include <string>

#include "demo/absences.h"
#include "demo/life.h"
#include "demo/managers.h"
#include "demo/residents.h"
#include "demo/telephone.h"
#include "demo/wishes.h"

namespace demo {

class Oddities {
 public:
  Oddities(Life& life, Residents& residents, Telephone& telephone, Managers& managers,
           Absences& absences, Wishes& wishes)
      : life_(life),
        residents_(residents),
        telephone_(telephone),
        managers_(managers),
        absences_(absences),
        wishes_(wishes) {}

  /// All of them, within the 90 days before `last`. Before anything else is planned: their people
  /// are away on those days.
  void plan(base::Day last);
  /// From the number of nobody: a message without a sign-in. Also one of this morning's.
  void call_of_stranger(const std::string& from);

 private:
  using Story = std::function<void(Resident&)>;
  void on_a_day(base::Day about, const char* name, base::Minutes time, const Story& story);
  void name_comes_later(Resident& resident);
  void withheld_number(Resident& resident);
  void nobody_of_ours(Resident& resident);
  void cut_off_then_out(Resident& resident);
  void cut_off_then_again(Resident& resident);
  void cut_off_for_good(Resident& resident);
  void taken_back(Resident& resident);
  void taken_back_too_late(Resident& resident);
  void said_more_later(Resident& resident);
  void not_understood(Resident& resident);
  void sick_on_vacation(base::Day last);
  void come_late(base::Day last);

  void see_to(const std::string& from, const Resident& resident, std::chrono::seconds after);
  std::string cut_off(const Resident& resident);

  Life& life_;
  Residents& residents_;
  Telephone& telephone_;
  Managers& managers_;
  Absences& absences_;
  Wishes& wishes_;
};

}  // namespace demo
