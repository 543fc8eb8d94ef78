#include "app/call_acts.h"

#include <algorithm>

#include "app/report_absence.h"
#include "app/report_unverified.h"
#include "app/tell.h"
#include "domain/callout/attestation.h"
#include "store/queries/attempts.h"
#include "store/queries/audit.h"
#include "store/queries/people.h"
#include "store/queries/recordings.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using std::chrono::seconds;

// The word that the beep has sounded may be so late behind the word that the call has ended.
constexpr seconds word_under_way{60};

std::string_view pto_type_of(callout::Category category) {
  switch (category) {
    case callout::Category::unsaid:
    case callout::Category::sick: return "sick";
    case callout::Category::family: return "family";
    case callout::Category::fmla: return "fmla";
  }
  return "sick";
}

/// Of two days the second is likelier when the first is no working day, or its shift is over.
bool is_second_likelier(const callout::AskDay& ask, const callout::WallClock& clock,
                        const leave::WorkCalendar& calendar) {
  const auto shift = calendar.shift_on(ask.first);
  if (!shift) return true;
  return ask.first == clock.day && !shift->is_overnight() && clock.time_of_day >= shift->ends;
}

callout::DayFound found(const callout::DayDecision& decision, const callout::WallClock& clock,
                        const leave::WorkCalendar& calendar) {
  callout::DayFound day{.decision = decision, .on_record = {}};
  if (const auto* ask = std::get_if<callout::AskDay>(&decision))
    day.is_second_likely = is_second_likelier(*ask, clock, calendar);
  return day;
}

bool leaves_recording(const callout::CallEvent& event) {
  if (const auto* left = std::get_if<callout::MessageLeft>(&event)) return !left->is_empty;
  if (const auto* heard = std::get_if<callout::RecordingHeardOf>(&event)) return !heard->is_empty;
  return std::holds_alternative<callout::MessageLeftElsewhere>(event);
}

std::vector<base::Day> days_of(const callout::DayDecision& decision) {
  if (const auto* record = std::get_if<callout::Record>(&decision)) return {record->day};
  const auto& ask = std::get<callout::AskDay>(decision);
  return {ask.first, ask.second};
}

}  // namespace

CallActs::CallActs(store::Transaction& tx, const Line& line, IncomingCall call,
                   store::AttemptId attempt, base::Moment now)
    : tx_(tx), line_(line), call_(std::move(call)), attempt_(attempt), now_(now) {}

std::optional<callout::CallEvent> CallActs::carry_out(const callout::CallMove& move,
                                                      const callout::CallEvent& cause) {
  has_recording_ = leaves_recording(cause);
  return std::visit([&](const auto& what) { return act(what, move.state); }, move.act);
}

CallActs::Answer CallActs::act(const callout::Ask& /*ask*/, const State& /*state*/) {
  return {};
}

CallActs::Answer CallActs::act(const callout::CheckPin& check, const State& state) {
  return check_pin(tx_, line_,
                   {.call_sid = call_.sid,
                    .from = call_.from,
                    .has_employee_number = state.asks_employee_number,
                    .employee_number = state.employee_number,
                    .digits = check.digits},
                   now_);
}

CallActs::Answer CallActs::act(const callout::FindDay& /*find*/, const State& state) {
  return state.member ? day_of(employee_of(state)) : day_of_unknown();
}

CallActs::Answer CallActs::day_of(const people::Employee& employee) const {
  const callout::WallClock clock = wall_clock(employee.time_zone, call_.said_at(now_));
  const auto calendar = store::work_calendar(tx_, employee.member, clock.day);
  const auto decision =
      callout::which_day({}, clock, calendar, store::team_rules(tx_, employee.team).ask_day_from);
  callout::DayFound day = found(decision, clock, calendar);
  for (const base::Day offered : days_of(decision)) {
    if (store::live_call_out(tx_, employee.member, offered)) day.on_record.push_back(offered);
  }
  return day;
}

CallActs::Answer CallActs::day_of_unknown() const {
  const callout::WallClock clock = wall_clock(line_.time_zone, call_.said_at(now_));
  const leave::WorkCalendar calendar = calendar_of_unknown();
  return found(callout::which_day({}, clock, calendar, store::TeamRules{}.ask_day_from), clock,
               calendar);
}

CallActs::Answer CallActs::act(const callout::FileCallOut& /*file*/, const State& state) {
  const Reported reported =
      report_absence(tx_, line_,
                     {.employee = employee_of(state),
                      .day = state.day.value(),
                      .message = {},
                      .reason = {},
                      .pto_type = std::string(pto_type_of(state.category)),
                      .has_recording = has_recording_,
                      .source = "phone",
                      .provider_id = call_.sid,
                      .phone_used = caller(),
                      .attestation = callout::attested_as(call_.attestation),
                      .authentication_method = std::string(callout::code_of(state.sign_in)),
                      .attempt = attempt_,
                      .said_at = call_.began_at},
                     now_);
  return is_filed(reported.call_out, {.receipt_number = reported.call_out.receipt_number,
                                      .is_new = reported.is_new,
                                      .is_somebody_told = reported.is_somebody_told,
                                      .will_be_texted = reported.will_be_texted});
}

CallActs::Answer CallActs::act(const callout::FileUnverified& /*file*/, const State& state) {
  const ReportedUnverified reported =
      report_unverified(tx_, line_,
                        {.day = state.day.value(),
                         .message = state.callback,
                         .has_recording = has_recording_,
                         .source = "phone",
                         .provider_id = call_.sid,
                         .phone_used = caller(),
                         .attestation = callout::attested_as(call_.attestation),
                         .attempt = attempt_,
                         .said_at = call_.began_at},
                        now_);
  store::close_attempt(
      tx_, attempt_,
      {.kind = store::AttemptKind::absence, .call_out = reported.call_out.id, .was_answered = true},
      now_);
  return is_filed(reported.call_out, {.receipt_number = reported.call_out.receipt_number,
                                      .is_new = true,
                                      .is_somebody_told = reported.is_somebody_told,
                                      .will_be_texted = false});
}

CallActs::Answer CallActs::is_filed(const store::CallOut& call_out, const callout::Filed& filed) {
  filed_ = call_out.id;
  store::link_recordings(tx_, call_.sid, call_out.id);
  return callout::CallOutFiled{filed};
}

CallActs::Answer CallActs::act(const callout::NoteCategory& /*note*/, const State& state) {
  const auto call_out = store::live_call_out(tx_, state.member.value(), state.day.value());
  if (!call_out || !call_out->request || state.category == callout::Category::unsaid) return {};
  store::set_category(tx_, *call_out->request, pto_type_of(state.category), now_);
  store::append_audit(tx_,
                      {.actor = "line",
                       .actor_user = employee_of(state).user,
                       .action = "category chosen",
                       .subject = "pto_requests",
                       .subject_id = call_out->request->value(),
                       .detail = "sets pto_type"},
                      now_);
  return {};
}

CallActs::Answer CallActs::act(const callout::LeftIncomplete& left, const State& state) {
  const people::Employee employee = employee_of(state);
  const base::Day day = day_meant(employee, state);
  if (store::live_call_out(tx_, employee.member, day)) return end_without_news(state);
  const bool is_told = store::is_another_incomplete(tx_, attempt_, employee.member, day);
  store::leave_call_incomplete(tx_, attempt_, employee.member, day);
  if (!is_told) tell_of_incomplete(employee, day, left.is_certain);
  return {};
}

/// The day that was chosen, the first of those offered that has no call-out, or the one at hand
/// when the call began.
base::Day CallActs::day_meant(const people::Employee& employee, const State& state) const {
  if (state.day) return *state.day;
  for (const base::Day offered : state.offered) {
    if (std::ranges::find(state.on_record, offered) == state.on_record.end()) return offered;
  }
  return day_at_hand(employee, call_.said_at(now_));
}

base::Day CallActs::day_at_hand(const people::Employee& employee, base::Moment moment) const {
  const callout::WallClock clock = wall_clock(employee.time_zone, moment);
  return callout::day_at_hand(clock, store::work_calendar(tx_, employee.member, clock.day));
}

void CallActs::tell_of_incomplete(const people::Employee& employee, base::Day day,
                                  bool is_certain) {
  notice::Facts facts = facts_about(employee);
  facts.source = "phone";
  facts.phone = caller();
  facts.day = day;
  facts.is_today = day == day_at_hand(employee, now_);
  facts.time_of_day = wall_clock(employee.time_zone, call_.said_at(now_)).time_of_day;
  Alert cut_off{.kind = notice::Kind::incomplete_call, .facts = facts, .attempt = attempt_};
  if (!is_certain) cut_off.not_before = now_ + word_under_way;
  alert(tx_, line_, cut_off,
        notice::responsible(store::candidates_for(tx_, employee.member, day), employee.user), now_);
  cut_off.kind = notice::Kind::cut_off;
  cut_off.not_before = now_ + word_under_way;
  tell_employee(tx_, line_, cut_off, employee, Reach::text_else_mail, now_);
}

CallActs::Answer CallActs::act(const callout::LeftUnrecognised& /*left*/, const State& /*state*/) {
  store::close_attempt(tx_, attempt_, {.kind = store::AttemptKind::unrecognised}, now_);
  return {};
}

CallActs::Answer CallActs::act(const callout::NothingMore& /*nothing*/, const State& state) {
  const bool is_about_known_day = state.has_ended && !state.filed && state.adds_to_call_out();
  return is_about_known_day ? end_without_news(state) : std::nullopt;
}

/// The day has its call-out, and nothing was added to it.
CallActs::Answer CallActs::end_without_news(const State& state) {
  store::close_attempt(tx_, attempt_,
                       {.kind = store::AttemptKind::nothing_added, .member = state.member}, now_);
  return {};
}

people::Employee CallActs::employee_of(const State& state) const {
  return store::find_employee(tx_, state.member.value(), line_.time_zone).value();
}

std::string CallActs::caller() const {
  return people::PhoneNumber::is_caller_id(call_.from) ? call_.from : std::string();
}

}  // namespace app
