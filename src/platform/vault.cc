#include "platform/vault.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include <sodium.h>

#include "platform/sodium_ready.h"

namespace platform {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::uint8_t version = 1;  // stands in front of every ciphertext: version, nonce, box
constexpr std::size_t header_size = 1 + nonce_size;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == std::tuple_size_v<DataKey>);

constexpr std::string_view data_key_place = "data key";

base::Bytes encrypt(const DataKey& key, std::string_view place, std::span<const std::uint8_t> plain,
                    const Random& random) {
  base::Bytes sealed(header_size + plain.size() + tag_size);
  sealed[0] = version;
  const std::span<std::uint8_t> nonce = std::span(sealed).subspan(1, nonce_size);
  random(nonce);
  const auto where = base::as_bytes(place);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + header_size, nullptr, plain.data(),
                                             plain.size(), where.data(), where.size(), nullptr,
                                             nonce.data(), key.data());
  return sealed;
}

/// False when it was not sealed with this key for this place; `plain` must have the right size.
bool decrypt(const DataKey& key, std::string_view place, std::span<const std::uint8_t> sealed,
             std::span<std::uint8_t> plain) {
  if (sealed.size() != header_size + plain.size() + tag_size || sealed[0] != version) return false;
  const auto box = sealed.subspan(header_size);
  const auto where = base::as_bytes(place);
  return crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, box.data(),
                                                    box.size(), where.data(), where.size(),
                                                    sealed.data() + 1, key.data()) == 0;
}

}  // namespace

WrappedKey make_data_key(const SecretKey& master, const Random& random) {
  require_sodium();
  DataKey key{};
  random(key);
  return {encrypt(master.derive("wraps data keys"), data_key_place, key, random)};
}

std::optional<DataKey> unwrap(const SecretKey& master, const WrappedKey& key) {
  require_sodium();
  DataKey data_key{};
  const bool ours =
      decrypt(master.derive("wraps data keys"), data_key_place, key.wrapped, data_key);
  return ours ? std::optional(data_key) : std::nullopt;
}

Vault::Vault(const DataKey& data_key, Random random)
    : data_key_(data_key),
      pin_key_(derived_key(data_key, "hashes PINs")),
      mac_key_(derived_key(data_key, "signs links")),
      random_(std::move(random)) {}

base::Bytes Vault::seal(std::string_view place, std::string_view text) const {
  return encrypt(data_key_, place, base::as_bytes(text), random_);
}

std::optional<std::string> Vault::open(std::string_view place, const base::Bytes& sealed) const {
  if (sealed.size() < header_size + tag_size) return {};
  std::string text(sealed.size() - header_size - tag_size, '\0');
  const std::span plain(reinterpret_cast<std::uint8_t*>(text.data()), text.size());
  if (!decrypt(data_key_, place, sealed, plain)) return {};
  return text;
}

base::Bytes Vault::pin_hash(std::string_view digits) const {
  base::Bytes hash(crypto_generichash_BYTES);
  const auto message = base::as_bytes(digits);
  crypto_generichash(hash.data(), hash.size(), message.data(), message.size(), pin_key_.data(),
                     pin_key_.size());
  return hash;
}

base::Bytes Vault::mac(std::string_view place, std::string_view text) const {
  // The place's length goes in front of it: "ab" + "c" is not "a" + "bc".
  std::string message = std::to_string(place.size());
  message.append(":").append(place).append(text);
  base::Bytes code(crypto_generichash_BYTES);
  const auto bytes = base::as_bytes(message);
  crypto_generichash(code.data(), code.size(), bytes.data(), bytes.size(), mac_key_.data(),
                     mac_key_.size());
  return code;
}

bool Vault::is_mac(std::string_view place, std::string_view text, const base::Bytes& mac) const {
  const base::Bytes expected = this->mac(place, text);
  return mac.size() == expected.size() &&
         sodium_memcmp(mac.data(), expected.data(), expected.size()) == 0;
}

base::Bytes sha256(std::string_view text) {
  require_sodium();
  base::Bytes hash(crypto_hash_sha256_BYTES);
  const auto message = base::as_bytes(text);
  crypto_hash_sha256(hash.data(), message.data(), message.size());
  return hash;
}

}  // namespace platform
