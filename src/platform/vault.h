// Encrypts the fields that must not be read from the file: reasons, messages, transcripts, names
// that a stranger gave. XChaCha20-Poly1305 (libsodium), one random data key under the master key,
// and the place of a field (table, column) as additional data, so that a ciphertext moved elsewhere
// does not open.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "platform/clock.h"
#include "platform/secret_key.h"

namespace platform {

using DataKey = std::array<std::uint8_t, 32>;

/// A fresh data key, and the form in which it may stand in the database.
struct WrappedKey {
  base::Bytes wrapped;
};
WrappedKey make_data_key(const SecretKey& master, const Random& random);
/// Nothing when this master did not wrap it: the wrong CALLOUT_SECRET_KEY.
std::optional<DataKey> unwrap(const SecretKey& master, const WrappedKey& key);

/// Immutable and thread-safe.
class Vault {
 public:
  Vault(const DataKey& data_key, Random random);

  /// `place` such as "pto_requests.reason". Empty text gives a ciphertext too.
  base::Bytes seal(std::string_view place, std::string_view text) const;
  /// Nothing when it was altered, belongs elsewhere or to another key.
  std::optional<std::string> open(std::string_view place, const base::Bytes& sealed) const;

  /// The keyed hash under which a PIN is stored and found (BLAKE2b-256, under a key derived
  /// apart from the data key, so that it outlives a rotation of the secret key).
  base::Bytes pin_hash(std::string_view digits) const;

  /// Signs what we hand out and want to know again (a link): a keyed BLAKE2b-256, under a key of
  /// its own. `place` keeps what was signed for one use from serving another.
  base::Bytes mac(std::string_view place, std::string_view text) const;
  /// Whether it is the mac of just that; in constant time.
  bool is_mac(std::string_view place, std::string_view text, const base::Bytes& mac) const;

 private:
  DataKey data_key_;
  std::array<std::uint8_t, 32> pin_key_;
  std::array<std::uint8_t, 32> mac_key_;
  Random random_;
};

/// SHA-256: tokens are stored only so, the audit chain is linked so.
base::Bytes sha256(std::string_view text);

/// argon2id, 64 MiB and 2 passes: takes 76 ms and the memory, so run it in the slow lane only.
std::string hash_password(std::string_view password);
bool password_matches(std::string_view password, const std::string& hash);

}  // namespace platform
