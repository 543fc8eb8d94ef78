// Reads the tables that people export from a spreadsheet: RFC 4180, with a comma or a semicolon.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace app {

struct CsvRow {
  std::size_t line;  // on which the row begins, from 1, so that an error can be found in the file
  std::vector<std::string> fields;
};

/// Every row, the header first; lines without anything but blanks are skipped. Takes a byte order
/// mark, any line ending, and line breaks between quotation marks; blanks around an unquoted field
/// are dropped. The header decides between comma and semicolon. A Problem (field "file") names the
/// line that is not UTF-8, has a NUL or a misplaced quotation mark; it never repeats what the line
/// says.
base::Result<std::vector<CsvRow>> read_csv(std::string_view text);

}  // namespace app
