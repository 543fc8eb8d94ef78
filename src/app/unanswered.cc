#include "app/unanswered.h"

#include "app/tell.h"
#include "store/queries/people.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

constexpr int at_once = 50;

/// The person, or for a shared number each of those who may have sent it.
std::vector<people::MemberId> possible_senders(const store::Question& question) {
  if (question.member) return {*question.member};
  std::vector<people::MemberId> members;
  if (question.kind != store::QuestionKind::which_person) return members;
  for (const std::string& option : question.options) members.emplace_back(std::stoll(option));
  return members;
}

bool tell_unclear(store::Transaction& tx, const Line& line, const store::Question& question,
                  base::Moment now) {
  const auto attempt = store::find_attempt(tx, line.vault, question.attempt);
  if (!attempt) return false;
  bool is_somebody_told = false;
  for (const people::MemberId member : possible_senders(question)) {
    const auto employee = store::find_employee(tx, member, line.time_zone);
    if (!employee) continue;
    const callout::WallClock clock = wall_clock(employee->time_zone, now);
    notice::Facts facts = facts_about(*employee);
    facts.source = "sms";
    facts.phone = attempt->from;
    // Whose words they are is not known when several share the number.
    if (question.member) facts.message = attempt->body;
    facts.time_of_day = wall_clock(employee->time_zone, attempt->received_at).time_of_day;
    const auto readers =
        notice::responsible(store::candidates_for(tx, member, clock.day), employee->user);
    const Alert unclear{.kind = notice::Kind::unclear_text, .facts = facts, .attempt = attempt->id};
    is_somebody_told = alert(tx, line, unclear, readers, now) || is_somebody_told;
  }
  return is_somebody_told;
}

}  // namespace

bool close_unanswered(store::Transaction& tx, const Line& line, std::string_view phone,
                      const store::Question& question, base::Moment now) {
  store::forget_question(tx, phone);
  return tell_unclear(tx, line, question, now);
}

int close_unanswered(store::Transaction& tx, const Line& line, base::Moment now) {
  const auto expired = store::expired_questions(tx, now, at_once);
  for (const auto& [phone, question] : expired) close_unanswered(tx, line, phone, question, now);
  return static_cast<int>(expired.size());
}

}  // namespace app
