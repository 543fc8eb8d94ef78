// A letter as plain text: what a watch, a screen reader or an old mail program shows.
#pragma once

#include <string>

#include "channels/mail/letter.h"

namespace mail {

/// Lines end with \n and are as long as their sentences.
std::string plain_part(const Letter& letter);

}  // namespace mail
