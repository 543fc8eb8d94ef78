#include "demo/absences.h"

#include <array>
#include <span>
#include <variant>

#include "store/queries/call_outs.h"

namespace demo {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Words = std::string_view;

// Out of ten thousand, for somebody of the usual health on a usual day.
constexpr int usual_chance = 520;
constexpr int monday_in_percent = 150;
constexpr int friday_in_percent = 120;
constexpr int flu_in_percent = 240;
// Out of a hundred.
constexpr int still_out_next_day = 22;
constexpr int reported_by_text = 58;
constexpr int from_another_telephone = 9;
constexpr int said_thanks = 15;

constexpr std::array<Words, 14> english{"Calling out sick - stomach flu",
                                        "sick today",
                                        "Sick today, not feeling well",
                                        "can't come in, kid has fever",
                                        "Calling out sick today, bad migraine",
                                        "not coming in today, fever and chills",
                                        "Calling out sick - food poisoning",
                                        "out sick today",
                                        "I can't come in today, I threw my back out",
                                        "calling in sick",
                                        "Calling out today - family emergency",
                                        "won't be in today, my car won't start",
                                        "sick today - strep throat",
                                        "FMLA today"};
constexpr std::array<Words, 6> spanish{"no puedo ir hoy",
                                       "No puedo ir hoy, tengo fiebre",
                                       "hoy no puedo ir, estoy con gripe",
                                       "No puedo ir a trabajar hoy, mi hijo está enfermo",
                                       "estoy enferma hoy, no voy a ir",
                                       "hoy no voy a ir, me duele mucho la espalda"};
constexpr std::array<Words, 3> still_english{"still sick today", "still out sick today",
                                             "Calling out again today, still have a fever"};
constexpr std::array<Words, 2> still_spanish{"todavía estoy enferma, no puedo ir hoy",
                                             "sigo con fiebre, no puedo ir hoy"};
constexpr std::array<Words, 3> strange_telephones{"+15550100161", "+15550100162", "+15550100163"};

bool is_spanish(const Resident& resident) {
  return resident.persona->language == people::Language::es;
}

/// Two of one number say who they are.
std::string signed_by(const Resident& resident, Words words) {
  std::string text(words);
  if (resident.persona->shares_number) text += ", " + resident.employee.first_name;
  return text;
}

}  // namespace

void Absences::plan(base::DayRange range) {
  Weather weather{.flu = {range.first + days(52), range.first + days(58)}, .proneness = {}};
  for (std::size_t count = 0; count < residents_.all().size(); ++count)
    weather.proneness.push_back(life_.dice().between(45, 165));
  for (base::Day day = range.first; day <= range.last; day += days(1)) {
    for (std::size_t place = 0; place < residents_.all().size(); ++place) {
      Resident& resident = residents_.all()[place];
      const bool answers_for_others = has_password(*resident.persona);
      // HR is always there.
      if (&resident == &residents_.hr() || !resident.is_there(day)) continue;
      plan(resident, day, answers_for_others ? 35 : weather.proneness[place], weather);
    }
  }
}

int Absences::chance_on(base::Day day, const Weather& weather) const {
  int chance = usual_chance;
  if (base::weekday_of(day) == std::chrono::Monday) chance = chance * monday_in_percent / 100;
  if (base::weekday_of(day) == std::chrono::Friday) chance = chance * friday_in_percent / 100;
  if (weather.flu.contains(day)) chance = chance * flu_in_percent / 100;
  return chance;
}

void Absences::plan(Resident& resident, base::Day day, int proneness, const Weather& weather) {
  if (life_.dice().between(1, 10'000) > chance_on(day, weather) * proneness / 100) return;
  report(resident, day, false);
  const base::Day next = resident.calendar.next_working_day(day);
  const bool is_still_out = life_.dice().is_lucky(still_out_next_day) && resident.is_there(next) &&
                            next < life_.last_day();
  if (is_still_out) report(resident, next, true);
}

/// Well before the shift begins; at night workers' noon.
void Absences::report(Resident& resident, base::Day day, bool is_still_out) {
  resident.away.insert(day);
  Dice& dice = life_.dice();
  const leave::Shift shift = resident.calendar.shift_on(day).value();
  const int before = shift.is_overnight() ? dice.between(335, 385) : dice.between(40, 170);
  const base::Moment when = life_.moment(day, shift.starts - minutes(before));
  const bool is_by_text = is_still_out || dice.is_lucky(reported_by_text);
  if (is_by_text && is_still_out) {
    const Words words = is_spanish(resident) ? dice.one_of(std::span(still_spanish))
                                             : dice.one_of(std::span(still_english));
    return life_.begin(when, [this, &resident, day, words] {
      telephone_.text(resident.persona->number, signed_by(resident, words));
      const auto call_out = store::live_call_out(life_.tx(), resident.employee.member, day);
      if (call_out) managers_.hear_of_call_out(resident, call_out->id);
    });
  }
  if (is_by_text) return life_.begin(when, [this, &resident, day] { text(resident, day); });
  life_.begin(when, [this, &resident] { call(resident, message_of(resident)); });
}

void Absences::text(Resident& resident, base::Day day, bool is_followed) {
  Dice& dice = life_.dice();
  const Words words =
      is_spanish(resident) ? dice.one_of(std::span(spanish)) : dice.one_of(std::span(english));
  const std::string& number = resident.persona->number;
  const auto outcome = telephone_.text(number, signed_by(resident, words));
  // On a day off the line asks which day is meant.
  if (std::holds_alternative<app::AskedWhichDay>(outcome)) telephone_.text(number, "1");
  const auto call_out = store::live_call_out(life_.tx(), resident.employee.member, day);
  if (!call_out || !is_followed) return;
  managers_.hear_of_call_out(resident, call_out->id);
  if (!dice.is_lucky(said_thanks)) return;
  const Words thanks = is_spanish(resident) ? "gracias" : "Thanks";
  life_.in(minutes(dice.between(41, 80)),
           [this, number, thanks] { telephone_.text(number, std::string(thanks)); });
}

void Absences::call(Resident& resident, const VoiceSample* message, bool is_followed) {
  Dice& dice = life_.dice();
  const bool is_elsewhere = dice.is_lucky(from_another_telephone);
  CallStory story{.from = is_elsewhere ? std::string(dice.one_of(std::span(strange_telephones)))
                                       : resident.persona->number,
                  .pins = {},
                  .message = message,
                  .category = dice.is_lucky(75) ? "1" : "2"};
  if (is_elsewhere || resident.persona->shares_number) {
    if (dice.is_lucky(20)) story.pins.emplace_back("0000");
    story.pins.push_back(resident.persona->pin);
  }
  telephone_.call(std::move(story), [this, &resident, is_followed](store::CallOutId id) {
    if (is_followed) managers_.hear_of_call_out(resident, id);
  });
}

const VoiceSample* Absences::message_of(const Resident& resident) {
  std::vector<const VoiceSample*> spoken;
  for (const VoiceSample& sample : life_.parts().samples) {
    if (sample.language == resident.persona->language) spoken.push_back(&sample);
  }
  // Some rather press a key than speak.
  if (spoken.empty() || life_.dice().is_lucky(35)) return nullptr;
  return life_.dice().one_of(std::span(spoken));
}

}  // namespace demo
