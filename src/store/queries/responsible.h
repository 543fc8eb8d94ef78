// Who could be told about somebody's absence.
// A number that has opted out of texts is no way to reach anybody and is left out.
#pragma once

#include <string_view>

#include "domain/notice/notice.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

/// Managers whose scope holds the member's team or position, the team's listed recipients that are
/// not paused, and HR (for an isolated team only HR named in its scope). Only active people within
/// their first and last day; `is_out` is read for `day`.
notice::Candidates candidates_for(Transaction& tx, people::MemberId absent, base::Day day);
/// For an absence that nobody has been assigned to: all listed recipients and HR; where there is no
/// HR, the managers of teams that are not isolated.
notice::Candidates candidates_for_unknown(Transaction& tx, base::Day day);

/// Whether a listed recipient who is not paused has the number and would be told of the call-out as
/// it stands now: of its person's team, or of any that is not isolated while it is nobody's.
bool is_listed_for(Transaction& tx, CallOutId call_out, std::string_view phone);

}  // namespace store
