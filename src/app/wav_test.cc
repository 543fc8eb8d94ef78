#include "app/wav.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "app/sound_test.h"

namespace app {
namespace {

TEST(WavFile, SaysHowLongItIs) {
  EXPECT_EQ(read_wav(wav_of_seconds(7))->duration, 7);
  EXPECT_EQ(read_wav(wav_of_seconds(7))->sound_bytes, 112'000);
  EXPECT_EQ(read_wav(wav_of("x"))->duration, 1) << "a begun second counts";
  EXPECT_EQ(read_wav(wav_of(""))->duration, 0);
  EXPECT_EQ(read_wav(wav_of(""))->sound_bytes, 0);
}

TEST(WavFile, MayHoldOtherChunksOfAnyLength) {
  std::string file = wav_of_seconds(2);
  file.insert(36, "LIST" + little_endian(3) + std::string("abc\0", 4));
  EXPECT_EQ(read_wav(file)->duration, 2);
}

TEST(WavFile, ThatPromisesMoreThanItHoldsIsAsLongAsItIs) {
  for (const std::uint32_t promised : {0xffff'ffffu, 0x7fff'ffffu, 40'000u}) {
    std::string file = wav_of_seconds(2);
    file.replace(40, 4, little_endian(promised));
    EXPECT_EQ(read_wav(file)->duration, 2) << promised;
  }
}

TEST(WavFile, IsNothingElse) {
  const std::string file = wav_of_seconds(1);
  for (std::size_t size = 0; size < 44; ++size) {
    EXPECT_FALSE(read_wav(file.substr(0, size))) << size;
  }
  EXPECT_FALSE(read_wav("<html>not found</html>"));
  EXPECT_FALSE(read_wav("ID3" + file));
  std::string silent_rate = file;
  silent_rate.replace(28, 4, little_endian(0));
  EXPECT_FALSE(read_wav(silent_rate));
}

TEST(WavFile, IsReadWithoutHarmWhateverStandsInIt) {
  EXPECT_TRUE(rc::check("never longer than the file", [](const std::string& noise) {
    std::string file = wav_of_seconds(0);
    const auto at = *rc::gen::inRange<std::size_t>(8, file.size() + 1);
    file.insert(at, noise);
    const auto wav = read_wav(file);
    RC_ASSERT(!wav || wav->sound_bytes <= static_cast<std::int64_t>(file.size()));
  }));
}

}  // namespace
}  // namespace app
