// What a report of absence does, however it came: request, call-out, ledger, audit and every
// notice, in the caller's transaction. A second report of the same person and day finds the first.
#pragma once

#include <optional>
#include <string>

#include "app/actor.h"
#include "app/line.h"
#include "domain/people/person.h"
#include "store/ids.h"
#include "store/queries/call_outs.h"

namespace app {

/// Somebody has said whose call-out an unverified one is.
struct Assignment {
  store::CallOutId call_out;
  Actor by;
};

struct Absence {
  people::Employee employee;
  base::Day day;
  std::string message;  // as it was sent
  std::string reason;   // the same without the opening phrase
  std::string pto_type = "sick";
  bool claims_fmla = false;
  bool has_recording = false;                 // the message was spoken
  std::string source;                         // "sms", "phone"
  std::string provider_id;                    // the message's or call's SID
  std::string phone_used;                     // E.164; empty: withheld
  std::string attestation = {};               // "A" when the carrier vouches for it, "B", "C"
  std::string authentication_method;          // "phone_match"
  store::AttemptId attempt;                   // of which this is the outcome
  std::optional<base::Moment> said_at = {};   // when it was missed; unset: now
  std::optional<Assignment> assignment = {};  // its call-out is on record already, as nobody's
};

struct Reported {
  store::CallOut call_out;
  bool is_new = true;            // false: attached to the one of that day
  bool is_somebody_told = true;  // false: an alarm stands on the board instead
  bool will_be_texted =
      false;  // a receipt leaves for the number on file, and none has failed there
};

/// A call-out is never refused: leave that was approved for the day only flags it. All open
/// attempts of the person and the number are completed by it; by an assignment those of the person
/// only, since others may use that telephone. Whoever assigns it is not told of it.
Reported report_absence(store::Transaction& tx, const Line& line, const Absence& absence,
                        base::Moment now);

/// A code such as "K7" that no call-out of the last 48 hours has.
std::string new_acknowledge_code(store::Transaction& tx, const Line& line, base::Moment now);

}  // namespace app
