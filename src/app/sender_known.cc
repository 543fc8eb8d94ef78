#include "app/sender_known.h"

#include "app/pictures.h"
#include "app/report_absence.h"
#include "app/take_back.h"
#include "app/tell.h"
#include "app/thanks.h"
#include "app/unanswered.h"
#include "domain/callout/text_answer.h"
#include "store/queries/assignments.h"
#include "store/queries/attempts.h"
#include "store/queries/call_outs.h"
#include "store/queries/ledger.h"
#include "store/queries/people.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using std::chrono::hours;

constexpr hours cut_off_is_answered_within{12};

class Conversation {
 public:
  Conversation(store::Transaction& tx, const Line& line, const IncomingText& text,
               const people::Employee& employee, store::AttemptId attempt, base::Moment now)
      : tx_(tx),
        line_(line),
        text_(text),
        employee_(employee),
        attempt_(attempt),
        now_(now),
        clock_(wall_clock(employee.time_zone, text.said_at(now))) {}

  TextOutcome hear(const callout::TextCommand& command) {
    if (!text_.pictures.empty()) keep_pictures(tx_, line_, text_, attempt_, {employee_}, now_);
    const auto question = store::open_question(tx_, text_.from);
    if (question && question->kind == store::QuestionKind::which_day) {
      if (const auto day = chosen_day(*question, command)) return record_as_asked(*question, *day);
    }
    if (question && question->kind == store::QuestionKind::what_is_it) {
      if (const auto day = callout::read_day(text_.body)) return absent_on(*day, *question);
    }
    if (const auto* report = std::get_if<callout::AbsenceReport>(&command)) return absent(*report);
    if (std::holds_alternative<callout::Complete>(command)) return complete(question);
    if (std::holds_alternative<callout::TakeBack>(command)) return undo();
    if (const auto* lateness = std::get_if<callout::LateOrEarly>(&command))
      return late_or_early(*lateness);
    if (!text_.pictures.empty()) return picture(question);
    if (is_thanks_for_something(tx_, text_.from, command, now_)) {
      return closed(store::AttemptKind::thanks, Silent{}, false);
    }
    if (question && question->kind == store::QuestionKind::full_name) {
      if (const auto number = number_of_theirs(*question)) return on_record_already(*number);
    }
    return unclear(question);
  }

  TextOutcome absent(const callout::AbsenceReport& report) {
    const store::TeamRules rules = store::team_rules(tx_, employee_.team);
    const auto calendar = store::work_calendar(tx_, employee_.member, clock_.day);
    const auto decision = callout::which_day(report.day, clock_, calendar, rules.ask_day_from);
    if (const auto* ask = std::get_if<callout::AskDay>(&decision)) return ask_which_day(*ask);
    return record(report, text_.body, std::get<callout::Record>(decision).day);
  }

 private:
  TextOutcome ask_which_day(const callout::AskDay& ask) {
    store::leave_attempt_open(tx_, attempt_, store::AttemptKind::absence, employee_.member);
    store::ask(tx_, text_.from,
               {.kind = store::QuestionKind::which_day,
                .attempt = attempt_,
                .member = employee_.member,
                .options = {base::iso(ask.first), base::iso(ask.second)}},
               now_, now_ + question_stays_open);
    return AskedWhichDay{ask.first, ask.second};
  }

  /// "2", "Monday", "tomorrow"; OUT is today, if that is a day to be out on.
  std::optional<base::Day> chosen_day(const store::Question& question,
                                      const callout::TextCommand& command) const {
    std::vector<base::Day> offered;
    for (const std::string& option : question.options) {
      if (const auto day = base::parse_day(option)) offered.push_back(*day);
    }
    if (const auto choice = callout::read_choice(text_.body)) {
      const auto option = static_cast<std::size_t>(*choice);
      if (option <= offered.size()) return offered[option - 1];
    }
    auto words = callout::read_day(text_.body);
    if (std::holds_alternative<callout::Complete>(command))
      words.emplace().kind = callout::NamedDay::today;
    if (!words) return {};
    const auto decision = day_of_answer(*words);
    if (const auto* record = std::get_if<callout::Record>(&decision)) return record->day;
    // "Today" on a day off was offered, and is meant when it is said again in so many words.
    const bool says_today = words->kind == callout::NamedDay::today;
    if (says_today && !std::holds_alternative<callout::Complete>(command)) return offered.front();
    return {};
  }

  /// Who names the day in an answer means it at any hour.
  callout::DayDecision day_of_answer(const callout::DayWords& words) const {
    const auto calendar = store::work_calendar(tx_, employee_.member, clock_.day);
    return callout::which_day(words, clock_, calendar, hours(24));
  }

  std::string words_asked_about(const store::Question& question) const {
    const auto asked_about = store::find_attempt(tx_, line_.vault, question.attempt);
    return asked_about ? asked_about->body : std::string();
  }

  /// "What is it?" answered with a day: the first text was an absence.
  TextOutcome absent_on(const callout::DayWords& day, const store::Question& question) {
    const std::string words = words_asked_about(question);
    const auto decision = day_of_answer(day);
    if (const auto* ask = std::get_if<callout::AskDay>(&decision)) return ask_which_day(*ask);
    return record({.day = day, .reason = words}, words, std::get<callout::Record>(decision).day);
  }

  /// The words are those of the text that the question was about; this one only named the day.
  TextOutcome record_as_asked(const store::Question& question, base::Day day) {
    const std::string words = words_asked_about(question);
    const callout::TextCommand command = callout::read_text(words);
    const auto* report = std::get_if<callout::AbsenceReport>(&command);
    return record(report ? *report : callout::AbsenceReport{}, words, day);
  }

  TextOutcome record(const callout::AbsenceReport& report, const std::string& words,
                     base::Day day) {
    store::forget_question(tx_, text_.from);
    const Reported reported = report_absence(tx_, line_,
                                             {.employee = employee_,
                                              .day = day,
                                              .message = words,
                                              .reason = report.reason,
                                              .claims_fmla = report.claims_fmla,
                                              .source = "sms",
                                              .provider_id = text_.sid,
                                              .phone_used = text_.from,
                                              .authentication_method = "phone_match",
                                              .attempt = attempt_,
                                              .said_at = text_.sent_at},
                                             now_);
    const std::int64_t number = reported.call_out.receipt_number;
    if (!reported.is_new)
      return Updated{employee_.first_name, day, number, reported.is_somebody_told};
    return Recorded{employee_.first_name, day, number, report.names_several_days,
                    reported.is_somebody_told};
  }

  /// OUT completes what was begun: the words of the open attempt are the reason.
  TextOutcome complete(const std::optional<store::Question>& question) {
    const callout::DayWords today{.kind = callout::NamedDay::today};
    if (question && question->kind == store::QuestionKind::what_is_it) {
      return absent_on(today, *question);
    }
    if (const auto day = day_of_cut_off_call()) return record({}, "", *day);
    const auto decision = day_of_answer(today);
    if (const auto* ask = std::get_if<callout::AskDay>(&decision)) return ask_which_day(*ask);
    return record({}, "", std::get<callout::Record>(decision).day);
  }

  /// The day of the call that was cut off, which the text named to which OUT is the answer.
  std::optional<base::Day> day_of_cut_off_call() {
    return store::day_of_incomplete_call(tx_, employee_.member, now_ - cut_off_is_answered_within);
  }

  TextOutcome undo() {
    const TextOutcome outcome = take_back(tx_, line_, employee_, now_);
    return closed(store::AttemptKind::command, outcome);
  }

  TextOutcome late_or_early(const callout::LateOrEarly& lateness) {
    const bool is_late = lateness.kind == callout::LateOrEarly::Kind::late;
    const std::string kind = is_late ? "late" : "early";
    store::offer_tardiness(tx_,
                           {.member = employee_.member,
                            .day = clock_.day,
                            .kind = kind,
                            .minutes = lateness.by,
                            .time_of_day = lateness.time_of_day,
                            .words_sealed = line_.vault.seal("tardiness.words", text_.body),
                            .attempt = attempt_},
                           now_);
    notice::Facts facts = facts_of_sender();
    facts.lateness = kind;
    facts.late_by = lateness.by;
    facts.late_at = lateness.time_of_day;
    const Alert passed_on{.kind = notice::Kind::late_or_early, .facts = facts, .attempt = attempt_};
    const bool is_somebody_told = alert(tx_, line_, passed_on, responsible_today(), now_);
    return closed(store::AttemptKind::late_or_early, PassedOn{is_late, is_somebody_told});
  }

  /// "What is your full name?" was asked when nobody knew the number. If the call-out has been said
  /// to be theirs since, nothing is asked any more.
  std::optional<std::int64_t> number_of_theirs(const store::Question& question) {
    const store::CallOutId id(std::stoll(question.options.front()));
    const auto call_out = store::find_call_out(tx_, id);
    if (!call_out || call_out->member != employee_.member) return {};
    const auto state = store::state_of_call_out(tx_, id);
    const bool is_on_record =
        state == store::CallOutState::live || state == store::CallOutState::merged;
    return is_on_record ? std::optional(call_out->receipt_number) : std::nullopt;
  }

  TextOutcome on_record_already(std::int64_t receipt_number) {
    store::forget_question(tx_, text_.from);
    return closed(store::AttemptKind::answer, OnRecordAlready{receipt_number});
  }

  /// A note to an absence on record, or a picture without a word, is just that. With other words it
  /// may be a call-out: the answer is the same, and how to call out stands in it, but the text
  /// stays open until somebody has understood it.
  TextOutcome picture(const std::optional<store::Question>& question) {
    const bool is_without_words = text_.body.find_first_not_of(" \t\r\n") == std::string::npos;
    if (is_without_words || has_called_out_lately())
      return closed(store::AttemptKind::picture, PicturePassedOn{});
    TextOutcome outcome = unclear(question);
    if (std::holds_alternative<AskedWhatItIs>(outcome)) return PicturePassedOn{};
    return outcome;
  }

  bool has_called_out_lately() const {
    for (base::Day day = clock_.day - std::chrono::days(7);
         day <= clock_.day + std::chrono::days(1); day += std::chrono::days(1)) {
      if (store::live_call_out(tx_, employee_.member, day)) return true;
    }
    return false;
  }

  /// One question; not understood again, the manager is told at once.
  TextOutcome unclear(const std::optional<store::Question>& question) {
    store::leave_attempt_open(tx_, attempt_, store::AttemptKind::unclear, employee_.member);
    const store::Question about_this{.kind = store::QuestionKind::what_is_it,
                                     .attempt = attempt_,
                                     .member = employee_.member,
                                     .options = {}};
    if (question && question->kind == store::QuestionKind::which_day)
      return offered_again(*question);
    if (question) {
      return ManagerTold{close_unanswered(tx_, line_, text_.from,
                                          question->member ? *question : about_this, now_)};
    }
    store::ask(tx_, text_.from, about_this, now_, now_ + question_stays_open);
    return AskedWhatItIs{};
  }

  /// The question stays open and keeps its time: an absence was reported, only its day is not
  /// known.
  static TextOutcome offered_again(const store::Question& question) {
    const auto first = base::parse_day(question.options.at(0));
    const auto second = base::parse_day(question.options.at(1));
    return AskedWhichDay{*first, *second};
  }

  TextOutcome closed(store::AttemptKind kind, TextOutcome outcome, bool is_answered = true) {
    store::close_attempt(tx_, attempt_,
                         {.kind = kind, .member = employee_.member, .was_answered = is_answered},
                         now_);
    return outcome;
  }

  notice::Facts facts_of_sender() const {
    notice::Facts facts = facts_about(employee_);
    facts.source = "sms";
    facts.phone = text_.from;
    facts.message = text_.body;
    facts.day = clock_.day;
    facts.is_today = clock_.day == wall_clock(employee_.time_zone, now_).day;
    facts.time_of_day = clock_.time_of_day;
    return facts;
  }

  std::vector<notice::Candidate> responsible_today() {
    return notice::responsible(store::candidates_for(tx_, employee_.member, clock_.day),
                               employee_.user);
  }

  store::Transaction& tx_;
  const Line& line_;
  const IncomingText& text_;
  const people::Employee& employee_;
  store::AttemptId attempt_;
  base::Moment now_;
  callout::WallClock clock_;
};

}  // namespace

TextAnswer take_text_of_employee(store::Transaction& tx, const Line& line, const IncomingText& text,
                                 const callout::TextCommand& command,
                                 const people::Employee& employee, store::AttemptId attempt,
                                 base::Moment now) {
  return {employee.language, Conversation(tx, line, text, employee, attempt, now).hear(command)};
}

}  // namespace app
