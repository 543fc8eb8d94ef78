// The details table of a mail: who, when, from which number, how sure we are of it.
#pragma once

#include <vector>

#include "channels/mail/letter.h"
#include "channels/mail/letter_words.h"

namespace mail {

/// What is not known has no row.
std::vector<Detail> details_of(notice::Kind kind, const notice::Facts& facts,
                               const LetterWords& words);

}  // namespace mail
