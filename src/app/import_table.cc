#include "app/import_table.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "app/csv.h"

namespace app {
namespace {

constexpr std::array<std::string_view, column_count> names = {
    "employee_number", "name", "email", "phone",        "team",   "position",  "role",
    "language",        "pin",  "site",  "second_phone", "shared", "first_day", "last_day"};
constexpr std::array<Column, 3> required = {Column::employee_number, Column::name, Column::team};
constexpr std::string_view header_remedy =
    "the first line is the header: "
    "employee_number,name,email,phone,team,position,role,language,pin "
    "and, if wanted, site,second_phone,shared,first_day,last_day";

/// "Second phone" → "second_phone".
std::string folded(std::string_view title) {
  std::string name;
  for (const char c : title) {
    const bool is_gap = c == ' ' || c == '-' || c == '_';
    if (is_gap && (name.empty() || name.back() == '_')) continue;
    const bool is_upper = c >= 'A' && c <= 'Z';
    name += is_gap ? '_' : is_upper ? static_cast<char>(c | 0x20) : c;
  }
  while (name.ends_with('_')) name.pop_back();
  return name;
}

std::optional<Column> column_named(const std::string& name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return {};
  return static_cast<Column>(found - names.begin());
}

bool is_blank(const CsvRow& row) {
  return std::ranges::all_of(row.fields, &std::string::empty);
}

struct Header {
  std::vector<std::optional<Column>> columns;  // by the field's place; nothing for an empty title
  std::vector<RowProblem> problems;
};

bool has(const Header& header, Column column) {
  return std::ranges::find(header.columns, std::optional(column)) != header.columns.end();
}

Header read_header(const CsvRow& row) {
  Header header;
  for (const std::string& title : row.fields) {
    const auto column = column_named(folded(title));
    const auto refuse = [&](const char* what) {
      header.problems.push_back({row.line, title, "", what, std::string(header_remedy)});
    };
    if (column && has(header, *column)) refuse("is in the header twice");
    if (!column && !title.empty()) refuse("is not a column of the import");
    header.columns.push_back(column);
  }
  for (const Column column : required) {
    if (has(header, column)) continue;
    header.problems.push_back({row.line, std::string(name_of(column)), "",
                               "is missing in the header", std::string(header_remedy)});
  }
  return header;
}

/// A spreadsheet that lost its trailing commas is fine; more cells than titles mean a comma in a
/// cell.
bool has_stray_cells(const CsvRow& row, const Header& header) {
  for (std::size_t at = 0; at < row.fields.size(); ++at) {
    const bool is_titled = at < header.columns.size() && header.columns[at];
    if (!is_titled && !row.fields[at].empty()) return true;
  }
  return false;
}

TableRow row_of(CsvRow& row, const Header& header) {
  TableRow result;
  result.line = row.line;
  for (std::size_t at = 0; at < std::min(row.fields.size(), header.columns.size()); ++at) {
    if (!header.columns[at]) continue;
    result.cells[static_cast<std::size_t>(*header.columns[at])] = std::move(row.fields[at]);
  }
  return result;
}

}  // namespace

std::string_view name_of(Column column) {
  return names[static_cast<std::size_t>(column)];
}

base::Result<ImportTable, std::vector<RowProblem>> read_import_table(std::string_view csv) {
  auto rows = read_csv(csv);
  if (!rows) {
    const base::Problem& problem = rows.problem();
    return std::vector<RowProblem>{{0, "", "", problem.what, problem.remedy}};
  }
  if (rows.value().empty()) {
    return std::vector<RowProblem>{{0, "", "", "is empty", std::string(header_remedy)}};
  }
  const Header header = read_header(rows.value().front());
  if (!header.problems.empty()) return header.problems;

  ImportTable table;
  for (CsvRow& row : std::span(rows.value()).subspan(1)) {
    if (is_blank(row)) continue;
    if (has_stray_cells(row, header)) {
      table.problems.push_back({row.line, "", "", "has more cells than the header has titles",
                                "put a cell that holds a comma between quotation marks"});
      continue;
    }
    table.rows.push_back(row_of(row, header));
  }
  return table;
}

}  // namespace app
