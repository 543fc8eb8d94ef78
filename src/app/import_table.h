// The table that an import reads: which columns there are, and each row's cells.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace app {

/// Why a row can't be imported, for whoever made the file. The value of a PIN never stands here.
struct RowProblem {
  std::size_t line;    // in the file, from 1; 0: the file as a whole
  std::string column;  // "phone"; empty: the row as a whole
  std::string value;   // as it was entered
  std::string what;    // "has 9 digits"
  std::string remedy;
  friend bool operator==(const RowProblem&, const RowProblem&) = default;
};

enum class Column {
  employee_number,
  name,
  email,
  phone,
  team,
  position,
  role,
  language,
  pin,
  site,
  second_phone,
  shared,
  first_day,
  last_day
};
inline constexpr std::size_t column_count = 14;
std::string_view name_of(Column column);

struct TableRow {
  std::size_t line = 0;
  std::array<std::string, column_count> cells;
  const std::string& operator[](Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
};

struct ImportTable {
  std::vector<TableRow> rows;
  std::vector<RowProblem> problems;  // rows of another width than the header
};

/// The header names the columns in any order and case, "Second phone" is "second_phone". Columns
/// that are missing are empty, but for employee_number, name and team. The problems instead of a
/// table: no CSV, or a header with an unknown, doubled or missing column.
base::Result<ImportTable, std::vector<RowProblem>> read_import_table(std::string_view csv);

}  // namespace app
