#include "app/import_people.h"

#include <algorithm>
#include <exception>
#include <span>

#include "store/queries/audit.h"

namespace app {
namespace {

constexpr std::size_t slice = 200;

store::Job audit_job(const ImportPlan& plan, const ImportOptions& options) {
  return [&](store::Transaction& tx) {
    store::append_audit(tx,
                        {.actor = "command line",
                         .action = "people imported",
                         .subject = "users",
                         .detail = options.source + ": " + std::to_string(plan.added) +
                                   " to add, " + std::to_string(plan.changed) + " to change"},
                        options.rules.now);
  };
}

void note(const PlannedPerson& planned, ImportOutcome& outcome) {
  ++(planned.person.member ? outcome.changed : outcome.added);
  if (planned.new_pin.empty()) return;
  outcome.new_pins.push_back(
      {planned.person.employee_number, planned.person.name, planned.new_pin});
}

void note(const PlannedPerson& planned, const std::exception_ptr& failure, ImportOutcome& outcome) {
  if (!failure) return note(planned, outcome);
  try {
    std::rethrow_exception(failure);
  } catch (const store::Conflict&) {
    outcome.problems.push_back({planned.line, "employee_number", planned.person.employee_number,
                                "met a change that was made during the import",
                                "import the same file again: it does only what is left"});
  }
}

}  // namespace

std::vector<NewPin> new_pins(const ImportPlan& plan) {
  std::vector<NewPin> pins;
  for (const PlannedPerson& planned : plan.people) {
    if (planned.new_pin.empty()) continue;
    pins.push_back({planned.person.employee_number, planned.person.name, planned.new_pin});
  }
  return pins;
}

ImportOutcome carry_out_import(store::Database& database, const ImportPlan& plan,
                               const ImportOptions& options) {
  ImportOutcome outcome;
  std::span<const PlannedPerson> left(plan.people);
  while (!left.empty()) {
    const auto now = left.first(std::min(slice, left.size()));
    std::vector<store::Job> jobs;
    for (const PlannedPerson& planned : now) {
      jobs.emplace_back([&planned, &options](store::Transaction& tx) {
        store::import_person(tx, planned.person, options.rules);
      });
    }
    // With the first slice, so that no change is without it.
    if (left.size() == plan.people.size()) jobs.push_back(audit_job(plan, options));
    const auto failures = database.write(jobs);
    if (jobs.size() > now.size() && failures.back()) std::rethrow_exception(failures.back());
    for (std::size_t at = 0; at < now.size(); ++at) note(now[at], failures[at], outcome);
    left = left.subspan(now.size());
  }
  return outcome;
}

}  // namespace app
