// Signing in by PIN on the telephone, and what guessing is up against: three tries a call, ten
// failures an hour by caller, sixty on the line; with employee numbers also waits for the person
// whose PIN is tried. The counts stand in the database.
#pragma once

#include <string>
#include <string_view>

#include "app/line.h"
#include "domain/callout/call_dialog.h"
#include "store/database.h"

namespace app {

struct PinTry {
  std::string call_sid;
  std::string from;  // as the provider says it; all withheld numbers count as one caller
  bool has_employee_number = false;
  std::string employee_number;
  std::string digits;
};

/// PinAccepted or PinRefused. The same words and the same work for a wrong PIN, an unknown employee
/// number and one that must wait.
callout::CallEvent check_pin(store::Transaction& tx, const Line& line, const PinTry& attempt,
                             base::Moment now);

/// Too many failures of late, by this caller or on the line: nobody is asked for a PIN then, and
/// call-outs are taken without.
bool is_sign_in_closed(store::Transaction& tx, std::string_view from, base::Moment now);

}  // namespace app
