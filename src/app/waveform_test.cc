#include "app/waveform.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "app/sound_test.h"

namespace app {
namespace {

std::string little_endian_16(int number) {
  return {static_cast<char>(number & 0xff), static_cast<char>(number >> 8 & 0xff)};
}

struct Format {
  int coding = 1;
  int channels = 1;
  int bits = 16;
};
std::string wav_in(const Format& format, const std::string& sound) {
  const int frame = format.channels * format.bits / 8;
  const std::string fields = little_endian_16(format.coding) + little_endian_16(format.channels) +
                             little_endian(8000) + little_endian(8000u * unsigned(frame)) +
                             little_endian_16(frame) + little_endian_16(format.bits);
  const std::string chunks = "WAVEfmt " + little_endian(16) + fields + "data" +
                             little_endian(static_cast<std::uint32_t>(sound.size())) + sound;
  return "RIFF" + little_endian(static_cast<std::uint32_t>(chunks.size())) + chunks;
}

/// So many samples of that loudness, up and down in turn.
std::string tone(int magnitude, std::size_t samples) {
  std::string sound;
  for (std::size_t at = 0; at < samples; ++at) {
    sound += little_endian_16(at % 2 == 0 ? magnitude : -magnitude);
  }
  return sound;
}

base::Bytes level(std::uint8_t height) {
  return base::Bytes(100, height);
}

TEST(Waveform, IsFlatForSilenceAndFullForTheLoudest) {
  EXPECT_EQ(waveform_of(wav_of(tone(0, 8000))), level(0));
  EXPECT_EQ(waveform_of(wav_of(tone(32'767, 8000))), level(100));
  EXPECT_EQ(waveform_of(wav_of(little_endian_16(-32'768))), level(100)) << "the lowest there is";
}

TEST(Waveform, ShowsAQuietVoiceAndNotTheNoiseOfTheLine) {
  EXPECT_EQ(waveform_of(wav_of(tone(1'000, 8000))), level(37));
  EXPECT_EQ(waveform_of(wav_of(tone(16'384, 8000))), level(87)) << "half as loud as can be";
  EXPECT_EQ(waveform_of(wav_of(tone(100, 8000))), level(0));
}

TEST(Waveform, ShowsWhereSomebodySpeaks) {
  const auto heights = waveform_of(wav_of(tone(0, 7200) + tone(8'000, 800))).value();
  ASSERT_EQ(heights.size(), 100u);
  EXPECT_TRUE(std::all_of(heights.begin(), heights.begin() + 90, [](int h) { return h == 0; }));
  EXPECT_TRUE(std::all_of(heights.begin() + 90, heights.end(), [](int h) { return h == 74; }));
}

TEST(Waveform, OfTwoVoicesIsTheLouder) {
  std::string sound;
  for (int at = 0; at < 8000; ++at) sound += little_endian_16(0) + little_endian_16(-8'000);
  EXPECT_EQ(waveform_of(wav_in({.channels = 2}, sound)), level(74));
}

TEST(Waveform, OfEightBitsStandsInTheMiddleForSilence) {
  EXPECT_EQ(waveform_of(wav_in({.bits = 8}, std::string(800, '\x80'))), level(0));
  EXPECT_EQ(waveform_of(wav_in({.bits = 8}, std::string(800, '\0'))), level(100));
  EXPECT_EQ(waveform_of(wav_in({.bits = 8}, std::string(800, '\xc0'))), level(87));
}

TEST(Waveform, ReadsTheTelephonesOwnCoding) {
  EXPECT_EQ(waveform_of(wav_in({.coding = 7, .bits = 8}, std::string(800, '\xff'))), level(0));
  EXPECT_EQ(waveform_of(wav_in({.coding = 7, .bits = 8}, std::string(800, '\x80'))), level(100));
  EXPECT_EQ(waveform_of(wav_in({.coding = 7, .bits = 8}, std::string(800, '\x00'))), level(100));
  // 0x8F stands for 16764: half of full scale.
  EXPECT_EQ(waveform_of(wav_in({.coding = 7, .bits = 8}, std::string(800, '\x8f'))), level(88));
}

TEST(Waveform, ReadsTheLongFormOfTheFormatToo) {
  const std::string sound = tone(8'000, 800);
  const std::string fields = little_endian_16(0xfffe) + little_endian_16(1) + little_endian(8000) +
                             little_endian(16'000) + little_endian_16(2) + little_endian_16(16) +
                             little_endian_16(22) + little_endian_16(16) + little_endian(4) +
                             little_endian_16(1) + std::string(14, '\0');
  const std::string chunks = "WAVEfmt " + little_endian(40) + fields + "data" +
                             little_endian(static_cast<std::uint32_t>(sound.size())) + sound;
  EXPECT_EQ(waveform_of("RIFF" + little_endian(0) + chunks), level(74));
}

TEST(Waveform, OfLessThanAHundredSamplesHasAllItsParts) {
  const auto heights = waveform_of(wav_of(tone(0, 1) + tone(32'767, 1))).value();
  ASSERT_EQ(heights.size(), 100u);
  EXPECT_EQ(heights.front(), 0);
  EXPECT_EQ(heights.back(), 100);
}

TEST(Waveform, IsNothingWhereItCannotBeTold) {
  EXPECT_FALSE(waveform_of(""));
  EXPECT_FALSE(waveform_of("ID3 something else"));
  EXPECT_FALSE(waveform_of(wav_of("")));
  EXPECT_FALSE(waveform_of(wav_of("x"))) << "half a sample";
  const std::string sound(800, '\1');
  EXPECT_FALSE(waveform_of(wav_in({.coding = 3, .bits = 32}, sound))) << "fractions";
  EXPECT_FALSE(waveform_of(wav_in({.coding = 6, .bits = 8}, sound))) << "A-law";
  EXPECT_FALSE(waveform_of(wav_in({.bits = 24}, sound)));
  EXPECT_FALSE(waveform_of(wav_in({.channels = 3}, sound)));
  EXPECT_FALSE(waveform_of(wav_in({.coding = 7, .bits = 16}, sound)));
}

TEST(Waveform, IsAHundredHeightsWhateverStandsInTheFile) {
  EXPECT_TRUE(rc::check("random bytes", [](const std::string& noise) {
    std::string file = wav_of(noise);
    const auto spoilt = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
        rc::gen::pair(rc::gen::inRange<std::size_t>(0, file.size()), rc::gen::arbitrary<char>()));
    for (const auto& [at, byte] : spoilt) file[at] = byte;
    file.resize(*rc::gen::inRange<std::size_t>(0, file.size() + 1));
    const auto heights = waveform_of(file);
    RC_ASSERT(!heights || heights->size() == waveform_parts);
    if (heights) RC_ASSERT(*std::ranges::max_element(*heights) <= 100);
  }));
}

TEST(Waveform, IsNeverLowerForALouderSound) {
  EXPECT_TRUE(rc::check("monotone", [] {
    const int quiet = *rc::gen::inRange(0, 32'768);
    const int loud = *rc::gen::inRange(quiet, 32'768);
    RC_ASSERT(waveform_of(wav_of(tone(quiet, 4)))->front() <=
              waveform_of(wav_of(tone(loud, 4)))->front());
  }));
}

}  // namespace
}  // namespace app
