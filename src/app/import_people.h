// People from a spreadsheet: read, checked row by row, compared with what is on file, and only then
// written. A file with a bad row imports nothing unless the bad rows shall be skipped. The same
// file a second time changes nothing. An empty cell leaves what is on file.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import_table.h"
#include "domain/people/phone_number.h"
#include "platform/vault.h"
#include "store/queries/people_import.h"

namespace app {

struct ImportOptions {
  std::string source;          // the file's name, for the audit
  std::size_t pin_length = 4;  // 4 to 8
  bool pin_alone_signs_in = true;
  std::vector<people::PhoneNumber> line_numbers;  // what people call and text: nobody's own
  store::ImportRules rules;
};

/// A PIN in clear: for the file that HR prints from, nowhere else.
struct NewPin {
  std::string employee_number;
  std::string name;
  std::string pin;
};

struct PlannedPerson {
  std::size_t line = 0;
  store::ImportedPerson person;
  std::string new_pin;  // only if it was made here
};

struct ImportPlan {
  std::vector<PlannedPerson> people;  // to be added or changed, in the file's order
  std::vector<RowProblem> problems;   // by line; their rows are not among the people
  std::vector<std::string> warnings;
  std::size_t rows = 0;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
};
std::vector<NewPin> new_pins(const ImportPlan& plan);

/// Writes nothing. The problems instead of a plan mean that the file as a whole is of no use.
base::Result<ImportPlan, std::vector<RowProblem>> plan_import(std::string_view csv,
                                                              const store::OnFile& on_file,
                                                              const platform::Vault& vault,
                                                              const platform::Random& random,
                                                              const ImportOptions& options);

struct ImportOutcome {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::vector<RowProblem> problems;  // rows that met a change made after the plan
  std::vector<NewPin> new_pins;      // of those that are in
};
/// Writes the plan in slices of 200 rows, so that a webhook never waits behind it, with one audit
/// entry. Throws store::Failure when the database fails: earlier slices are in then, and the same
/// file again does the rest.
ImportOutcome carry_out_import(store::Database& database, const ImportPlan& plan,
                               const ImportOptions& options);

}  // namespace app
