#include "demo/managers.h"

#include <array>
#include <optional>

#include "app/acknowledge.h"
#include "store/queries/call_outs.h"
#include "store/queries/decisions.h"
#include "store/queries/demo_leave.h"

namespace demo {
namespace {

using leave::Decision;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes office_opens = hours(9);
constexpr minutes office_closes = hours(17);

// Out of a hundred.
constexpr int seen_by_text = 60;
constexpr int decided_the_same_day = 70;
constexpr int call_outs_not_charged = 7;
constexpr int call_outs_denied = 2;
constexpr int wishes_denied = 11;
constexpr int ticked_off = 80;

constexpr std::array<std::string_view, 3> why_denied{
    "Two of your team are off that week already. Could you move it by a week?",
    "We are short that day. Let us look for another one together.",
    "The request came after the schedule was made."};

}  // namespace

const Resident& Managers::nearest(const Resident& absent) const {
  return *residents_.who_answer_for(absent, life_.today()).front();
}

void Managers::hear_of_call_out(const Resident& absent, store::CallOutId call_out) {
  see(absent, call_out, minutes(life_.dice().between(2, 40)), life_.dice().is_lucky(seen_by_text));
  const auto on_file = store::find_call_out(life_.tx(), call_out);
  if (!on_file || !on_file->request) return;
  base::Moment when = life_.now() + minutes(life_.dice().between(3 * 60, 9 * 60));
  if (!life_.dice().is_lucky(decided_the_same_day)) when += days(life_.dice().between(1, 2));
  life_.at(in_office_hours(when),
           [this, &absent, request = *on_file->request] { decide_call_out(absent, request); });
}

void Managers::see(const Resident& absent, store::CallOutId call_out, std::chrono::seconds after,
                   bool is_by_text) {
  life_.in(after, [this, &absent, call_out, is_by_text] {
    const auto on_file = store::find_call_out(life_.tx(), call_out);
    if (!on_file || !store::is_live(life_.tx(), call_out)) return;
    const auto readers = residents_.who_answer_for(absent, life_.today());
    const bool is_the_second = readers.size() > 1 && life_.dice().is_lucky(25);
    const Resident& reader = *readers[is_the_second ? 1 : 0];
    // Only whoever was told has the code.
    const bool was_told = !store::alerted_at(life_.tx(), call_out, reader.persona->number).empty();
    if (is_by_text && was_told) {
      telephone_.text(reader.persona->number, on_file->acknowledge_code);
      return;
    }
    app::acknowledge_on_the_web(life_.tx(), life_.line(), reader.actor(), call_out, life_.now());
  });
}

void Managers::decide_call_out(const Resident& absent, store::RequestId request) {
  Dice& dice = life_.dice();
  if (dice.is_lucky(call_outs_denied)) {
    return decide(absent, request, Decision::deny,
                  "This came after your shift had begun. Please see me about it.");
  }
  decide(absent, request, Decision::approve);
  if (dice.is_lucky(call_outs_not_charged)) {
    life_.at(in_office_hours(life_.now() + days(1)),
             [this, &absent, request] { decide(absent, request, Decision::do_not_charge); });
  }
}

void Managers::hear_of_wish(const Resident& absent, store::RequestId request, base::Day first_day) {
  Dice& dice = life_.dice();
  const bool is_denied = dice.is_lucky(wishes_denied);
  const std::string reason(dice.one_of(std::span(why_denied)));
  base::Moment when = in_office_hours(life_.now() + hours(dice.between(5, 60)));
  const base::Moment latest = life_.moment(first_day - days(1), hours(12));
  if (when > latest) when = latest;
  life_.at(when, [this, &absent, request, is_denied, reason] {
    if (is_denied) return decide(absent, request, Decision::deny, reason);
    decide(absent, request, Decision::approve);
    if (!life_.dice().is_lucky(ticked_off)) return;
    life_.in(hours(life_.dice().between(1, 4)),
             [this, request] { store::tick_off_request(life_.tx(), request, life_.now()); });
  });
}

void Managers::decide(const Resident& absent, store::RequestId request, Decision decision,
                      const std::string& reason) {
  const auto on_file = store::find_request(life_.tx(), request);
  if (!on_file || !leave::is_possible(decision, on_file->state)) return;
  app::decide_request(
      life_.tx(), life_.line(), nearest(absent).actor(),
      {.request = request, .made_on = on_file->version, .decision = decision, .reason = reason},
      life_.now());
}

/// The moment itself, or the beginning of the next weekday.
base::Moment Managers::in_office_hours(base::Moment when) const {
  const auto clock = app::wall_clock(life_.line().time_zone, when);
  const bool is_late = clock.time_of_day >= office_closes;
  base::Day day = is_late ? clock.day + days(1) : clock.day;
  while (base::weekday_of(day) == std::chrono::Saturday ||
         base::weekday_of(day) == std::chrono::Sunday)
    day += days(1);
  if (day == clock.day && clock.time_of_day >= office_opens) return when;
  // Not all at nine sharp.
  const minutes spread{base::epoch_seconds(when) % 90};
  return life_.moment(day, office_opens + spread);
}

}  // namespace demo
