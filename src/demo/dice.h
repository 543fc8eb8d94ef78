// Chance from a seed: the same seed, the same life.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "platform/clock.h"

namespace demo {

/// SplitMix64: small, and the same on every machine, which std's distributions are not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t throw_once() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }
  /// Both ends belong to it.
  int between(int least, int most) {
    const auto width = static_cast<std::uint64_t>(most - least) + 1;
    return least + static_cast<int>(throw_once() % width);
  }
  bool is_lucky(int percent) { return between(1, 100) <= percent; }
  template <class T, std::size_t extent>
  const T& one_of(std::span<T, extent> things) {
    return things[static_cast<std::size_t>(between(0, static_cast<int>(things.size()) - 1))];
  }

  /// For what else wants to be the same each time and is no secret.
  platform::Random random() {
    return [this](std::span<std::uint8_t> bytes) {
      for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(throw_once());
    };
  }

 private:
  std::uint64_t state_;
};

}  // namespace demo
