// Commands that are the whole text: OUT, UNDO, STOP, "K7", "1", "thanks".
#pragma once

#include <optional>

#include "domain/callout/text_command.h"
#include "domain/callout/text_words.h"

namespace callout {

/// STOP, START, HELP and their kin, alone but for white space, as the carrier matches them.
std::optional<TextCommand> carrier_word_in(const WrittenText& text);

/// Ours. Punctuation and emoji around them don't matter; a question mark does.
std::optional<TextCommand> whole_command_in(const WrittenText& text);

}  // namespace callout
