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

}  // namespace app
