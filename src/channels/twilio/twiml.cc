#include "channels/twilio/twiml.h"

namespace twilio {

std::string escape_xml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + 16);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&apos;"; break;
      default:
        if (byte >= 0x20 || c == '\n' || c == '\t') escaped += c;
    }
  }
  return escaped;
}

std::string messaging_document(const std::optional<std::string>& text) {
  std::string document = R"(<?xml version="1.0" encoding="UTF-8"?>)";
  if (!text) return document + "<Response/>";
  return document + "<Response><Message>" + escape_xml(*text) + "</Message></Response>";
}

}  // namespace twilio
