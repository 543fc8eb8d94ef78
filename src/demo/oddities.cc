#include "demo/oddities.h"

#include <array>

#include "app/assign_call_out.h"
#include "app/reject_call_out.h"
#include "app/see_to.h"
#include "store/queries/attempts.h"
#include "store/queries/call_outs.h"
#include "store/queries/calls.h"

namespace demo {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes morning = hours(6) + minutes(35);
constexpr const char* a_friends_telephone = "+15550100171";
constexpr const char* a_wrong_number = "+15550100172";
constexpr const char* a_customers_telephone = "+15550100173";
constexpr const char* withheld = "anonymous";

struct Lateness {
  int days_ago;
  const char* name;
  const char* words;
};
constexpr std::array latenesses{
    Lateness{81, "Jasmine Tran", "running 30 min late"},
    Lateness{66, "Samuel Whitfield", "running 15 minutes late, traffic"},
    Lateness{52, "Jasmine Tran", "running 20 min late"},
    Lateness{44, "Tomás Rivera", "voy a llegar 20 minutos tarde"},
    Lateness{30, "Fatima Noor", "leaving at 2 today, dentist"},
    Lateness{17, "Jasmine Tran", "I'll be 45 minutes late"},
    Lateness{6, "Grace Lindqvist", "running 10 min late"},
};

}  // namespace

void Oddities::plan(base::Day last) {
  const auto story = [this](void (Oddities::*tell)(Resident&)) -> Story {
    return [this, tell](Resident& resident) {
      (this->*tell)(resident);
    };
  };
  on_a_day(last - days(84), "Grace Lindqvist", morning, story(&Oddities::name_comes_later));
  on_a_day(last - days(77), "Julia Kowalski", morning, story(&Oddities::cut_off_then_out));
  on_a_day(last - days(62), "Noah Abrams", morning, story(&Oddities::withheld_number));
  on_a_day(last - days(58), "Noah Abrams", hours(11), story(&Oddities::not_understood));
  on_a_day(last - days(55), "Ana Ruiz", morning, story(&Oddities::said_more_later));
  on_a_day(last - days(48), "Samuel Whitfield", morning, story(&Oddities::cut_off_then_again));
  on_a_day(last - days(41), "Daniel Osei", morning, story(&Oddities::taken_back));
  on_a_day(last - days(33), "Helen Park", morning, story(&Oddities::nobody_of_ours));
  on_a_day(last - days(26), "Kenji Watanabe", morning, story(&Oddities::taken_back_too_late));
  on_a_day(last - days(19), "Aaliyah Brooks", morning, story(&Oddities::cut_off_for_good));
  sick_on_vacation(last);
  come_late(last);
}

/// On the first day from that one on on which they work and are there.
void Oddities::on_a_day(base::Day about, const char* name, minutes time, const Story& story) {
  Resident& resident = residents_.named(name);
  base::Day day = about;
  while (!resident.is_there(day)) day += days(1);
  if (&resident != &residents_.hr()) resident.away.insert(day);
  life_.begin(life_.moment(day, time), [&resident, story] { story(resident); });
}

void Oddities::name_comes_later(Resident& resident) {
  telephone_.text(a_friends_telephone, "I can't come in today, sick");
  life_.in(minutes(2),
           [this, &resident] { telephone_.text(a_friends_telephone, resident.employee.name); });
  life_.in(minutes(11), [this, &resident] {
    const auto call_out =
        store::unverified_call_out(life_.tx(), a_friends_telephone, life_.today());
    if (!call_out) return;
    app::assign_call_out(life_.tx(), life_.line(), managers_.nearest(resident).actor(),
                         {.call_out = call_out->id,
                          .member = resident.employee.member,
                          .number = app::UsedNumber::leave},
                         life_.now());
    managers_.hear_of_call_out(resident, call_out->id);
  });
}

void Oddities::withheld_number(Resident& resident) {
  CallStory story{.from = withheld, .pins = {"0000"}, .message = absences_.message_of(resident)};
  telephone_.call(std::move(story), [this, &resident](store::CallOutId id) {
    life_.in(minutes(50), [this, &resident, id] {
      app::assign_call_out(
          life_.tx(), life_.line(), residents_.hr().actor(),
          {.call_out = id, .member = resident.employee.member, .number = app::UsedNumber::leave},
          life_.now());
      managers_.hear_of_call_out(resident, id);
    });
  });
}

void Oddities::nobody_of_ours(Resident& hr) {
  telephone_.text(a_wrong_number, "cant come in today im sick");
  life_.in(hours(2), [this, &hr] {
    const auto call_out = store::unverified_call_out(life_.tx(), a_wrong_number, life_.today());
    if (!call_out) return;
    app::reject_call_out(life_.tx(), life_.line(), hr.actor(), call_out->id, life_.now());
  });
  life_.in(hours(5), [this] { telephone_.text(a_customers_telephone, "Is this the pharmacy?"); });
}

std::string Oddities::cut_off(const Resident& resident) {
  return telephone_.call(
      {.from = resident.persona->number, .pins = {}, .message = nullptr, .is_cut_off = true});
}

void Oddities::cut_off_then_out(Resident& resident) {
  cut_off(resident);
  life_.in(minutes(4), [this, &resident] {
    telephone_.text(resident.persona->number, "OUT");
    const auto call_out = store::live_call_out(life_.tx(), resident.employee.member, life_.today());
    if (call_out) managers_.hear_of_call_out(resident, call_out->id);
  });
}

void Oddities::cut_off_then_again(Resident& resident) {
  cut_off(resident);
  life_.in(minutes(3),
           [this, &resident] { absences_.call(resident, absences_.message_of(resident)); });
}

void Oddities::cut_off_for_good(Resident& resident) {
  const std::string sid = cut_off(resident);
  life_.in(minutes(24), [this, &resident, sid] {
    const auto call = store::find_call(life_.tx(), life_.line().vault, sid);
    app::close_attempt(life_.tx(), life_.line(), managers_.nearest(resident).actor(), call->attempt,
                       life_.now());
  });
}

void Oddities::taken_back(Resident& resident) {
  absences_.text(resident, life_.today(), false);
  life_.in(minutes(6), [this, &resident] { telephone_.text(resident.persona->number, "UNDO"); });
}

void Oddities::taken_back_too_late(Resident& resident) {
  const base::Day day = life_.today();
  absences_.text(resident, day, false);
  const auto call_out = store::live_call_out(life_.tx(), resident.employee.member, day);
  if (!call_out || !call_out->request) return;
  managers_.see(resident, call_out->id, minutes(9), true);
  life_.in(minutes(80), [this, &resident] { telephone_.text(resident.persona->number, "UNDO"); });
  life_.in(minutes(95), [this, &resident, request = *call_out->request] {
    managers_.decide(resident, request, leave::Decision::cancel);
  });
}

void Oddities::said_more_later(Resident& resident) {
  absences_.text(resident, life_.today());
  life_.in(hours(2), [this, &resident] {
    telephone_.text(resident.persona->number, "Calling out sick today - it is the flu");
  });
}

void Oddities::not_understood(Resident& resident) {
  telephone_.text(resident.persona->number, "hello? about my schedule");
  life_.in(minutes(11), [] {});  // nobody has answered the question
  see_to(resident.persona->number, resident, minutes(35));
}

/// Whatever of theirs still stands on the board.
void Oddities::see_to(const std::string& from, const Resident& resident,
                      std::chrono::seconds after) {
  life_.in(after, [this, from, &resident] {
    const auto open =
        store::open_attempts(life_.tx(), from, resident.employee.member, life_.today(),
                             life_.now() - hours(12), store::AttemptId(0));
    for (const store::AttemptId attempt : open) {
      app::close_attempt(life_.tx(), life_.line(), managers_.nearest(resident).actor(), attempt,
                         life_.now());
    }
  });
}

void Oddities::sick_on_vacation(base::Day last) {
  Resident& resident = residents_.named("Ingrid Solberg");
  base::Day monday = last - days(29);
  while (base::weekday_of(monday) != std::chrono::Monday) monday += days(1);
  wishes_.plan_granted_week(resident, monday);
  life_.begin(life_.moment(monday + days(2), hours(8)),
              [this, &resident, day = monday + days(2)] { absences_.text(resident, day); });
}

void Oddities::come_late(base::Day last) {
  for (const Lateness& lateness : latenesses) {
    Resident& resident = residents_.named(lateness.name);
    base::Day day = last - days(lateness.days_ago);
    while (!resident.is_there(day)) day += days(1);
    const minutes starts = resident.calendar.shift_on(day).value().starts;
    life_.begin(life_.moment(day, starts - minutes(25)), [this, &resident, &lateness] {
      telephone_.text(resident.persona->number, lateness.words);
    });
  }
}

void Oddities::call_of_stranger(const std::string& from) {
  const auto& samples = life_.parts().samples;
  telephone_.call(
      {.from = from, .pins = {"0000"}, .message = samples.empty() ? nullptr : &samples.front()});
}

}  // namespace demo
