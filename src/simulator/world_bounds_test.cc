#include <gtest/gtest.h>

#include "simulator/world_test.h"

namespace simulator {
namespace {

struct Bounded : TestWorld {
  Bounded() { world.most_bytes = 100; }
};

TEST(WorldBounds, TheOldestSoundIsForgottenWhenThereIsTooMuch) {
  Bounded bounded;
  World& world = bounded.world;
  for (const char* sid : {"RE1", "RE2", "RE3"}) {
    world.keep(Recording{
        .sid = sid, .call_sid = "CA1", .status = "completed", .wav = std::string(40, 'x')});
  }
  EXPECT_EQ(world.recording("RE1"), nullptr);
  EXPECT_NE(world.recording("RE2"), nullptr);
  EXPECT_NE(world.recording("RE3"), nullptr);
}

TEST(WorldBounds, TheOldestPicturesAreForgottenAndTheNewestStaysHoweverLarge) {
  Bounded bounded;
  World& world = bounded.world;
  for (const char* sid : {"MM1", "MM2"}) {
    Message message{.sid = sid, .from = "a", .to = "b", .body = "", .direction = "inbound"};
    message.media.push_back({.sid = "ME1",
                             .content_type = "image/png",
                             .bytes = std::string(200, 'x'),
                             .created = world.now});
    world.keep(std::move(message));
  }
  EXPECT_EQ(world.message("MM1"), nullptr);
  EXPECT_NE(world.message("MM2"), nullptr);
}

TEST(WorldBounds, TheWireForgetsItsOldestAndCountsOn) {
  Bounded bounded;
  World& world = bounded.world;
  for (int count = 0; count < 5; ++count) {
    Exchange exchange;
    exchange.body = std::string(40, 'x');
    world.keep(std::move(exchange));
  }
  EXPECT_EQ(world.wire.size(), 2U);
  EXPECT_EQ(world.wire.back().number, 5U);
  EXPECT_EQ(world.wire_bytes, 80U);
}

}  // namespace
}  // namespace simulator
