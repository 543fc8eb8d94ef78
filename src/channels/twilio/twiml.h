// TwiML out (twilio.md 3): the few documents that the line answers with. Five characters are
// escaped; control characters and bytes that are no UTF-8 are dropped; nothing stands before the
// XML declaration. What is said in a call: voice_document.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/queries/answers.h"

namespace twilio {

inline constexpr std::string_view xml_content_type = "text/xml";
inline constexpr std::string_view xml_declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";

std::string escape_xml(std::string_view text);
/// One text back to the sender; without one an empty Response, which sends nothing.
std::string messaging_document(const std::optional<std::string>& text);
/// The same as what a webhook is answered with.
store::StoredAnswer messaging_answer(const std::optional<std::string>& text);

}  // namespace twilio
