// The ordinary call-outs of the demo's past: who is out on which day, and how they said so. More of
// them on Mondays and in the week in which the flu goes round.
#pragma once

#include <string>
#include <vector>

#include "demo/life.h"
#include "demo/managers.h"
#include "demo/residents.h"
#include "demo/telephone.h"

namespace demo {

class Absences {
 public:
  Absences(Life& life, Residents& residents, Telephone& telephone, Managers& managers)
      : life_(life), residents_(residents), telephone_(telephone), managers_(managers) {}

  /// Of the days of the range, for everybody who is there.
  void plan(base::DayRange days);

  /// At the moment that has come, for a day on which they are away: as they would do it.
  void text(Resident& resident, base::Day day, bool is_followed = true);
  void call(Resident& resident, const VoiceSample* message, bool is_followed = true);
  /// Something to say in the person's language; null where nothing was spoken.
  const VoiceSample* message_of(const Resident& resident);

 private:
  struct Weather {
    base::DayRange flu;
    std::vector<int> proneness;  // in percent, a resident each
  };
  void plan(Resident& resident, base::Day day, int proneness, const Weather& weather);
  void report(Resident& resident, base::Day day, bool is_still_out);
  int chance_on(base::Day day, const Weather& weather) const;

  Life& life_;
  Residents& residents_;
  Telephone& telephone_;
  Managers& managers_;
};

}  // namespace demo
