#include "server/setting_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include <arpa/inet.h>

namespace server {
namespace {

constexpr std::size_t longest_shown = 60;

base::Problem wrong(std::string what, std::string remedy) {
  return {"", std::move(what), std::move(remedy)};
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return result;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// How many bits an address of this text has; 0 when it is none.
std::int64_t address_bits(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  if (inet_pton(AF_INET, text.c_str(), address.data()) == 1) return 32;
  return inet_pton(AF_INET6, text.c_str(), address.data()) == 1 ? 128 : 0;
}

bool is_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::int64_t bits = address_bits(std::string(text.substr(0, slash)));
  if (slash == std::string_view::npos) return bits > 0;
  const auto prefix = whole_number(text.substr(slash + 1));
  return bits > 0 && prefix && *prefix >= 0 && *prefix <= bits;
}

bool is_host(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) {
    return address_bits(std::string(host.substr(1, host.size() - 2))) == 128;
  }
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

bool is_this_machine(std::string_view host) {
  return host == "localhost" || host.starts_with("127.") || host == "[::1]";
}

struct Authority {
  std::string_view host;
  std::string_view port;
};

Authority split_authority(std::string_view authority) {
  const std::size_t bracket = authority.find(']');
  const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon == std::string_view::npos) return {authority, "443"};
  return {authority.substr(0, colon), authority.substr(colon + 1)};
}

}  // namespace

std::string shown(std::string_view value) {
  std::string text(value.substr(0, longest_shown));
  // Not in the middle of a character.
  while (value.size() > text.size() && !text.empty() && is_continuation(value[text.size()])) {
    text.pop_back();
  }
  std::ranges::replace_if(text, is_control, '?');
  return value.size() > text.size() ? text + "…" : text;
}

std::string is_value(std::string_view value) {
  return "is \"" + shown(value) + "\"";
}

base::Result<bool> read_flag(std::string_view value) {
  const std::string word = lower(value);
  for (const std::string_view yes : {"true", "yes", "on", "1"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"false", "no", "off", "0"}) {
    if (word == no) return false;
  }
  return wrong(is_value(value), "set it to True or False");
}

base::Result<std::int64_t> read_number(std::string_view value, std::int64_t least,
                                       std::int64_t most) {
  const auto number = whole_number(value);
  if (number && *number >= least && *number <= most) return *number;
  return wrong(is_value(value), "set it to a whole number from " + std::to_string(least) + " to " +
                                    std::to_string(most));
}

std::vector<std::string> read_list(std::string_view value) {
  std::vector<std::string> parts;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view part = value.substr(0, comma);
    const std::size_t first = part.find_first_not_of(" \t");
    if (first != std::string_view::npos) {
      parts.emplace_back(part.substr(first, part.find_last_not_of(" \t") - first + 1));
    }
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return parts;
}

base::Result<std::vector<people::PhoneNumber>> read_numbers(std::string_view value) {
  std::vector<people::PhoneNumber> numbers;
  for (const std::string& part : read_list(value)) {
    const auto number = people::PhoneNumber::parse(part);
    if (!number) {
      return wrong("holds \"" + shown(part) + "\", which " + number.problem().what,
                   number.problem().remedy);
    }
    if (std::ranges::find(numbers, number.value()) == numbers.end()) {
      numbers.push_back(number.value());
    }
  }
  return numbers;
}

base::Result<std::string> read_sid(std::string_view value, std::string_view prefix) {
  const bool is_sid =
      value.starts_with(prefix) && value.size() == prefix.size() + 32 &&
      std::ranges::all_of(value.substr(prefix.size()), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      });
  if (is_sid) return std::string(value);
  return wrong(is_value(value),
               "set it to " + std::string(prefix) +
                   " and 32 hexadecimal digits, as the provider's console shows it");
}

base::Result<std::string> read_base_url(std::string_view value) {
  std::string url = lower(value);
  if (url.ends_with('/')) url.pop_back();
  const bool is_encrypted = url.starts_with("https://");
  if (!is_encrypted && !url.starts_with("http://")) {
    return wrong(is_value(value), "begin it with https://");
  }
  const auto [host, port] = split_authority(std::string_view(url).substr(is_encrypted ? 8 : 7));
  if (!is_host(host) || !read_number(port, 1, 65535)) {
    return wrong(is_value(value),
                 "write https://, the host and nothing more, as in "
                 "https://callout.example.org");
  }
  if (!is_encrypted && !is_this_machine(host)) {
    return wrong(is_value(value),
                 "use https://: http:// is for localhost only, anybody on the way "
                 "could read along");
  }
  return url;
}

base::Result<std::string> read_address(std::string_view value) {
  if (lower(value) == "localhost") return std::string("127.0.0.1");
  if (address_bits(std::string(value)) > 0) return std::string(value);
  return wrong(is_value(value),
               "set it to an IP address: 127.0.0.1 for this machine, 0.0.0.0 for every network");
}

base::Result<std::vector<std::string>> read_networks(std::string_view value) {
  std::vector<std::string> networks = read_list(value);
  for (const std::string& network : networks) {
    if (is_network(network)) continue;
    return wrong("holds \"" + shown(network) + "\"",
                 "list addresses or networks between commas, as in 127.0.0.1,10.0.0.0/8");
  }
  return networks;
}

base::Result<std::string> read_database_url(std::string_view value) {
  // The rest of the value may hold a password, so only what kind of URL it is may be said.
  if (value.starts_with("postgresql:") || value.starts_with("postgres:")) {
    return wrong("names a PostgreSQL server, and this release keeps its data in SQLite only",
                 "set it to sqlite:callout.db or leave it out; the schema and the statements are "
                 "ready for PostgreSQL, a later release will serve it");
  }
  constexpr std::string_view prefix = "sqlite:";
  if (!value.starts_with(prefix) || value.size() == prefix.size()) {
    return wrong("does not begin with sqlite: and a file's name", "set it to sqlite:callout.db");
  }
  const std::string_view file = value.substr(prefix.size());
  if (file.starts_with("//")) {
    return wrong(
        "has two slashes behind sqlite:",
        "write sqlite:callout.db for a file in DATA_DIR, sqlite:/var/lib/callout/callout.db "
        "for another place");
  }
  if (file == ":memory:" || file.find('?') != std::string_view::npos || file.ends_with('/')) {
    return wrong(is_value(value), "name a file, as in sqlite:callout.db");
  }
  return std::string(file);
}

base::Result<std::string> read_mail_from(std::string_view value) {
  std::string_view address = value;
  const std::size_t open = value.find('<');
  if (open != std::string_view::npos && value.ends_with('>')) {
    address = value.substr(open + 1, value.size() - open - 2);
  }
  const std::size_t at = address.find('@');
  const bool is_address = at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
                          address.find('@', at + 1) == std::string_view::npos &&
                          address.find_first_of(" \t<>,;\"") == std::string_view::npos;
  if (is_address && std::ranges::none_of(value, is_control)) return std::string(value);
  return wrong(is_value(value), "write callout@example.org or Callout <callout@example.org>");
}

base::Result<std::string> read_words(std::string_view value) {
  if (value.size() <= 100 && std::ranges::none_of(value, is_control)) return std::string(value);
  return wrong(is_value(value), "write one line of at most 100 characters");
}

}  // namespace server
