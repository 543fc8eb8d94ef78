#include "http/event_text.h"

#include <array>
#include <charconv>
#include <cstddef>

namespace http {

std::string event_stream_head(Framing framing) {
  std::string head =
      "HTTP/1.1 200 OK\r\n"
      "Content-Type: text/event-stream\r\n"
      "Cache-Control: no-store\r\n"
      "X-Accel-Buffering: no\r\n"
      "X-Content-Type-Options: nosniff\r\n"
      "Connection: close\r\n";
  if (framing == Framing::chunks) head += "Transfer-Encoding: chunked\r\n";
  return head + "\r\n";
}

std::string changed_event(std::span<const std::string> topics) {
  std::string text = "event: changed\ndata: {\"topics\":[";
  std::string_view between;
  for (const std::string& topic : topics) {
    text += between;
    text += '"' + topic + '"';
    between = ",";
  }
  return text + "]}\n\n";
}

std::string framed(std::string_view text, Framing framing) {
  if (framing == Framing::until_close) return std::string(text);
  std::array<char, 2 * sizeof(std::size_t)> digits{};
  auto* const end =
      std::to_chars(digits.data(), digits.data() + digits.size(), text.size(), 16).ptr;
  std::string chunk(digits.data(), end);
  chunk += "\r\n";
  chunk += text;
  return chunk + "\r\n";
}

std::string_view end_of_stream(Framing framing) {
  return framing == Framing::chunks ? "0\r\n\r\n" : "";
}

}  // namespace http
