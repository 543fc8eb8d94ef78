// What an event stream says, as bytes (WHATWG HTML, "Server-sent events"; RFC 9112 section 7.1).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace http {

/// How the reader knows where the stream ends: by its last chunk, or, before HTTP/1.1, by the end
/// of the connection.
enum class Framing { chunks, until_close };

/// Status line and fields. X-Accel-Buffering tells nginx to hand on each message at once.
std::string event_stream_head(Framing framing);

/// How long a browser waits before it comes back, and a comment, so that whoever stands between
/// hands on the header at once.
inline constexpr std::string_view event_greeting = "retry: 1000\n\n:\n\n";
/// An event and no comment: a page sees no comment, and must be able to tell a quiet stream from
/// one that was cut without a word.
inline constexpr std::string_view event_heartbeat = "event: beat\ndata: {}\n\n";
/// event: changed, data: {"topics":["call_outs","attempts"]}. The topics are words of EventHub, so
/// nothing in them needs escaping.
std::string changed_event(std::span<const std::string> topics);

/// A part of the stream, not empty; and its end.
std::string framed(std::string_view text, Framing framing);
std::string_view end_of_stream(Framing framing);

}  // namespace http
