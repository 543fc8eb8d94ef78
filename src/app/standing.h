// What an act of the web application comes to when it is not done.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "store/database.h"
#include "store/ids.h"

namespace app {

/// There is none, as far as this reader may know.
struct NotThere {};

/// They see it, and it is not theirs to decide: their own absence.
struct NotYours {};

/// It is past that: somebody was first, or it was taken back.
struct NotPossibleNow {
  std::string state;                    // what it is now: "denied", "rejected"
  std::string by = {};                  // who made it so; empty: the line, or not known
  std::optional<base::Moment> at = {};  // when
};

/// Nothing for a call-out that counts, be it somebody's or unverified.
std::optional<NotPossibleNow> past_deciding(store::Transaction& tx, store::CallOutId id);
/// Nothing for one that is unverified.
std::optional<NotPossibleNow> past_assigning(store::Transaction& tx, store::CallOutId id);

}  // namespace app
