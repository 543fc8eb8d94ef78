// A text from somebody on file: one conversation, one open question at most.
#pragma once

#include "app/take_text.h"
#include "domain/callout/text_command.h"
#include "store/ids.h"

namespace app {

TextAnswer take_text_of_employee(store::Transaction& tx, const Line& line, const IncomingText& text,
                                 const callout::TextCommand& command,
                                 const people::Employee& employee, store::AttemptId attempt,
                                 base::Moment now);

/// A number that several people share: who is it? Answers with the question, or goes on as the one
/// who was chosen, with what they said first.
TextAnswer take_text_of_shared(store::Transaction& tx, const Line& line, const IncomingText& text,
                               const callout::TextCommand& command,
                               const std::vector<people::Employee>& sharers,
                               store::AttemptId attempt, base::Moment now);

}  // namespace app
