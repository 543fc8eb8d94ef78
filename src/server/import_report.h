// What an import tells whoever started it.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "app/import_people.h"

namespace server {

/// "people.csv, line 7, phone "555-0100" has 7 digits: write it as …", a line each.
void report_problems(std::ostream& err, std::string_view file,
                     const std::vector<app::RowProblem>& problems);

std::string plan_in_words(const app::ImportPlan& plan);
std::string outcome_in_words(const app::ImportOutcome& outcome, const app::ImportPlan& plan);

}  // namespace server
