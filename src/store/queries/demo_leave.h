// Leave in the demo's history, as people asked for it: the same rows that the application writes,
// at any moment of the past.
#pragma once

#include <optional>
#include <string>

#include "domain/leave/absence_hours.h"
#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

struct LeaveOfTheDemo {
  people::MemberId member;
  base::DayRange days;
  std::optional<leave::PartOfDay> part = {};  // of a single day; unset: whole days
  std::string pto_type = "vacation";
  std::string reason = {};
};
/// Pending.
RequestId add_leave_of_the_demo(Transaction& tx, const platform::Vault& vault,
                                const LeaveOfTheDemo& wish, base::Moment now);

/// Approved requests that ended before the day are over.
void complete_requests(Transaction& tx, base::Day ended_before, base::Moment now);

/// Somebody has entered the hours and found cover. Only for what is approved or over.
void tick_off_request(Transaction& tx, RequestId id, base::Moment now);

}  // namespace store
