// A call-out from somebody who could not be recognised: on record, with a receipt number, until a
// manager says whose it is. All listed recipients and HR are told.
#pragma once

#include <optional>
#include <string>

#include "app/line.h"
#include "store/ids.h"
#include "store/queries/call_outs.h"

namespace app {

struct UnverifiedAbsence {
  base::Day day;
  std::string message;         // as it was sent; empty when it was spoken
  bool has_recording = false;  // the message was spoken
  std::string source;          // "sms", "phone"
  std::string provider_id;     // the message's or call's SID
  std::string phone_used;      // as the provider says it; empty: withheld
  std::string attestation = {};
  store::AttemptId attempt;
  std::optional<base::Moment> said_at = {};  // when it was missed; unset: now
};

struct ReportedUnverified {
  store::CallOut call_out;
  bool is_new = true;
  bool is_somebody_told = true;
};

/// A text from the same number for the same day is added to what is there. A call never is: whoever
/// uses a telephone in a hallway need not be who used it before.
ReportedUnverified report_unverified(store::Transaction& tx, const Line& line,
                                     const UnverifiedAbsence& absence, base::Moment now);

/// The day that it is for, when nobody's own working days are known: Monday to Friday must do, and
/// a manager assigns the rest.
leave::WorkCalendar calendar_of_unknown();

/// It was rejected, and who sent it has answered: it is nobody's once more, and all are told again.
void tell_of_reopened(store::Transaction& tx, const Line& line, const UnverifiedAbsence& absence,
                      const store::CallOut& call_out, base::Moment now);

/// The claimed name has come later: told by mail, to those only who may read reasons, since what a
/// stranger writes as a name may be anything.
void tell_of_claimed_name(store::Transaction& tx, const Line& line,
                          const UnverifiedAbsence& absence, const store::CallOut& call_out,
                          base::Moment now);

}  // namespace app
