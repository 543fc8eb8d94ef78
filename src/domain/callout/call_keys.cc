// The answers that are keyed, question by question.
#include "domain/callout/call_moves.h"

namespace callout {
namespace {

constexpr std::string_view other_language_key = "9";
constexpr int last_language_change = 20;  // a question's number: every call comes to an end

CallAct change_language(CallState& call) {
  const bool is_english = call.language == people::Language::en;
  call.language = is_english ? people::Language::es : people::Language::en;
  call.has_chosen_language = true;
  call.cue = Cue::other_language;
  if (call.question > last_language_change) call.is_bilingual = false;
  return Ask{};
}

/// Nothing, or a key that means nothing here: asked again. Whether the tries are used up.
bool came_to_nothing(CallState& call, std::string_view digits) {
  call.cue = digits.empty() ? Cue::silence : Cue::not_offered;
  return ++call.tries >= CallState::most_tries;
}

CallAct sign_in(CallState& call, std::string_view digits) {
  if (digits.empty()) return fail_sign_in(call, Cue::silence);
  if (digits.find('*') != std::string_view::npos) return go_on_without_sign_in(call);
  if (call.step == CallStep::pin) return CheckPin{std::string(digits)};
  call.employee_number = digits;
  ask(call, CallStep::pin, Cue::none);
  call.tries = call.failed_pins;
  return Ask{};
}

CallAct choose_day(CallState& call, std::string_view digits) {
  if (digits == "1") return settle_day(call, call.offered.front(), Cue::day_chosen);
  if (digits == "2") return settle_day(call, call.offered.back(), Cue::day_chosen);
  if (!came_to_nothing(call, digits)) return Ask{};
  return settle_day(call, likelier_day(call), Cue::day_assumed);
}

CallAct answer_before_the_beep(CallState& call, std::string_view digits) {
  if (digits == "1") return ask(call, CallStep::category, Cue::none);
  // However often: the beep comes, and whoever is heard or hangs up then is on record.
  came_to_nothing(call, digits);
  return Ask{};
}

Category category_of(std::string_view digits) {
  if (digits == "1") return Category::sick;
  if (digits == "2") return Category::family;
  if (digits == "3") return Category::fmla;
  return Category::unsaid;
}

CallAct choose_category(CallState& call, std::string_view digits) {
  call.category = category_of(digits);
  const bool is_said = call.category != Category::unsaid;
  if (call.filed) {
    ask(call, CallStep::farewell, Cue::none);
    if (is_said) return NoteCategory{};
    return Ask{};
  }
  if (!is_said && !came_to_nothing(call, digits)) return Ask{};
  return file(call, CallStep::farewell);
}

CallAct leave_callback(CallState& call, std::string_view digits) {
  if (digits.empty() && !came_to_nothing(call, digits)) return Ask{};
  call.callback = digits;
  return file(call, CallStep::farewell);
}

CallAct answer(CallState& call, std::string_view digits) {
  switch (call.step) {
    case CallStep::employee_number:
    case CallStep::pin: return sign_in(call, digits);
    case CallStep::day: return choose_day(call, digits);
    case CallStep::reason: return answer_before_the_beep(call, digits);
    case CallStep::category: return choose_category(call, digits);
    case CallStep::callback: return leave_callback(call, digits);
    case CallStep::name:
    case CallStep::farewell: break;
  }
  return stay(call);
}

}  // namespace

CallAct take_keys(CallState& call, std::string_view digits) {
  if (!waits_for_keys(call) || waits_for_day(call)) return stay(call);
  ++call.question;
  if (call.is_bilingual && digits == other_language_key) return change_language(call);
  return answer(call, digits);
}

}  // namespace callout
