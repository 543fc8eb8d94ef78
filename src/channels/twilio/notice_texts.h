// What a notice says as a text: who and when, never why.
#pragma once

#include <string>

#include "domain/notice/notice.h"
#include "text/catalogue.h"

namespace twilio {

/// Not yet in GSM-7, but short enough for one segment of it: long names and positions are cut.
std::string notice_text(const text::Catalogue& catalogue, people::Language language,
                        notice::Kind kind, const notice::Facts& facts);

}  // namespace twilio
