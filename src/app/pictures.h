// Pictures that come by text, a doctor's note most likely: kept for HR only.
#pragma once

#include <optional>
#include <vector>

#include "app/take_text.h"
#include "store/ids.h"

namespace app {

/// Notes them to be fetched. `member`: nothing where it is not known who sent them.
void note_pictures(store::Transaction& tx, const IncomingText& text, store::AttemptId attempt,
                   std::optional<people::MemberId> member, base::Moment now);
/// Notes them, and tells HR. `senders`: the person, or everybody who shares the
/// number.
void keep_pictures(store::Transaction& tx, const Line& line, const IncomingText& text,
                   store::AttemptId attempt, const std::vector<people::Employee>& senders,
                   base::Moment now);

}  // namespace app
