// What the demo's people need and no act of the application sets yet: working patterns, a
// supervisor's scope, holidays. Nobody else's business.
#pragma once

#include <string>
#include <string_view>

#include "domain/leave/work_calendar.h"
#include "domain/people/person.h"
#include "store/database.h"

namespace store {

using PatternId = base::Strong<struct PatternTag>;

/// A pattern of one week, to be used by any number of people.
PatternId add_pattern(Transaction& tx, std::string_view name, const leave::WorkingPattern& pattern);
void set_pattern(Transaction& tx, people::MemberId member, PatternId pattern);

/// The manager answers for that position only, of each team that they answered for.
void narrow_scope(Transaction& tx, people::UserId manager, std::string_view position);

/// Of all sites. Harmless for one that is there.
void add_holiday(Transaction& tx, base::Day day, std::string_view name);

}  // namespace store
