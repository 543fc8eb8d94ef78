// The phrases that people use when they can't come in, as data: one table a language, one
// phrasebook for both, because people mix them. How a pattern is written: text_phrases.h. Words are
// folded: no capitals, no accents, no apostrophes.
#pragma once

#include <span>

#include "domain/callout/text_phrases.h"

namespace callout {

std::span<const Group> english_groups();
std::span<const Phrase> english_phrases();
std::span<const Phrase> english_frame_phrases();
std::span<const Group> spanish_groups();
std::span<const Phrase> spanish_phrases();
/// Illnesses, mishaps and relatives, in both.
std::span<const Phrase> cause_phrases();

/// Made once, then only read: safe from any thread.
const Phrasebook& phrasebook();

}  // namespace callout
