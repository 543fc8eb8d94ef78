#include "domain/people/pin.h"

#include <cstdio>
#include <random>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace people {
namespace {

TEST(Pin, HasExactlyTheDigitsThatAreAskedFor) {
  EXPECT_EQ(Pin::parse("8306", 4).value().digits(), "8306");
  EXPECT_EQ(Pin::parse("830617", 6).value().digits(), "830617");
  for (const char* text : {"", "830", "83061", "83 6", "83o6", "+830", "-830", " 8306", "８306"}) {
    const auto pin = Pin::parse(text, 4);
    ASSERT_FALSE(pin) << text;
    EXPECT_EQ(pin.problem().field, "pin");
    EXPECT_EQ(pin.problem().what, "does not consist of exactly 4 digits");
  }
}

TEST(Pin, ThatIsEasyToGuessIsRefused) {
  for (const std::string text :
       {"0000",   "9999",   "1234",    "4321",     "0123",     "7890",    "8901",   "9876",
        "2468",   "1357",   "1212",    "1122",     "1221",     "2580",    "0852",   "1940",
        "1987",   "2026",   "2099",    "12345",    "11111",    "12121",   "123123", "112233",
        "123321", "147258", "1231231", "12341234", "87654321", "14725836"}) {
    const auto pin = Pin::parse(text, text.size());
    ASSERT_FALSE(pin) << text;
    EXPECT_EQ(pin.problem().what, "is easy to guess");
    EXPECT_EQ((pin.problem().what + pin.problem().remedy).find(text), std::string::npos);
  }
  for (const std::string text : {"1939", "2100", "8306", "7779", "12346", "194019", "112234"}) {
    EXPECT_TRUE(Pin::parse(text, text.size())) << text;
  }
}

TEST(Pin, LeavesMostCombinationsToChooseFrom) {
  int refused = 0;
  for (int number = 0; number < 10'000; ++number) {
    char text[8];
    std::snprintf(text, sizeof text, "%04d", number);
    if (!Pin::parse(text, 4)) ++refused;
  }
  EXPECT_LT(refused, 550);
}

TEST(Pin, OfAnImpossibleLengthNamesTheSetting) {
  for (const std::size_t length : {std::size_t{0}, std::size_t{3}, std::size_t{9}}) {
    const auto pin = Pin::parse(std::string(length, '7'), length);
    ASSERT_FALSE(pin);
    EXPECT_EQ(pin.problem().field, "PIN_LENGTH");
    EXPECT_THROW(Pin::make(length, [](std::uint32_t) { return 7u; }), std::logic_error);
  }
}

TEST(Pin, MadeAtRandomIsNeverTrivial) {
  EXPECT_TRUE(rc::check("make is accepted by parse", [](std::uint32_t seed) {
    std::mt19937 generator(seed);
    const auto random = [&](std::uint32_t bound) {
      return std::uniform_int_distribution<std::uint32_t>(0, bound - 1)(generator);
    };
    for (std::size_t length = Pin::shortest; length <= Pin::longest; ++length) {
      const Pin pin = Pin::make(length, random);
      RC_ASSERT(Pin::parse(pin.digits(), length).ok());
    }
  }));
}

TEST(Pin, IsNotMadeByAGeneratorThatIsStuck) {
  EXPECT_THROW(Pin::make(4, [](std::uint32_t) { return 0u; }), std::logic_error);
}

TEST(Pin, UsesEveryDigitInEveryPlace) {
  std::mt19937 generator(1);
  std::set<std::pair<std::size_t, char>> seen;
  for (int count = 0; count < 2000; ++count) {
    const Pin pin = Pin::make(
        4, [&](std::uint32_t bound) { return static_cast<std::uint32_t>(generator() % bound); });
    for (std::size_t at = 0; at < 4; ++at) seen.emplace(at, pin.digits()[at]);
  }
  EXPECT_EQ(seen.size(), 40u);
}

}  // namespace
}  // namespace people
