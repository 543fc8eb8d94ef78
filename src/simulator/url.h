// Absolute web addresses, taken apart without touching a byte: what is signed and what is asked for
// must be exactly what was configured.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace simulator {

struct Url {
  std::string scheme;     // "http" or "https", lower case
  std::string user_info;  // "user:password"; empty: none
  std::string host;       // as written, an IPv6 address in its brackets
  std::string port;       // digits; empty: none
  std::string target;     // path and query as written, maybe empty
  std::string fragment;   // what follows "#"
};

/// Nothing unless it is http or https with a host, and printable ASCII without blanks.
std::optional<Url> parse_url(std::string_view text);
/// Whether the provider calls back there: it refuses host names with an underscore (twilio.md 3.1).
bool is_for_webhooks(std::string_view text);
/// Without user and fragment, as it goes over the wire.
std::string bare(const Url& url);
/// With both, as it is configured.
std::string whole(const Url& url);
/// "host:port", the port only where it is written.
std::string authority(const Url& url);

/// What a reference in an answer means, where the answer came from `base` (RFC 3986 section 5.2).
/// Nothing when that is no web address.
std::optional<Url> resolve(const Url& base, std::string_view reference);
/// The same as text, whole; an empty reference is the base itself, with its fragment. Nothing when
/// it is longer than 4,000 characters either. Without a base only what is absolute is an address.
std::optional<std::string> absolute_url(std::string_view reference, std::string_view base);

}  // namespace simulator
