// A text from a number that several people share: who is it?
#pragma once

#include <vector>

#include "app/take_text.h"
#include "domain/callout/text_command.h"
#include "store/ids.h"

namespace app {

/// Answers with the question, or goes on as the one who was chosen, with what was said first.
/// `sharers` are the active people with that number, at least two.
TextAnswer take_text_of_shared(store::Transaction& tx, const Line& line, const IncomingText& text,
                               const callout::TextCommand& command,
                               const std::vector<people::Employee>& sharers,
                               store::AttemptId attempt, base::Moment now);

}  // namespace app
