#include "domain/callout/call_moves.h"

namespace callout {
namespace {

/// What a known day leads to.
CallStep step_of_the_absence(const CallState& call) {
  if (call.member) return call.may_record ? CallStep::reason : CallStep::category;
  return call.may_record ? CallStep::name : CallStep::callback;
}

CallAct filing(const CallState& call) {
  if (call.member) return FileCallOut{};
  return FileUnverified{};
}

}  // namespace

CallAct ask(CallState& call, CallStep step, Cue cue) {
  call.step = step;
  call.cue = cue;
  call.tries = 0;
  return Ask{};
}

CallAct stay(const CallState& call) {
  if (waits_for_day(call)) return FindDay{};
  if (call.step == CallStep::farewell && !call.filed) return filing(call);
  return Ask{};
}

bool waits_for_day(const CallState& call) {
  switch (call.step) {
    case CallStep::employee_number:
    case CallStep::pin:
    case CallStep::farewell: return false;
    case CallStep::day:
    case CallStep::reason:
    case CallStep::category:
    case CallStep::name:
    case CallStep::callback: break;
  }
  return !call.day && call.offered.empty();
}

CallAct find_day(CallState& call) {
  call.step = step_of_the_absence(call);
  call.tries = 0;
  return FindDay{};
}

base::Day likelier_day(const CallState& call) {
  return call.is_second_likely ? call.offered.back() : call.offered.front();
}

CallAct settle_day(CallState& call, base::Day day, Cue cue) {
  call.day = day;
  return ask(call, step_of_the_absence(call), cue);
}

CallAct go_on_without_sign_in(CallState& call) {
  call.employee_number.clear();
  call.cue = Cue::no_sign_in;
  return find_day(call);
}

CallAct fail_sign_in(CallState& call, Cue cue) {
  call.employee_number.clear();
  if (++call.failed_pins >= CallState::most_tries) return go_on_without_sign_in(call);
  ask(call, call.asks_employee_number ? CallStep::employee_number : CallStep::pin, cue);
  call.tries = call.failed_pins;
  return Ask{};
}

CallAct file(CallState& call, CallStep then) {
  ask(call, then, Cue::none);
  return filing(call);
}

}  // namespace callout
