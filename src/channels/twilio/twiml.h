// TwiML out (twilio.md 3): the few documents that the line answers with. Five characters are
// escaped, control characters dropped; nothing stands before the XML declaration.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace twilio {

inline constexpr std::string_view xml_content_type = "text/xml";

std::string escape_xml(std::string_view text);
/// One text back to the sender; without one an empty Response, which sends nothing.
std::string messaging_document(const std::optional<std::string>& text);

}  // namespace twilio
