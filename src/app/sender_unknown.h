// A text from a number that nobody has on file, or from none at all. What may be an absence is
// recorded all the same, unverified, and somebody responsible is told; for the rest, at most five
// answers a day.
#pragma once

#include "app/take_text.h"
#include "domain/callout/text_command.h"
#include "store/ids.h"

namespace app {

TextAnswer take_text_of_unknown(store::Transaction& tx, const Line& line, const IncomingText& text,
                                const callout::TextCommand& command, store::AttemptId attempt,
                                base::Moment now);

/// Of a sender that is no telephone's number ("anonymous", a short code): nobody can be answered.
TextAnswer take_text_of_nobody(store::Transaction& tx, const Line& line, const IncomingText& text,
                               const callout::TextCommand& command, store::AttemptId attempt,
                               base::Moment now);

}  // namespace app
