// The provider's identifiers: two letters for the kind and 32 hexadecimal digits.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace simulator {

/// Fills the span with unpredictable bytes, or with a story's own.
using Random = std::function<void(std::span<std::uint8_t>)>;

/// "CA" and 32 lower-case hexadecimal digits.
std::string new_sid(const Random& random, std::string_view kind);
/// A version 4 UUID, as the idempotency token is (RFC 9562).
std::string new_uuid(const Random& random);
/// 0 to 99.
int percent(const Random& random);

}  // namespace simulator
