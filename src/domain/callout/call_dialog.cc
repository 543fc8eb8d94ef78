#include "domain/callout/call_dialog.h"

#include <algorithm>

#include "domain/callout/call_moves.h"

namespace callout {
namespace {

constexpr std::string_view without_speaking = "1";

/// Nothing has happened in it but, at most, that the caller has gone.
bool is_fresh(const CallState& call) {
  CallState fresh;
  fresh.has_ended = call.has_ended;
  return call == fresh;
}

/// The beep sounds there, and what is heard after it is the absence.
bool is_at_the_beep(const CallState& call) {
  const bool is_recorded = call.step == CallStep::reason || call.step == CallStep::name;
  return is_recorded && !waits_for_day(call);
}

CallAct on(CallState& call, const CallBegan& event) {
  if (!is_fresh(call)) return stay(call);
  call.language = event.language;
  call.is_bilingual = event.is_bilingual;
  call.may_record = event.may_record;
  call.asks_employee_number = event.asks_employee_number;
  call.member = event.member;
  call.sign_in = event.member ? SignIn::phone_match : SignIn::none;
  if (event.member || event.is_sign_in_closed) return find_day(call);
  return ask(call, call.asks_employee_number ? CallStep::employee_number : CallStep::pin,
             Cue::welcome);
}

CallAct on(CallState& call, const Keys& event) {
  return take_keys(call, event.digits);
}

CallAct on(CallState& call, const PinAccepted& event) {
  if (call.step != CallStep::pin) return stay(call);
  call.member = event.member;
  call.sign_in = SignIn::pin;
  call.employee_number.clear();
  if (!call.has_chosen_language) call.language = event.language;
  call.cue = Cue::signed_in;
  return find_day(call);
}

CallAct on(CallState& call, const PinRefused& event) {
  if (call.step != CallStep::pin) return stay(call);
  if (!event.is_closed) return fail_sign_in(call, Cue::wrong_pin);
  call.failed_pins = std::min(call.failed_pins + 1, CallState::most_tries);
  return go_on_without_sign_in(call);
}

CallAct on(CallState& call, const DayFound& event) {
  if (!waits_for_day(call)) return stay(call);
  call.is_second_likely = event.is_second_likely;
  call.on_record = event.on_record;
  if (const auto* record = std::get_if<Record>(&event.decision)) {
    settle_day(call, record->day, call.cue);
  } else {
    const AskDay& either = std::get<AskDay>(event.decision);
    call.offered = {either.first, either.second};
    ask(call, CallStep::day, call.cue);
  }
  // Gone while the PIN was under way: what follows was never heard.
  const bool is_left = call.has_ended && call.member;
  if (!is_left) return Ask{};
  if (call.adds_to_call_out()) return NothingMore{};
  return LeftIncomplete{};
}

CallAct on(CallState& call, const MessageLeft& event) {
  if (!is_at_the_beep(call)) return stay(call);
  ++call.question;
  const bool asks_category = call.member && event.key == without_speaking;
  return file(call, asks_category ? CallStep::category : CallStep::farewell);
}

CallAct on(CallState& call, const RecordingHeardOf&) {
  if (!is_at_the_beep(call)) return NothingMore{};
  return file(call, CallStep::farewell);
}

CallAct on(CallState& call, const MessageLeftElsewhere&) {
  if (call.filed) return NothingMore{};
  const bool is_signing_in = call.step == CallStep::employee_number || call.step == CallStep::pin;
  if (is_signing_in) return go_on_without_sign_in(call);
  if (waits_for_day(call) || call.step == CallStep::farewell) return stay(call);
  if (call.step == CallStep::day) settle_day(call, likelier_day(call), Cue::day_assumed);
  return file(call, CallStep::farewell);
}

CallAct on(CallState& call, const CallOutFiled& event) {
  const bool was_asked_for = call.step == CallStep::farewell || call.step == CallStep::category;
  if (was_asked_for && !call.filed) call.filed = event.filed;
  return stay(call);
}

CallAct on(CallState& call, const HungUp&) {
  const bool is_first_word = !call.has_ended;
  call.has_ended = true;
  if (!is_first_word || call.filed || call.adds_to_call_out()) return NothingMore{};
  if (!call.member) return LeftUnrecognised{};
  return LeftIncomplete{.is_certain = call.step != CallStep::reason};
}

}  // namespace

bool CallState::adds_to_call_out() const {
  return day && std::ranges::find(on_record, *day) != on_record.end();
}

bool waits_for_keys(const CallState& call) {
  switch (call.step) {
    case CallStep::name:
    case CallStep::farewell: return false;
    case CallStep::reason: return call.tries < CallState::most_tries;
    case CallStep::employee_number:
    case CallStep::pin:
    case CallStep::day:
    case CallStep::category:
    case CallStep::callback: break;
  }
  return true;
}

CallMove next(CallState state, const CallEvent& event) {
  const CallAct act = std::visit([&](const auto& what) { return on(state, what); }, event);
  return {std::move(state), act};
}

}  // namespace callout
