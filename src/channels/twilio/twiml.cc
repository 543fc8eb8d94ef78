#include "channels/twilio/twiml.h"

#include "channels/twilio/code_points.h"

namespace twilio {
namespace {

bool is_allowed(char32_t point) {
  if (point < 0x20) return point == U'\n' || point == U'\t';
  return point != no_character && point != 0xFFFE && point != 0xFFFF;
}

}  // namespace

std::string escape_xml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + 16);
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t point = take_code_point(text);
    switch (point) {
      case U'&': escaped += "&amp;"; break;
      case U'<': escaped += "&lt;"; break;
      case U'>': escaped += "&gt;"; break;
      case U'"': escaped += "&quot;"; break;
      case U'\'': escaped += "&apos;"; break;
      default:
        if (is_allowed(point)) escaped += before.substr(0, before.size() - text.size());
    }
  }
  return escaped;
}

std::string messaging_document(const std::optional<std::string>& text) {
  std::string document(xml_declaration);
  if (!text) return document + "<Response/>";
  return document + "<Response><Message>" + escape_xml(*text) + "</Message></Response>";
}

store::StoredAnswer messaging_answer(const std::optional<std::string>& text) {
  return {.status = 200,
          .content_type = std::string(xml_content_type),
          .body = messaging_document(text)};
}

}  // namespace twilio
