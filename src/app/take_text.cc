#include "app/take_text.h"

#include "app/acknowledge.h"
#include "app/sender_known.h"
#include "app/sender_shared.h"
#include "app/sender_unknown.h"
#include "app/unanswered.h"
#include "store/queries/attempts.h"
#include "store/queries/opt_outs.h"
#include "store/queries/people.h"

namespace app {
namespace {

constexpr std::size_t most_sharers = 9;  // one digit answers "1 Ana 2 Luis"

/// The carrier has answered these itself; what is left to us is to know the state.
bool is_carrier_word(store::Transaction& tx, const IncomingText& text,
                     const callout::TextCommand& command, base::Moment now) {
  const bool is_stop =
      std::holds_alternative<callout::OptOut>(command) || text.opt_out_type == "STOP";
  const bool is_start =
      std::holds_alternative<callout::OptIn>(command) || text.opt_out_type == "START";
  const bool is_help =
      std::holds_alternative<callout::AskHelp>(command) || text.opt_out_type == "HELP";
  if (is_stop || is_start) store::note_opt_out(tx, text.from, is_stop, now);
  return is_stop || is_start || is_help;
}

TextAnswer silent(store::Transaction& tx, store::AttemptId attempt,
                  const store::AttemptOutcome& outcome, base::Moment now) {
  store::close_attempt(tx, attempt, outcome, now);
  return {.outcome = Silent{}};
}

/// The one person whose number it is, so that only who answers for them sees what came from it.
std::optional<people::MemberId> owner_of(store::Transaction& tx, const Line& line,
                                         const IncomingText& text, base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, text.said_at(now)).day;
  const auto owners = store::employees_with_phone(tx, text.from, today, line.time_zone);
  return owners.size() == 1 ? std::optional(owners.front().employee.member) : std::nullopt;
}

/// A question whose ten minutes are over, but that the timer has not come to, is settled before a
/// new one can take its place.
void settle_expired_question(store::Transaction& tx, const Line& line, std::string_view from,
                             base::Moment now) {
  const auto question = store::expired_question_of(tx, from, now);
  if (question) close_unanswered(tx, line, from, *question, now);
}

/// No question reaches somebody who wants no texts: who would hear of its silence hears at once.
void nobody_waits_for_an_answer(store::Transaction& tx, const Line& line, std::string_view from,
                                TextOutcome& outcome, base::Moment now) {
  const bool is_asked = std::holds_alternative<AskedWhatItIs>(outcome) ||
                        std::holds_alternative<AskedWhichDay>(outcome) ||
                        std::holds_alternative<AskedWhichPerson>(outcome);
  if (!is_asked || !store::is_opted_out(tx, from)) return;
  const auto question = store::open_question(tx, from);
  if (question) outcome = ManagerTold{close_unanswered(tx, line, from, *question, now)};
}

TextAnswer take_text_of_person(store::Transaction& tx, const Line& line, const IncomingText& text,
                               const callout::TextCommand& command, store::AttemptId attempt,
                               base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, text.said_at(now)).day;
  std::vector<people::Employee> employees;
  for (const store::PhoneMatch& match :
       store::employees_with_phone(tx, text.from, today, line.time_zone)) {
    if (employees.size() < most_sharers) employees.push_back(match.employee);
  }
  if (employees.empty()) return take_text_of_unknown(tx, line, text, command, attempt, now);
  if (employees.size() > 1)
    return take_text_of_shared(tx, line, text, command, employees, attempt, now);
  return take_text_of_employee(tx, line, text, command, employees.front(), attempt, now);
}

}  // namespace

std::string key_of_text(std::string_view sid) {
  return "sms:" + std::string(sid);
}

store::NewAttempt attempt_of(const IncomingText& text) {
  return {.channel = "sms",
          .provider_id = text.sid,
          .from = text.from,
          .body = text.body,
          .media_count = static_cast<std::int64_t>(text.pictures.size())};
}

TextAnswer take_text(store::Transaction& tx, const Line& line, const IncomingText& text,
                     base::Moment now) {
  const store::AttemptId attempt =
      store::add_attempt(tx, line.vault, attempt_of(text), text.said_at(now));
  if (line.is_own(text.from))
    return silent(tx, attempt, {.kind = store::AttemptKind::not_a_person}, now);
  const callout::TextCommand command = callout::read_text(text.body);
  if (!people::PhoneNumber::is_caller_id(text.from))
    return take_text_of_nobody(tx, line, text, command, attempt, now);
  if (is_carrier_word(tx, text, command, now)) {
    return silent(
        tx, attempt,
        {.kind = store::AttemptKind::carrier_word, .member = owner_of(tx, line, text, now)}, now);
  }
  settle_expired_question(tx, line, text.from, now);
  if (const auto* acknowledged = std::get_if<callout::Acknowledge>(&command)) {
    if (auto answer = acknowledge_by_text(tx, line, text.from, acknowledged->code, now)) {
      store::close_attempt(tx, attempt,
                           {.kind = store::AttemptKind::command,
                            .member = owner_of(tx, line, text, now),
                            .was_answered = true},
                           now);
      return *std::move(answer);
    }
  }
  TextAnswer answer = take_text_of_person(tx, line, text, command, attempt, now);
  nobody_waits_for_an_answer(tx, line, text.from, answer.outcome, now);
  return answer;
}

}  // namespace app
