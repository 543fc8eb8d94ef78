#include "app/guessable_pins.h"

#include "app/tell.h"
#include "store/queries/alarms.h"
#include "store/queries/responsible.h"
#include "store/queries/sign_in.h"

namespace app {
namespace {

constexpr std::int64_t one_in = 100;

std::int64_t pins_of_length(std::size_t length) {
  std::int64_t count = 1;
  for (std::size_t digit = 0; digit < length; ++digit) count *= 10;
  return count;
}

}  // namespace

bool warn_of_guessable_pins(store::Transaction& tx, const Line& line, std::size_t pin_length,
                            base::Moment now) {
  const std::int64_t in_use = store::pins_in_use(tx);
  const std::int64_t possible = pins_of_length(pin_length);
  if (in_use * one_in < possible) return false;
  if (!store::raise_alarm(tx, {.kind = store::AlarmKind::pins_guessable}, now)) return false;
  notice::Facts facts;
  facts.out = in_use;
  facts.of = possible / in_use;
  notice::Candidates only_hr;
  only_hr.hr = store::candidates_for_unknown(tx, wall_clock(line.time_zone, now).day).hr;
  alert(tx, line, {.kind = notice::Kind::pins_guessable, .facts = facts},
        notice::everybody(only_hr), now);
  return true;
}

}  // namespace app
