#include "app/assign_call_out.h"

#include <optional>

#include "app/acknowledge.h"
#include "app/report_absence.h"
#include "app/tell_settled.h"
#include "domain/callout/attestation.h"
#include "domain/callout/text_command.h"
#include "store/queries/access.h"
#include "store/queries/assignments.h"
#include "store/queries/audit.h"
#include "store/queries/call_outs.h"
#include "store/queries/calls.h"
#include "store/queries/outbox.h"
#include "store/queries/own_numbers.h"
#include "store/queries/people.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

base::Problem nobody_of_theirs() {
  return {"member_id", "is nobody whose call-outs you decide",
          "choose somebody of your teams or positions who worked here on that day"};
}

/// The person, where the assigner answers for them and they could be absent that day.
std::optional<people::Employee> employee_for(store::Transaction& tx, const Line& line,
                                             const Actor& assigner, people::MemberId member,
                                             base::Day day) {
  if (!store::access_to(tx, assigner.user, member).may_decide) return {};
  if (!store::is_employed(tx, member, day)) return {};
  return store::find_employee(tx, member, line.time_zone);
}

/// What is wrong with adding the number, if anything.
std::optional<base::Problem> problem_with(store::Transaction& tx, const Line& line,
                                          people::UserId user, const std::string& number) {
  const auto refused = [](std::string what, std::string remedy) {
    return base::Problem{"add_number", std::move(what), std::move(remedy)};
  };
  if (!people::PhoneNumber::is_caller_id(number))
    return refused("was withheld", "assign the call-out without it");
  if (line.is_own(number))
    return refused("is the line's own number", "assign the call-out without it");
  switch (store::fit_of_number(tx, user, number)) {
    case store::NumberFit::fits:
    case store::NumberFit::theirs_already: return {};
    case store::NumberFit::somebody_elses:
      return refused("is on file for somebody else", "assign the call-out without it");
    case store::NumberFit::too_many:
      return refused("would be the fourth of this person", "take one of the three off first");
  }
  return {};
}

/// What the words say, as if the person had been known when they came.
Absence absence_of(store::Transaction& tx, const Line& line, const store::CallOut& call_out,
                   const store::Report& report, const people::Employee& employee,
                   const Actor& assigner) {
  const auto call = store::find_call(tx, line.vault, report.call_sid);
  const callout::TextCommand said = callout::read_text(report.message);
  const auto* words = std::get_if<callout::AbsenceReport>(&said);
  return {.employee = employee,
          .day = call_out.day,
          .message = report.message,
          .reason = words != nullptr ? words->reason : std::string(),
          .claims_fmla = words != nullptr && words->claims_fmla,
          .has_recording = report.has_recording,
          .source = call_out.source,
          .provider_id = report.call_sid,
          .phone_used = report.phone_number_used,
          .attestation = call ? callout::attested_as(call->attestation) : std::string(),
          .authentication_method = "manual",
          .attempt = {},
          .said_at = call_out.created_at,
          .assignment = Assignment{call_out.id, assigner}};
}

/// Those to whom it is news of their own people, and the person.
std::vector<notice::Candidate> told_as_its_manager(store::Transaction& tx,
                                                   const store::CallOut& call_out,
                                                   const people::Employee& employee) {
  auto told =
      notice::responsible(store::candidates_for(tx, employee.member, call_out.day), employee.user);
  told.push_back({.user = employee.user, .name = employee.name, .phone = {}, .email = {}});
  return told;
}

void put_on_file(store::Transaction& tx, const people::Employee& employee,
                 const std::string& number, const Actor& assigner, base::Moment now) {
  if (store::fit_of_number(tx, employee.user, number) != store::NumberFit::fits) return;
  store::add_number(tx, employee.user, number, now);
  store::append_audit(tx,
                      {.actor = assigner.name,
                       .actor_user = assigner.user,
                       .action = "number added",
                       .subject = "users",
                       .subject_id = employee.user.value(),
                       .detail = "the one that a call-out came from"},
                      now);
}

}  // namespace

AssignmentOutcome assign_call_out(store::Transaction& tx, const Line& line, const Actor& assigner,
                                  const AssignmentMade& made, base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, now).day;
  const store::Access access = store::access_to_call_out(tx, assigner.user, made.call_out, today);
  if (!access.may_see) return NotThere{};
  if (!access.may_decide) return NotYours{};
  if (const auto past = past_assigning(tx, made.call_out)) return *past;

  const store::CallOut call_out = store::find_call_out(tx, made.call_out).value();
  const store::Report report = store::find_report(tx, line.vault, made.call_out).value();
  const auto employee = employee_for(tx, line, assigner, made.member, call_out.day);
  if (!employee) return nobody_of_theirs();
  const bool adds_number = made.number == UsedNumber::add;
  if (adds_number) {
    auto problem = problem_with(tx, line, employee->user, report.phone_number_used);
    if (problem) return *std::move(problem);
  }

  // "Please say whose it is" has been done before it could be read.
  store::drop_waiting(tx, made.call_out, notice::Kind::needs_verification, now);
  const Reported reported =
      report_absence(tx, line, absence_of(tx, line, call_out, report, *employee, assigner), now);
  // One that was merged has its own answer to who has seen it.
  if (reported.is_new) carry_over_sight(tx, line, reported.call_out, assigner, now);
  tell_settled(tx, line, call_out, assigner, told_as_its_manager(tx, call_out, *employee), now);
  if (adds_number) put_on_file(tx, *employee, report.phone_number_used, assigner, now);
  return Assigned{reported.call_out.id};
}

}  // namespace app
