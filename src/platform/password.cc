#include <array>

#include <sodium.h>

#include "platform/failure.h"
#include "platform/sodium_ready.h"
#include "platform/vault.h"

namespace platform {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{64} << 20;

}  // namespace

std::string hash_password(std::string_view password) {
  require_sodium();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory) != 0) {
    throw Failure("no memory to hash a password with: argon2id needs 64 MiB");
  }
  return hash.data();
}

bool password_matches(std::string_view password, const std::string& hash) {
  require_sodium();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace platform
