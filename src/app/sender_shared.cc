#include "app/sender_shared.h"

#include <algorithm>

#include "app/pictures.h"
#include "app/sender_known.h"
#include "app/thanks.h"
#include "app/unanswered.h"
#include "domain/callout/text_answer.h"
#include "store/queries/attempts.h"
#include "store/queries/people.h"

namespace app {
namespace {

class Sharers {
 public:
  Sharers(store::Transaction& tx, const Line& line, const IncomingText& text,
          const std::vector<people::Employee>& people, store::AttemptId attempt, base::Moment now)
      : tx_(tx), line_(line), text_(text), people_(people), attempt_(attempt), now_(now) {}

  /// `about`: the text that the question is about, when it is not this one.
  TextAnswer ask_who(std::optional<store::AttemptId> about = {}) {
    // They are kept now, whoever turns out to have sent them.
    if (!text_.pictures.empty()) keep_pictures(tx_, line_, text_, attempt_, people_, now_);
    store::Question who{.kind = store::QuestionKind::which_person,
                        .attempt = about.value_or(attempt_),
                        .member = {},
                        .options = {}};
    AskedWhichPerson asked;
    for (const people::Employee& person : people_) {
      who.options.push_back(std::to_string(person.member.value()));
      asked.first_names.push_back(told_apart(person));
    }
    store::leave_attempt_open(tx_, attempt_, store::AttemptKind::unclear, {});
    store::ask(tx_, text_.from, who, now_, now_ + question_stays_open);
    return answer(asked);
  }

  /// The answer to "1 Ana 2 Luis": a digit, a name; or the same again, which is asked again.
  TextAnswer chosen(const store::Question& question, const callout::TextCommand& command) {
    const auto choice = callout::read_choice(text_.body);
    const auto option = static_cast<std::size_t>(choice.value_or(0));
    std::optional<people::Employee> employee = signed_by();
    if (option >= 1 && option <= question.options.size()) {
      const people::MemberId member(std::stoll(question.options[option - 1]));
      employee = store::find_employee(tx_, member, line_.time_zone);
    }
    if (employee) return go_on_as(*employee, question);
    // The newest absence is what the answer is about, whatever was said before it.
    if (std::holds_alternative<callout::AbsenceReport>(command)) return ask_who();
    if (!std::holds_alternative<callout::Unclear>(command)) return ask_who(question.attempt);
    return told_to_managers(question);
  }

  /// The one sharer whose name the text begins or ends with.
  std::optional<people::Employee> signed_by() const {
    std::optional<people::Employee> signer;
    for (const people::Employee& person : people_) {
      if (!callout::is_signed_by(text_.body, person.first_name)) continue;
      if (signer) return {};
      signer = person;
    }
    return signer;
  }

  TextAnswer silent() {
    store::close_attempt(tx_, attempt_, {.kind = store::AttemptKind::thanks}, now_);
    return answer(Silent{});
  }

 private:
  /// What was said first, unless this text says more than who it is.
  TextAnswer go_on_as(const people::Employee& employee, const store::Question& question) {
    store::forget_question(tx_, text_.from);
    const auto said = store::find_attempt(tx_, line_.vault, question.attempt);
    IncomingText first = text_;
    const bool is_new_report =
        std::holds_alternative<callout::AbsenceReport>(callout::read_text(text_.body));
    if (said && !is_new_report) first.body = said->body;
    return take_text_of_employee(tx_, line_, first, callout::read_text(first.body), employee,
                                 attempt_, now_);
  }

  /// "Maria R" where two of them are Marias.
  std::string told_apart(const people::Employee& person) const {
    const auto same = std::ranges::count(people_, person.first_name, &people::Employee::first_name);
    return same > 1 ? people::short_name(person.name) : person.first_name;
  }

  TextAnswer told_to_managers(const store::Question& question) {
    store::leave_attempt_open(tx_, attempt_, store::AttemptKind::unclear, {});
    return answer(ManagerTold{close_unanswered(tx_, line_, text_.from, question, now_)});
  }

  TextAnswer answer(TextOutcome outcome) const {
    return {people_.front().language, std::move(outcome)};
  }

  store::Transaction& tx_;
  const Line& line_;
  const IncomingText& text_;
  const std::vector<people::Employee>& people_;
  store::AttemptId attempt_;
  base::Moment now_;
};

}  // namespace

TextAnswer take_text_of_shared(store::Transaction& tx, const Line& line, const IncomingText& text,
                               const callout::TextCommand& command,
                               const std::vector<people::Employee>& sharers,
                               store::AttemptId attempt, base::Moment now) {
  Sharers people(tx, line, text, sharers, attempt, now);
  const auto question = store::open_question(tx, text.from);
  if (!question && is_thanks_for_something(tx, text.from, command, now)) return people.silent();
  if (question && question->kind == store::QuestionKind::which_person) {
    return people.chosen(*question, command);
  }
  // Somebody who says who they are need not be asked, also when another was being asked something.
  if (const auto signer = people.signed_by()) {
    return take_text_of_employee(tx, line, text, command, *signer, attempt, now);
  }
  if (question && question->member) {
    const auto employee = store::find_employee(tx, *question->member, line.time_zone);
    if (employee) return take_text_of_employee(tx, line, text, command, *employee, attempt, now);
  }
  return people.ask_who();
}

}  // namespace app
