#include "app/sender_unknown.h"

#include "app/pictures.h"
#include "app/report_unverified.h"
#include "domain/callout/claimed_name.h"
#include "store/queries/assignments.h"
#include "store/queries/attempts.h"
#include "store/queries/audit.h"
#include "store/queries/outbox.h"

namespace app {
namespace {

using std::chrono::hours;

constexpr std::int64_t answers_a_day = 5;

class Stranger {
 public:
  Stranger(store::Transaction& tx, const Line& line, const IncomingText& text,
           store::AttemptId attempt, base::Moment now)
      : tx_(tx),
        line_(line),
        text_(text),
        attempt_(attempt),
        now_(now),
        clock_(wall_clock(line.time_zone, text.said_at(now))) {}

  TextAnswer absent(const callout::AbsenceReport& report) {
    note_pictures(tx_, text_, attempt_, {}, now_);
    const ReportedUnverified reported =
        report_unverified(tx_, line_, absence_on(day_of(report.day)), now_);
    const store::CallOut& call_out = reported.call_out;
    store::ask(tx_, text_.from,
               {.kind = store::QuestionKind::full_name,
                .attempt = attempt_,
                .member = {},
                .options = {std::to_string(call_out.id.value())}},
               now_, now_ + hours(12));
    return close(store::AttemptKind::absence, call_out.id, AskedFullName{call_out.receipt_number},
                 reported.is_new);
  }

  /// There is no way back to who has sent it.
  TextAnswer absent_unanswered(const callout::AbsenceReport& report) {
    note_pictures(tx_, text_, attempt_, {}, now_);
    UnverifiedAbsence absence = absence_on(day_of(report.day));
    absence.phone_used.clear();
    const ReportedUnverified reported = report_unverified(tx_, line_, absence, now_);
    store::close_attempt(tx_, attempt_,
                         {.kind = store::AttemptKind::absence, .call_out = reported.call_out.id},
                         now_);
    return {.outcome = Silent{}};
  }

  /// What was said instead of a name; the question stays.
  TextAnswer ask_name_again(store::CallOutId id) {
    const auto call_out = store::find_call_out(tx_, id);
    if (!call_out) return other();
    return close(store::AttemptKind::unclear, {}, AskedFullName{call_out->receipt_number});
  }

  /// The answer to "what is your full name?".
  TextAnswer name(store::CallOutId id) {
    store::forget_question(tx_, text_.from);
    const auto call_out = store::find_call_out(tx_, id);
    if (!call_out) return other();
    switch (store::state_of_call_out(tx_, id).value()) {
      case store::CallOutState::unverified:
        note_pictures(tx_, text_, attempt_, {}, now_);
        note_name(id);
        tell_of_claimed_name(tx_, line_, absence_on(call_out->day), *call_out, now_);
        return close(store::AttemptKind::answer, id, NameNoted{call_out->receipt_number});
      case store::CallOutState::rejected:
        note_pictures(tx_, text_, attempt_, {}, now_);
        reopen(id);
        note_name(id);
        tell_of_reopened(tx_, line_, absence_on(call_out->day), *call_out, now_);
        return close(store::AttemptKind::answer, id, NameNoted{call_out->receipt_number});
      // Somebody has said whose it is: the name is news no more, and may be another's.
      case store::CallOutState::live:
      case store::CallOutState::merged:
        return close(store::AttemptKind::answer, {}, OnRecordAlready{call_out->receipt_number});
      // Whoever took it back need not be who texts here, who may still be absent.
      case store::CallOutState::taken_back: break;
    }
    return other();
  }

  TextAnswer other() { return close(store::AttemptKind::unclear, {}, NumberNotKnown{}); }

  TextAnswer silent(store::AttemptKind kind) {
    store::close_attempt(tx_, attempt_, {.kind = kind}, now_);
    return {.outcome = Silent{}};
  }

 private:
  void note_name(store::CallOutId id) {
    store::note_claimed_name(tx_, line_.vault, id, text_.body);
    put_on_record("name given", id, "sets claimed_name_sealed");
  }

  /// "Nobody's" was said before the name was.
  void reopen(store::CallOutId id) {
    store::reopen_call_out(tx_, id);
    store::drop_waiting(tx_, id, notice::Kind::seen_by_another, now_);
    put_on_record("call-out reopened", id, "unsets rejected_at");
  }

  void put_on_record(const std::string& action, store::CallOutId id, const std::string& detail) {
    store::append_audit(tx_,
                        {.actor = "line",
                         .action = action,
                         .subject = "call_out_records",
                         .subject_id = id.value(),
                         .detail = detail},
                        now_);
  }

  UnverifiedAbsence absence_on(base::Day day) const {
    return {.day = day,
            .message = text_.body,
            .source = "sms",
            .provider_id = text_.sid,
            .phone_used = text_.from,
            .attempt = attempt_,
            .said_at = text_.sent_at};
  }

  base::Day day_of(const callout::DayWords& words) const {
    const auto decision = callout::which_day(words, clock_, calendar_of_unknown(), hours(24));
    if (const auto* record = std::get_if<callout::Record>(&decision)) return record->day;
    const bool is_now = words.kind == callout::NamedDay::unsaid ||
                        words.kind == callout::NamedDay::today ||
                        words.kind == callout::NamedDay::tonight;
    const auto& ask = std::get<callout::AskDay>(decision);
    return is_now ? ask.first : ask.second;
  }

  /// At most five answers a day; the receipt of a call-out is always given.
  TextAnswer close(store::AttemptKind kind, std::optional<store::CallOutId> call_out,
                   TextOutcome outcome, bool is_receipt = false) {
    const bool may_answer =
        is_receipt || store::answers_since(tx_, text_.from, now_ - hours(24)) < answers_a_day;
    store::close_attempt(tx_, attempt_,
                         {.kind = kind, .call_out = call_out, .was_answered = may_answer}, now_);
    if (!may_answer) return {.outcome = Silent{}};
    return {.outcome = std::move(outcome)};
  }

  store::Transaction& tx_;
  const Line& line_;
  const IncomingText& text_;
  store::AttemptId attempt_;
  base::Moment now_;
  callout::WallClock clock_;
};

std::optional<callout::AbsenceReport> certain_absence(const callout::TextCommand& command) {
  if (const auto* report = std::get_if<callout::AbsenceReport>(&command)) return *report;
  if (std::holds_alternative<callout::Complete>(command)) return callout::AbsenceReport{};
  return {};
}

/// What a text may report, where it is nothing else.
std::optional<callout::AbsenceReport> likely_absence(const callout::TextCommand& command,
                                                     const std::string& body) {
  if (!std::holds_alternative<callout::Unclear>(command)) return {};
  return callout::likely_absence(body);
}

/// "Who is this??" is none, and neither is a row of hearts.
bool may_be_name(const std::string& body) {
  return body.find('?') == std::string::npos && !callout::name_words(body).empty();
}

}  // namespace

TextAnswer take_text_of_nobody(store::Transaction& tx, const Line& line, const IncomingText& text,
                               const callout::TextCommand& command, store::AttemptId attempt,
                               base::Moment now) {
  Stranger stranger(tx, line, text, attempt, now);
  auto report = certain_absence(command);
  if (!report) report = likely_absence(command, text.body);
  return report ? stranger.absent_unanswered(*report)
                : stranger.silent(store::AttemptKind::not_a_person);
}

TextAnswer take_text_of_unknown(store::Transaction& tx, const Line& line, const IncomingText& text,
                                const callout::TextCommand& command, store::AttemptId attempt,
                                base::Moment now) {
  Stranger stranger(tx, line, text, attempt, now);
  if (const auto report = certain_absence(command)) return stranger.absent(*report);
  if (std::holds_alternative<callout::Thanks>(command))
    return stranger.silent(store::AttemptKind::thanks);
  const auto question = store::open_question(tx, text.from);
  const bool is_name = std::holds_alternative<callout::Unclear>(command) && !text.body.empty();
  if (question && question->kind == store::QuestionKind::full_name && is_name) {
    const store::CallOutId id(std::stoll(question->options.front()));
    return may_be_name(text.body) ? stranger.name(id) : stranger.ask_name_again(id);
  }
  const auto likely = likely_absence(command, text.body);
  return likely ? stranger.absent(*likely) : stranger.other();
}

}  // namespace app
