// "K7": somebody responsible has a call-out. The employee is told who, the others that nothing more
// is to do.
#pragma once

#include <optional>
#include <string_view>

#include "app/take_text.h"
#include "store/ids.h"

namespace app {

/// Nothing when no call-out of the last 48 hours has the code or this number was not told of it.
std::optional<TextAnswer> acknowledge_by_text(store::Transaction& tx, const Line& line,
                                              std::string_view from, std::string_view code,
                                              base::Moment now);

}  // namespace app
