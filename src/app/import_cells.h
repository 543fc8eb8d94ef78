// One row of an import, each cell read and checked for itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/import_people.h"
#include "app/import_table.h"
#include "base/time.h"
#include "domain/people/person.h"
#include "domain/people/phone_number.h"
#include "domain/people/pin.h"

namespace app {

/// What the row says; nothing or empty text where it says nothing.
struct CheckedRow {
  std::size_t line = 0;
  std::string employee_number;
  std::string name;
  std::string email;
  std::optional<people::PhoneNumber> phone;
  std::optional<people::PhoneNumber> second_phone;
  std::optional<bool> shared;
  std::string team;
  std::string position;
  std::string site;
  std::vector<people::Role> roles;
  std::optional<people::Language> language;
  std::optional<people::Pin> pin;
  std::optional<base::Day> first_day;
  std::optional<base::Day> last_day;
};

/// All that is wrong with the row is added to `problems`; if anything is, the result is not to be
/// used.
CheckedRow check_cells(const TableRow& row, const ImportOptions& options,
                       std::vector<RowProblem>& problems);

}  // namespace app
