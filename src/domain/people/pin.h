// A PIN on the phone's keypad. Made at random and only at random, or imported; the trivial ones are
// refused. Only its keyed hash is ever stored (platform/vault.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace people {

class Pin {
 public:
  static constexpr std::size_t shortest = 4;
  static constexpr std::size_t longest = 8;

  /// Exactly `length` digits (4 to 8) and not trivial: even steps (0000, 1234, 9753, 8901), a
  /// repeated block (1212, 123123), doubled digits (1122), mirrored halves (1221), a path over the
  /// keypad (2580), or a year from 1940 to 2099 when it has four digits. About one in twenty of
  /// four digits. The Problem's field is "pin" (PIN_LENGTH for an impossible length) and it never
  /// repeats the digits.
  static base::Result<Pin> parse(std::string_view text, std::size_t length);
  /// `random(n)` is a uniform number below n; `length` must be 4 to 8. Never trivial. Throws
  /// std::logic_error for another length or a `random` that only makes trivial ones.
  static Pin make(std::size_t length, const std::function<std::uint32_t(std::uint32_t)>& random);

  const std::string& digits() const { return digits_; }

 private:
  explicit Pin(std::string digits) : digits_(std::move(digits)) {}
  std::string digits_;
};

}  // namespace people
