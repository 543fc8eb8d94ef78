// Who does not want texts, as far as the provider tells us by refusing to send them (error 21610).
// What the carrier's own words did is noted where texts arrive (attempts.h); both end in one table.
#pragma once

#include <string_view>

#include "store/database.h"

namespace store {

bool is_opted_out(Transaction& tx, std::string_view phone);
void note_refused_as_opted_out(Transaction& tx, std::string_view phone, base::Moment now);

}  // namespace store
