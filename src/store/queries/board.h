// The today board: who is out, as far as the reader answers for it. A bounded number of statements,
// however many rows there are.
#pragma once

#include <vector>

#include "store/queries/entry_row.h"

namespace store {

struct Today {
  base::Day day;          // on the clock of the organization
  base::Moment midnight;  // when it began there
};

/// Call-outs whose day is today or that arrived today, newest first, and those of the day before
/// that nobody has seen, decided on or taken back: midnight comes in the midst of a night shift.
/// Those of today that were taken back or rejected are among them, so that nothing vanishes from
/// under a reader's eyes. What was added to another call-out is not.
std::vector<Entry> call_outs_of_today(Transaction& tx, const Reader& reader, const Today& today);

/// Approved leave that holds today, by name; call-outs are not among it.
std::vector<Entry> leave_of_today(Transaction& tx, const Reader& reader, const Today& today);

/// Requests, and call-outs that nobody has been assigned to, which wait for a decision that the
/// reader may make, whatever their day.
std::int64_t pending_decisions(Transaction& tx, const Reader& reader);

}  // namespace store
