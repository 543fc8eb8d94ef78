#include "platform/clock.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace platform {
namespace {

Random seeded(std::uint32_t seed) {
  return [generator = std::mt19937(seed)](std::span<std::uint8_t> bytes) mutable {
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(generator());
  };
}

TEST(SystemClock, ShowsTheCurrentMoment) {
  const auto before = std::chrono::system_clock::now() - std::chrono::seconds(1);
  const base::Moment now = system_clock()();
  EXPECT_LE(before, now);
  EXPECT_LE(now, std::chrono::system_clock::now());
}

TEST(Uniform, StaysBelowItsBound) {
  EXPECT_TRUE(rc::check("0 <= uniform < bound, and a seed gives the same number twice",
                        [](std::uint32_t seed) {
                          const auto bound = *rc::gen::positive<std::uint32_t>();
                          const std::uint32_t number = uniform(seeded(seed), bound);
                          RC_ASSERT(number < bound);
                          RC_ASSERT(uniform(seeded(seed), bound) == number);
                        }));
  EXPECT_EQ(uniform(system_random(), 1), 0u);
}

TEST(Uniform, DrawsAgainInsteadOfFavouringLowNumbers) {
  // 2^32 is 1 more than a multiple of 3: the highest number belongs to no whole round.
  int draws = 0;
  const Random random = [&](std::span<std::uint8_t> bytes) {
    std::ranges::fill(bytes, ++draws == 1 ? std::uint8_t{0xFF} : std::uint8_t{0});
  };
  EXPECT_EQ(uniform(random, 3), 0u);
  EXPECT_EQ(draws, 2);
}

TEST(Uniform, GivesEachNumberAboutAsOften) {
  const Random random = seeded(1);
  std::array<int, 10> count{};
  for (int draw = 0; draw < 10'000; ++draw) ++count[uniform(random, 10)];
  for (const int each : count) EXPECT_NEAR(each, 1000, 150);
}

TEST(RandomToken, IsUrlSafeAndNeverComesTwice) {
  const Random random = system_random();
  std::set<std::string> seen;
  for (int count = 0; count < 1000; ++count) {
    const std::string token = random_token(random);
    EXPECT_EQ(token.size(), 32u);
    EXPECT_EQ(
        token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
    EXPECT_TRUE(seen.insert(token).second);
  }
}

TEST(RandomBytes, AreAsManyAsAskedFor) {
  EXPECT_EQ(random_bytes(system_random(), 33).size(), 33u);
  EXPECT_TRUE(random_bytes(system_random(), 0).empty());
}

}  // namespace
}  // namespace platform
