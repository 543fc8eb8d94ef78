// The installation's master key: 32 bytes, never in the database. It wraps the random data keys and
// nothing else, so that it can be replaced.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "platform/clock.h"

namespace platform {

/// An independent 32-byte key for a purpose, from another key (BLAKE2b).
std::array<std::uint8_t, 32> derived_key(const std::array<std::uint8_t, 32>& key,
                                         std::string_view purpose);

class SecretKey {
 public:
  /// 64 hex digits, not all bytes alike. The Problem names CALLOUT_SECRET_KEY.
  static base::Result<SecretKey> parse(std::string_view hex);
  /// Reads `folder`/secret.key, or makes it (mode 0600, synced, the folder too, which is made if
  /// missing). Processes starting at once end with the same key. A Problem, its field the file's
  /// path, when the file is open to others, not a key, or can't be written.
  static base::Result<SecretKey> load_or_make(const std::filesystem::path& folder,
                                              const Random& random);

  std::array<std::uint8_t, 32> derive(std::string_view purpose) const;

 private:
  explicit SecretKey(std::array<std::uint8_t, 32> bytes) : bytes_(bytes) {}
  std::array<std::uint8_t, 32> bytes_;
};

}  // namespace platform
