#include "app/sender_shared.h"

#include "app/pictures.h"
#include "app/sender_known.h"
#include "app/thanks.h"
#include "app/unanswered.h"
#include "store/queries/attempts.h"
#include "store/queries/people.h"

namespace app {
namespace {

class Sharers {
 public:
  Sharers(store::Transaction& tx, const Line& line, const IncomingText& text,
          const std::vector<people::Employee>& people, store::AttemptId attempt, base::Moment now)
      : tx_(tx), line_(line), text_(text), people_(people), attempt_(attempt), now_(now) {}

  TextAnswer ask_who() {
    // They are kept now, whoever turns out to have sent them: the answer will not carry them again.
    if (!text_.pictures.empty()) keep_pictures(tx_, line_, text_, attempt_, people_, now_);
    store::Question who{.kind = store::QuestionKind::which_person,
                        .attempt = attempt_,
                        .member = {},
                        .options = {}};
    AskedWhichPerson asked;
    for (const people::Employee& person : people_) {
      who.options.push_back(std::to_string(person.member.value()));
      asked.first_names.push_back(person.first_name);
    }
    store::leave_attempt_open(tx_, attempt_, store::AttemptKind::unclear, {});
    store::ask(tx_, text_.from, who, now_, now_ + question_stays_open);
    return answer(asked);
  }

  /// The answer to "1 Ana 2 Luis".
  TextAnswer chosen(const store::Question& question, const callout::TextCommand& command) {
    const auto* choice = std::get_if<callout::Choose>(&command);
    const std::size_t option = choice ? static_cast<std::size_t>(choice->option) : 0;
    store::forget_question(tx_, text_.from);
    if (option < 1 || option > question.options.size()) return told_to_managers(question);
    const people::MemberId member(std::stoll(question.options[option - 1]));
    const auto employee = store::find_employee(tx_, member, line_.time_zone);
    const auto said = store::find_attempt(tx_, line_.vault, question.attempt);
    if (!employee || !said) return told_to_managers(question);
    IncomingText first = text_;
    first.body = said->body;
    return take_text_of_employee(tx_, line_, first, callout::read_text(said->body), *employee,
                                 attempt_, now_);
  }

  TextAnswer silent() {
    store::close_attempt(tx_, attempt_, {.kind = store::AttemptKind::thanks}, now_);
    return answer(Silent{});
  }

 private:
  TextAnswer told_to_managers(const store::Question& question) {
    store::leave_attempt_open(tx_, attempt_, store::AttemptKind::unclear, {});
    return answer(ManagerTold{tell_unclear(tx_, line_, question, now_)});
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
  // Which day? was asked of somebody who has been named already.
  if (question && question->member) {
    const auto employee = store::find_employee(tx, *question->member, line.time_zone);
    if (employee) return take_text_of_employee(tx, line, text, command, *employee, attempt, now);
  }
  return people.ask_who();
}

}  // namespace app
