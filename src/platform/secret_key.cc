#include "platform/secret_key.h"

#include <algorithm>
#include <optional>
#include <string>

#include <sodium.h>

#include "platform/key_file.h"
#include "platform/sodium_ready.h"

namespace platform {
namespace {

constexpr const char* how_to_make_one = "make one with: openssl rand -hex 32";

}  // namespace

base::Result<SecretKey> SecretKey::parse(std::string_view hex) {
  const auto refused = [](const char* what) {
    return base::Problem{"CALLOUT_SECRET_KEY", what, how_to_make_one};
  };
  const auto bytes = base::parse_hex(hex);
  if (!bytes || bytes->size() != 32) return refused("is not 64 hexadecimal digits");
  if (std::ranges::all_of(*bytes, [&](std::uint8_t byte) { return byte == bytes->front(); })) {
    return refused("is one byte over and over, not a random key");
  }
  std::array<std::uint8_t, 32> key{};
  std::ranges::copy(*bytes, key.begin());
  return SecretKey(key);
}

base::Result<SecretKey> SecretKey::load_or_make(const std::filesystem::path& folder,
                                                const Random& random) {
  const std::filesystem::path file = folder / "secret.key";
  auto text = read_key_file(file);
  if (!text) return text.problem();
  if (!text.value()) {
    const std::string fresh = base::hex(random_bytes(random, 32)) + "\n";
    if (auto problem = publish_key_file(file, fresh, base::hex(random_bytes(random, 8)))) {
      return *std::move(problem);
    }
    // Read again: another process may have been first, and then its key is the one.
    text = read_key_file(file);
    if (!text) return text.problem();
  }
  std::string hex = text.value().value_or("");
  if (hex.ends_with('\n')) hex.pop_back();
  auto key = parse(hex);
  if (key) return key;
  return base::Problem{file.string(), "is not a secret key: it " + key.problem().what,
                       "restore it from your copy; without it the encrypted fields stay closed"};
}

std::array<std::uint8_t, 32> SecretKey::derive(std::string_view purpose) const {
  return derived_key(bytes_, purpose);
}

std::array<std::uint8_t, 32> derived_key(const std::array<std::uint8_t, 32>& key,
                                         std::string_view purpose) {
  require_sodium();
  std::array<std::uint8_t, 32> derived{};
  const auto message = base::as_bytes(purpose);
  crypto_generichash(derived.data(), derived.size(), message.data(), message.size(), key.data(),
                     key.size());
  return derived;
}

}  // namespace platform
