#include "server/import_report.h"

#include <ostream>
#include <set>

#include "server/setting_values.h"

namespace server {
namespace {

std::string rows_left_out(const std::vector<app::RowProblem>& problems) {
  std::set<std::size_t> lines;
  for (const app::RowProblem& problem : problems) lines.insert(problem.line);
  return lines.empty() ? "" : ", " + std::to_string(lines.size()) + " left out";
}

}  // namespace

void report_problems(std::ostream& err, std::string_view file,
                     const std::vector<app::RowProblem>& problems) {
  for (const app::RowProblem& problem : problems) {
    err << file;
    if (problem.line > 0) err << ", line " << problem.line;
    if (!problem.column.empty()) err << ", " << shown(problem.column);
    if (!problem.value.empty()) err << " \"" << shown(problem.value) << "\"";
    err << " " << problem.what << ": " << problem.remedy << "\n";
  }
}

std::string plan_in_words(const app::ImportPlan& plan) {
  return std::to_string(plan.rows) + " rows: " + std::to_string(plan.added) + " new, " +
         std::to_string(plan.changed) + " changed, " + std::to_string(plan.unchanged) +
         " as they were" + rows_left_out(plan.problems) + ".\n";
}

std::string outcome_in_words(const app::ImportOutcome& outcome, const app::ImportPlan& plan) {
  std::vector<app::RowProblem> problems = plan.problems;
  problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
  return std::to_string(plan.rows) + " rows: " + std::to_string(outcome.added) + " added, " +
         std::to_string(outcome.changed) + " changed, " + std::to_string(plan.unchanged) +
         " as they were" + rows_left_out(problems) + ".\n";
}

}  // namespace server
