#include "app/take_call.h"

#include "app/call_acts.h"
#include "store/queries/alarms.h"
#include "store/queries/attempts.h"
#include "store/queries/call_outs.h"
#include "store/queries/calls.h"
#include "store/queries/people.h"
#include "store/queries/recordings.h"
#include "store/queries/sign_in.h"

namespace app {
namespace {

using std::chrono::minutes;

constexpr minutes all_but_the_recording{15};  // no call's questions last longer
constexpr int at_once = 50;

/// Whose telephone it is, when that alone says who calls: product.md, point 2.
std::optional<people::Employee> recognised(store::Transaction& tx, const Line& line,
                                           const IncomingCall& call, base::Moment now) {
  const bool is_distrusted = call.attestation.starts_with("TN-Validation-Failed");
  if (is_distrusted || line.is_own(call.from) || !people::PhoneNumber::is_caller_id(call.from))
    return {};
  const base::Day today = wall_clock(line.time_zone, call.said_at(now)).day;
  const auto matches = store::employees_with_phone(tx, call.from, today, line.time_zone);
  if (matches.size() != 1 || matches.front().is_shared) return {};
  return matches.front().employee;
}

/// What has been taken back meanwhile is not spoken of as recorded.
CallAnswer answer_of(store::Transaction& tx, const Line& line, callout::CallState state,
                     std::optional<store::CallOutId> call_out) {
  std::string first_name;
  if (call_out && !store::is_live(tx, *call_out)) {
    state.filed.reset();
    state.step = callout::CallStep::farewell;
  }
  if (state.member) {
    const auto employee = store::find_employee(tx, *state.member, line.time_zone);
    if (employee) first_name = employee->first_name;
  }
  return {std::move(state), std::move(first_name)};
}

/// A call as one transaction finds it, moves it on, and leaves it.
class Course {
 public:
  Course(store::Transaction& tx, const Line& line, const CallRules& rules, const IncomingCall& call,
         base::Moment now)
      : tx_(tx), line_(line), rules_(rules), call_(call), now_(now) {
    known_ = store::find_call(tx, line.vault, call.sid);
    is_new_ = !known_;
    if (is_new_) known_ = add();
    if (known_->state)
      state_ = *known_->state;
    else
      begin();
  }

  void hear(const callout::CallEvent& event) {
    CallActs acts(tx_, line_, {known_->sid, known_->from, known_->attestation, known_->began_at},
                  known_->attempt, now_);
    callout::CallMove move = callout::next(state_, event);
    while (const auto answer = acts.carry_out(move, event)) {
      move = callout::next(std::move(move.state), *answer);
    }
    state_ = move.state;
    if (acts.filed()) known_->call_out = acts.filed();
    store::keep_call_state(tx_, line_.vault, known_->sid, state_, known_->call_out);
  }

  void end(std::string_view status) {
    hear(callout::HungUp{});
    store::end_call(tx_, known_->sid, status, now_);
  }

  /// Spoken after a beep that is not ours. The first time leads to a day, if none is known yet.
  void hear_what_was_left_elsewhere() {
    for (int times = 0; times < 2 && state_.has_ended && !call_out(); ++times)
      hear(callout::MessageLeftElsewhere{});
  }

  bool is_new() const { return is_new_; }
  CallAnswer answer() const { return answer_of(tx_, line_, state_, known_->call_out); }
  std::optional<store::CallOutId> call_out() const { return known_->call_out; }

 private:
  store::Call add() {
    const store::AttemptId attempt = store::add_attempt(
        tx_, line_.vault,
        {.channel = "phone", .provider_id = call_.sid, .from = call_.from, .body = {}},
        call_.said_at(now_));
    store::add_call(tx_, line_.vault, {call_.sid, call_.from, call_.attestation, attempt},
                    call_.said_at(now_));
    return {.sid = call_.sid,
            .from = call_.from,
            .attestation = call_.attestation,
            .attempt = attempt,
            .call_out = {},
            .question = 0,
            .state = {},
            .began_at = call_.said_at(now_)};
  }

  /// Also for a call that an older program began: its questions get numbers that no answer has yet.
  void begin() {
    const auto employee = recognised(tx_, line_, call_, now_);
    callout::CallBegan began{.member = {},
                             .is_bilingual = store::speaks_several_languages(tx_),
                             .may_record = rules_.may_record,
                             .asks_employee_number = rules_.asks_employee_number,
                             .is_sign_in_closed = is_sign_in_closed(tx_, call_.from, now_)};
    if (employee) {
      began.member = employee->member;
      began.language = employee->language;
    }
    hear(began);
    state_.question += known_->question;
    store::keep_call_state(tx_, line_.vault, known_->sid, state_, known_->call_out);
  }

  store::Transaction& tx_;
  const Line& line_;
  const CallRules& rules_;
  const IncomingCall& call_;
  base::Moment now_;
  std::optional<store::Call> known_;
  bool is_new_ = false;  // this is the first word of it
  callout::CallState state_;
};

store::RecordingState state_of(std::string_view status) {
  if (status == "completed") return store::RecordingState::ready;
  if (status == "absent") return store::RecordingState::absent;
  if (status == "failed") return store::RecordingState::failed;
  return store::RecordingState::announced;
}

}  // namespace

bool is_call_over(std::string_view status) {
  return status == "completed" || status == "busy" || status == "failed" || status == "no-answer" ||
         status == "canceled";
}

CallAnswer begin_call(store::Transaction& tx, const Line& line, const CallRules& rules,
                      const IncomingCall& call, base::Moment now) {
  return Course(tx, line, rules, call, now).answer();
}

CallAnswer continue_call(store::Transaction& tx, const Line& line, const CallRules& rules,
                         const IncomingCall& call, const callout::CallEvent& event,
                         base::Moment now) {
  Course course(tx, line, rules, call, now);
  // What was keyed answers a question that nobody here has put.
  if (!course.is_new()) course.hear(event);
  return course.answer();
}

std::optional<CallAnswer> standing_of(store::Transaction& tx, const Line& line,
                                      std::string_view call_sid) {
  auto known = store::find_call(tx, line.vault, call_sid);
  if (!known || !known->state) return {};
  return answer_of(tx, line, *std::move(known->state), known->call_out);
}

void note_call_status(store::Transaction& tx, const Line& line, const CallRules& rules,
                      const IncomingCall& call, std::string_view status, base::Moment now) {
  if (is_call_over(status)) Course(tx, line, rules, call, now).end(status);
}

void note_recording(store::Transaction& tx, const Line& line, const CallRules& rules,
                    const RecordingNews& news, base::Moment now) {
  const store::RecordingState state = state_of(news.status);
  store::hear_of_recording(tx,
                           {.recording_sid = news.recording_sid,
                            .call_sid = news.call_sid,
                            .state = state,
                            .duration = news.duration},
                           now);
  const auto known = store::find_call(tx, line.vault, news.call_sid);
  if (!known) {
    store::raise_alarm(tx, {.kind = store::AlarmKind::unclaimed_recording}, now);
    return;
  }
  const IncomingCall call{known->sid, known->from, known->attestation, news.made_at};
  Course course(tx, line, rules, call, now);
  course.hear(callout::RecordingHeardOf{.is_empty = news.status == "absent"});
  if (state != store::RecordingState::absent) course.hear_what_was_left_elsewhere();
  if (course.call_out()) store::link_recordings(tx, news.call_sid, *course.call_out());
}

int close_forgotten_calls(store::Transaction& tx, const Line& line, const CallRules& rules,
                          base::Moment now) {
  const base::Moment began_before = now - all_but_the_recording - rules.longest_recording;
  const auto forgotten = store::forgotten_calls(tx, began_before, at_once);
  for (const std::string& sid : forgotten) {
    const auto known = store::find_call(tx, line.vault, sid);
    const IncomingCall call{known->sid, known->from, known->attestation};
    Course(tx, line, rules, call, now).end("forgotten");
  }
  return static_cast<int>(forgotten.size());
}

void note_transcript(store::Transaction& tx, const Line& line, const TranscriptNews& news,
                     base::Moment now) {
  if (!news.call_sid.empty()) {
    store::hear_of_recording(tx,
                             {.recording_sid = news.recording_sid,
                              .call_sid = news.call_sid,
                              .state = store::RecordingState::announced,
                              .duration = 0},
                             now);
    const auto known = store::find_call(tx, line.vault, news.call_sid);
    if (known && known->call_out) store::link_recordings(tx, news.call_sid, *known->call_out);
  }
  store::add_transcript(tx, line.vault, news.recording_sid, news.transcription_sid,
                        news.status == "completed", news.text, now);
}

}  // namespace app
