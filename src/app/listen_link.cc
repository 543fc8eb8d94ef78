#include "app/listen_link.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/bytes.h"

namespace app {
namespace {

constexpr std::string_view place = "listen link";
// Three numbers of at most 20 characters, the mac in hexadecimal, and the dots between them.
constexpr std::size_t longest = 3 * 20 + 64 + 3;

std::string signed_part(const ListenLink& link) {
  return std::to_string(link.call_out.value()) + "." + std::to_string(link.user.value()) + "." +
         std::to_string(base::epoch_seconds(link.expires));
}

/// Takes the number in front of the next dot, or of the end, off the text.
std::optional<std::int64_t> take_number(std::string_view& text) {
  const std::string_view digits = text.substr(0, text.find('.'));
  text.remove_prefix(std::min(digits.size() + 1, text.size()));
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return number;
}

}  // namespace

std::string write_listen_token(const platform::Vault& vault, const ListenLink& link) {
  const std::string text = signed_part(link);
  return text + "." + base::hex(vault.mac(place, text));
}

std::optional<ListenLink> read_listen_token(const platform::Vault& vault, std::string_view token) {
  const auto seam = token.rfind('.');
  if (token.size() > longest || seam == std::string_view::npos) return {};
  std::string_view text = token.substr(0, seam);
  const auto mac = base::parse_hex(token.substr(seam + 1));
  if (!mac || !vault.is_mac(place, text, *mac)) return {};
  std::array<std::int64_t, 3> numbers{};
  for (std::int64_t& number : numbers) {
    const auto taken = take_number(text);
    if (!taken) return {};
    number = *taken;
  }
  return ListenLink{store::CallOutId(numbers[0]), people::UserId(numbers[1]),
                    base::from_epoch_seconds(numbers[2])};
}

}  // namespace app
