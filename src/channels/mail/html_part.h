// A letter as HTML that Gmail and Outlook show: tables, inline style, nothing fetched from
// elsewhere but the recording on request. The looks are in templates/, which hold no words.
#pragma once

#include <string>

#include "channels/mail/letter.h"

namespace mail {

/// Well-formed XML too; at most 60 KB.
std::string html_part(const Letter& letter);

}  // namespace mail
