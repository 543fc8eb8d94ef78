// "Thanks", 👍 and their kin within 12 hours of a receipt or an alert want no reply.
#pragma once

#include <string_view>

#include "domain/callout/text_command.h"
#include "store/database.h"

namespace app {

bool is_thanks_for_something(store::Transaction& tx, std::string_view from,
                             const callout::TextCommand& command, base::Moment now);

}  // namespace app
