#include "demo/wishes.h"

#include <algorithm>
#include <array>
#include <span>

#include "store/queries/audit.h"
#include "store/queries/call_outs.h"
#include "store/queries/decisions.h"
#include "store/queries/ledger.h"

namespace demo {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using Words = std::string_view;

// Out of a hundred.
constexpr int short_wishes = 40;
constexpr int given_up = 6;

constexpr std::array<Words, 5> long_english{"Visiting family", "Beach week", "My sister's wedding",
                                            "School vacation", ""};
constexpr std::array<Words, 3> long_spanish{"Visita a la familia", "Vacaciones con los niños", ""};
constexpr std::array<Words, 4> short_english{"Dentist", "Moving day", "School meeting", ""};
constexpr std::array<Words, 2> short_spanish{"Cita con el dentista", "Reunión en la escuela"};

}  // namespace

void Wishes::plan(base::DayRange range) {
  for (Resident& resident : residents_.all()) {
    if (&resident == &residents_.hr()) continue;
    const int count = life_.dice().between(1, 3);
    for (int wish = 0; wish < count; ++wish) plan_one(resident, range);
  }
}

void Wishes::plan_one(Resident& resident, base::DayRange range) {
  Dice& dice = life_.dice();
  const int width = static_cast<int>((range.last - range.first).count());
  base::Day first = range.first + days(dice.between(0, width));
  if (!resident.works_on(first)) first = resident.calendar.next_working_day(first);
  const bool is_short = dice.is_lucky(short_wishes);
  base::Day last = first;
  for (int more = is_short ? 0 : dice.between(1, 4); more > 0; --more)
    last = resident.calendar.next_working_day(last);
  const bool is_half = is_short && dice.is_lucky(50);
  const int ahead = dice.between(8, 30);
  const base::Day newest = life_.last_day() - days(dice.between(0, 9));
  const base::Day asked = std::min(first - days(ahead), newest);
  if (!is_free(resident, {first, last}) || last > range.last) return;
  for (base::Day day = first; day <= last; day += days(1)) resident.away.insert(day);
  store::LeaveOfTheDemo wish{.member = resident.employee.member,
                             .days = {first, last},
                             .pto_type = is_short ? "personal" : "vacation",
                             .reason = reason_of(resident, is_short)};
  if (is_half) wish = half_a_day(resident, first);
  ask(resident, wish, life_.moment(asked, minutes(dice.between(8 * 60, 20 * 60))));
}

void Wishes::plan_granted_week(Resident& resident, base::Day monday) {
  const store::LeaveOfTheDemo wish{.member = resident.employee.member,
                                   .days = {monday, monday + days(4)},
                                   .reason = reason_of(resident, false)};
  for (base::Day day = wish.days.first; day <= wish.days.last; day += days(1))
    resident.away.insert(day);
  life_.at(life_.moment(monday - days(21), hours(12)), [this, &resident, wish] {
    const store::RequestId request = put_on_file(resident, wish);
    life_.in(hours(3), [this, &resident, request] {
      managers_.decide(resident, request, leave::Decision::approve);
    });
  });
}

void Wishes::ask(Resident& resident, const store::LeaveOfTheDemo& wish, base::Moment when) {
  const bool is_given_up = life_.dice().is_lucky(given_up);
  life_.at(when, [this, &resident, wish, is_given_up] {
    const store::RequestId request = put_on_file(resident, wish);
    managers_.hear_of_wish(resident, request, wish.days.first);
    if (!is_given_up) return;
    life_.at(life_.moment(wish.days.first - days(3), hours(19)),
             [this, &resident, request] { give_up(resident, request); });
  });
}

store::RequestId Wishes::put_on_file(const Resident& resident, const store::LeaveOfTheDemo& wish) {
  const store::RequestId request =
      store::add_leave_of_the_demo(life_.tx(), life_.line().vault, wish, life_.now());
  store::append_audit(life_.tx(),
                      {.actor = resident.employee.name,
                       .actor_user = resident.employee.user,
                       .action = "request submitted",
                       .subject = "pto_requests",
                       .subject_id = request.value(),
                       .detail = "sets reason"},
                      life_.now());
  return request;
}

void Wishes::give_up(const Resident& resident, store::RequestId request) {
  const auto on_file = store::find_request(life_.tx(), request);
  if (!on_file || on_file->state.status == leave::RequestStatus::denied) return;
  store::cancel_request(life_.tx(), request, life_.now());
  store::reverse_charges(life_.tx(), request, life_.now());
  store::append_audit(life_.tx(),
                      {.actor = resident.employee.name,
                       .actor_user = resident.employee.user,
                       .action = "request cancelled",
                       .subject = "pto_requests",
                       .subject_id = request.value(),
                       .detail = {}},
                      life_.now());
}

/// The second half of the shift.
store::LeaveOfTheDemo Wishes::half_a_day(const Resident& resident, base::Day day) {
  const leave::Shift shift = resident.calendar.shift_on(day).value();
  const minutes length =
      shift.is_overnight() ? shift.ends + hours(24) - shift.starts : shift.ends - shift.starts;
  const minutes middle = (shift.starts + length / 2) % hours(24);
  return {.member = resident.employee.member,
          .days = {day, day},
          .part = leave::PartOfDay{.from = middle, .until = shift.ends},
          .pto_type = "personal",
          .reason = reason_of(resident, true)};
}

std::string Wishes::reason_of(const Resident& resident, bool is_short) {
  Dice& dice = life_.dice();
  const bool is_spanish = resident.persona->language == people::Language::es;
  if (is_spanish)
    return std::string(is_short ? dice.one_of(std::span(short_spanish))
                                : dice.one_of(std::span(long_spanish)));
  return std::string(is_short ? dice.one_of(std::span(short_english))
                              : dice.one_of(std::span(long_english)));
}

bool Wishes::is_free(const Resident& resident, base::DayRange range) const {
  for (base::Day day = range.first; day <= range.last; day += days(1)) {
    if (day > resident.last_day || resident.away.contains(day)) return false;
  }
  return true;
}

}  // namespace demo
