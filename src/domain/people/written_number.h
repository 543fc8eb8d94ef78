// How people write telephone numbers down: the digits among the blanks, dashes and prefixes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace people {

/// A number as it was written, freed of everything that only groups digits.
struct WrittenNumber {
  std::string digits;
  bool has_plus = false;  // so the country code comes first
};

/// Takes "tel:", blanks of every width, dashes of every kind, dots, slashes, parentheses, invisible
/// marks from a copied contact card and full-width digits; drops the "(0)" of "+44 (0)20". Refuses
/// an extension and everything else.
base::Result<WrittenNumber> read_written_number(std::string_view text);

}  // namespace people
