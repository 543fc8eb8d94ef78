#include "simulator/twiml_content.h"

#include <algorithm>
#include <string_view>

#include <libxml/xmlstring.h>

#include "simulator/sound.h"

namespace simulator {
namespace {

constexpr std::size_t most_bytes = 65'536;  // "64 kB", twilio.md 3.1
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string low(text);
  std::ranges::transform(low, low.begin(), [](char c) { return lower(c); });
  return low;
}

std::string media_type(const std::string& content_type) {
  return lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

/// Nothing when it is not said, or is no name.
std::string charset_of(const std::string& content_type) {
  const std::string low = lower(content_type);
  const std::size_t at = low.find("charset=");
  if (at == std::string::npos) return {};
  std::string charset = trimmed(low.substr(at + 8, low.find(';', at) - (at + 8)));
  std::erase(charset, '"');
  const bool is_name =
      charset.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
  return is_name ? charset : std::string();
}

/// What is no UTF-8 is taken for ISO 8859-1, which every byte is.
std::string utf8_of(const std::string& bytes) {
  std::string text;
  for (const char c : bytes) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    text += is_control ? ' ' : c;
  }
  if (xmlCheckUTF8(reinterpret_cast<const xmlChar*>(text.c_str())) == 1) return text;
  std::string written;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) written += static_cast<char>(0xC0 | byte >> 6U);
    written += byte >= 0x80 ? static_cast<char>(0x80 | (byte & 0x3FU)) : c;
  }
  return written;
}

}  // namespace

std::variant<Element, Fault> read_twiml(const std::string& body, const std::string& charset) {
  if (body.size() > most_bytes)
    return Fault{11750,
                 "The document has " + std::to_string(body.size()) + " bytes, more than 64 kB"};
  if (body.starts_with(byte_order_mark))
    return Fault{12100, "Error on line 1 of document: a byte order mark stands before it"};
  if (body.find('\0') != std::string::npos)
    return Fault{12100, "There is a NUL byte in the document"};
  std::variant<Element, Fault> read = read_xml(body, charset);
  const auto* root = std::get_if<Element>(&read);
  if (root != nullptr && root->name != "Response")
    return Fault{12100, "The root is <" + root->name + ">, not <Response>"};
  return read;
}

Content read_content(const http::Response& answer) {
  const std::string type = media_type(answer.content_type);
  if (type.starts_with("audio/")) return Sound{length_of_wav(answer.body)};
  if (answer.body.size() > most_bytes)
    return Fault{
        11750, "The answer has " + std::to_string(answer.body.size()) + " bytes, more than 64 kB"};
  if (type == "text/plain") return PlainText{utf8_of(answer.body)};
  if (type != "text/xml" && type != "application/xml" && type != "text/html")
    return Fault{12300, type.empty() ? "The answer has no Content-Type"
                                     : "Content-Type " + utf8_of(type) + " is not one of TwiML"};
  std::variant<Element, Fault> read = read_twiml(answer.body, charset_of(answer.content_type));
  if (auto* fault = std::get_if<Fault>(&read)) return std::move(*fault);
  return std::move(std::get<Element>(read));
}

}  // namespace simulator
