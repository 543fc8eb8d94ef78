#include "http/forwarded.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <vector>

#include <arpa/inet.h>

#include "http/field.h"

namespace http {
namespace {

using Address = std::array<std::uint8_t, 16>;

constexpr int bits = 128;
constexpr int bits_before_ipv4 = 96;
constexpr Address ipv4_in_ipv6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};

std::optional<Address> address_of(std::string_view text) {
  const std::string ended(text);
  if (ended.find('\0') != std::string::npos) return {};
  Address address = ipv4_in_ipv6;
  if (inet_pton(AF_INET, ended.c_str(), address.data() + bits_before_ipv4 / 8) == 1) return address;
  if (inet_pton(AF_INET6, ended.c_str(), address.data()) == 1) return address;
  return {};
}

std::string text_of(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool is_ipv4 =
      std::equal(address.begin(), address.begin() + bits_before_ipv4 / 8, ipv4_in_ipv6.begin());
  if (is_ipv4) {
    inet_ntop(AF_INET, address.data() + bits_before_ipv4 / 8, text.data(), text.size());
  } else {
    inet_ntop(AF_INET6, address.data(), text.data(), text.size());
  }
  return text.data();
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The entries of all fields of that name, from the last to the first.
std::vector<std::string_view> reported(const Request& request) {
  std::vector<std::string_view> entries;
  for (auto field = request.fields.rbegin(); field != request.fields.rend(); ++field) {
    if (!equal_without_case(field->name, "X-Forwarded-For")) continue;
    std::string_view list = field->value;
    for (;;) {
      const std::size_t comma = list.rfind(',');
      if (comma == std::string_view::npos) break;
      entries.push_back(trimmed(list.substr(comma + 1)));
      list = list.substr(0, comma);
    }
    entries.push_back(trimmed(list));
  }
  return entries;
}

}  // namespace

std::optional<Network> Network::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view host = text.substr(0, slash);
  const auto address = address_of(host);
  if (!address) return {};
  if (slash == std::string_view::npos) return Network(*address, bits);
  const std::string_view digits = text.substr(slash + 1);
  const int before = host.find(':') == std::string_view::npos ? bits_before_ipv4 : 0;
  int prefix = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  if (!is_number || prefix < 0 || prefix > bits - before) return {};
  return Network(*address, before + prefix);
}

bool Network::contains(std::string_view address) const {
  const auto other = address_of(address);
  if (!other) return false;
  const auto whole = static_cast<std::size_t>(prefix_ / 8);
  if (!std::equal(address_.begin(), address_.begin() + whole, other->begin())) return false;
  if (prefix_ % 8 == 0) return true;
  const int rest = 8 - prefix_ % 8;
  return address_.at(whole) >> rest == other->at(whole) >> rest;
}

std::string client_address(const Request& request, std::span<const Network> trusted) {
  const auto is_trusted = [trusted](std::string_view address) {
    return std::ranges::any_of(
        trusted, [address](const Network& network) { return network.contains(address); });
  };
  const auto socket = address_of(request.remote_address);
  if (!socket) return request.remote_address;
  std::string client = text_of(*socket);
  for (const std::string_view entry : reported(request)) {
    if (!is_trusted(client)) break;
    const auto address = address_of(entry);
    if (!address) break;
    client = text_of(*address);
  }
  return client;
}

}  // namespace http
