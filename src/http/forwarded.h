// Who really asks, when a proxy stands in front: what is throttled is the person, not the proxy.
// X-Forwarded-For is a list to which each proxy appends whom it heard from. Anybody can send one,
// so it is believed only as far as it was written by proxies that the installation trusts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/message.h"

namespace http {

/// An address, or all of a network: "203.0.113.7", "10.0.0.0/8", "2001:db8::/32". IPv4 and its form
/// in IPv6 (::ffff:203.0.113.7) are the same.
class Network {
 public:
  /// Nothing when it is neither. Bits behind the prefix don't count: 10.1.2.3/8 is 10.0.0.0/8.
  static std::optional<Network> parse(std::string_view text);
  /// False for what is no address.
  bool contains(std::string_view address) const;

 private:
  using Bytes = std::array<std::uint8_t, 16>;
  Network(const Bytes& address, int prefix) : address_(address), prefix_(prefix) {}

  Bytes address_;
  int prefix_;
};

/// The socket's address, unless that is a trusted proxy: then, from the right, the first address
/// of X-Forwarded-For that is not trusted itself. An entry that is no address ends the search, with
/// the trusted one that reported it; if all are trusted, it is the leftmost. In the usual spelling,
/// so that one address is one text.
std::string client_address(const Request& request, std::span<const Network> trusted);

}  // namespace http
