#include "simulator/sound.h"

#include <gtest/gtest.h>

#include "simulator/caller_voice.h"
#include "simulator/live_call_test.h"
#include "simulator/speech_time.h"

namespace simulator {
namespace {

using Voices = std::vector<std::pair<std::int64_t, std::int64_t>>;

Voices voices(std::string_view samples) {
  Voices found;
  for (const Stretch& one : voice_in(samples)) found.emplace_back(one.begin, one.end);
  return found;
}

TEST(Sound, IsWrittenAsAWavOfTheTelephone) {
  using namespace std::string_literals;
  EXPECT_EQ(
      wav_of("ab"),
      "RIFF\x26\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1F\0\0\x80\x3E\0\0\2\0\x10\0data\2\0\0\0ab"s);
}

TEST(Sound, AVoiceIsLouderThanAQuietRoom) {
  EXPECT_EQ(voices(silence_of(seconds(1))), Voices{});
  EXPECT_EQ(voices(""), Voices{});
  EXPECT_EQ(voices("x"), Voices{});
  std::string noise;
  for (int index = 0; index < 8'000; ++index)
    noise += index % 2 == 0 ? std::string("\xC8\x00", 2) : std::string("\x38\xFF", 2);
  EXPECT_EQ(voices(noise), Voices{});  // 200 of 32768
  EXPECT_EQ(voices(voice_of(seconds(1))), (Voices{{0, 8'000}}));
}

TEST(Sound, AVoiceIsFoundWhereItIs) {
  EXPECT_EQ(voices(silence_of(milliseconds(100)) + voice_of(milliseconds(40)) +
                   silence_of(milliseconds(100)) + voice_of(milliseconds(10))),
            (Voices{{800, 1'120}, {1'920, 2'000}}));
}

TEST(Sound, TheLoudestSamplesOverflowNothing) {
  std::string loudest;
  for (int index = 0; index < 160'000; ++index) loudest += std::string("\x00\x80", 2);
  EXPECT_EQ(voices(loudest), (Voices{{0, 160'000}}));
}

TEST(Sound, OfAFileItsSamplesAreReadWhateverElseIsInIt) {
  const std::string samples = voice_of(milliseconds(20));
  std::string wav = wav_of(samples);
  EXPECT_EQ(samples_of_wav(wav), samples);
  EXPECT_EQ(length_of(samples), milliseconds(20));
  wav.insert(36, std::string("LIST\x05\0\0\0hello\0", 14));
  EXPECT_EQ(samples_of_wav(wav), samples);
}

TEST(Sound, AFileOfAnotherFormatHasNoSamples) {
  const std::string wav = wav_of(voice_of(milliseconds(20)));
  std::string stereo = wav;
  stereo[22] = 2;
  std::string endless = wav;
  endless.replace(16, 4, "\xff\xff\xff\xff");
  for (const std::string& broken : {std::string(), std::string("RIFF"), std::string("RIFFxxxxWAVE"),
                                    wav.substr(0, 40), stereo, endless, std::string(100, '\0')}) {
    EXPECT_EQ(samples_of_wav(broken), "");
  }
  EXPECT_EQ(samples_of_wav(wav.substr(0, 54)).size(), 10U);  // cut off: what is there
}

class Caller : public testing::Test {
 protected:
  Moment at(int length) const { return begin + milliseconds(length); }
  const Moment begin = Moment(std::chrono::hours(500'000));
  CallerVoice voice;
};

TEST_F(Caller, SpeaksAtOnceOrAfterWhatStillSounds) {
  EXPECT_EQ(voice.speak(at(0), voice_of(milliseconds(500))), at(0));
  EXPECT_EQ(voice.speak(at(100), voice_of(milliseconds(500))), at(500));
  EXPECT_EQ(voice.sounds_until(), at(1'000));
  EXPECT_EQ(voice.speak(at(3'000), voice_of(milliseconds(100))), at(3'000));
}

TEST_F(Caller, SilenceFollowsWhenNothingSounds) {
  const std::string said = voice_of(milliseconds(500));
  voice.speak(at(0), said);
  EXPECT_EQ(voice.heard(at(250), at(1'000)), said.substr(250 * 16) + silence_of(milliseconds(500)));
  EXPECT_EQ(voice.heard(at(1'000), at(500)), "");
}

TEST_F(Caller, PiecesOfAnyLengthFollowWithoutAGap) {
  const std::string said = voice_of(milliseconds(100));
  for (std::size_t from = 0; from < said.size(); from += 26)
    voice.speak(at(0), std::string_view(said).substr(from, 26));
  EXPECT_EQ(voice.heard(at(0), at(100)), said);
}

TEST_F(Caller, AVoiceIsKnownFromItsFirstToItsLastSound) {
  voice.speak(at(0), silence_of(milliseconds(100)) + voice_of(milliseconds(200)) +
                         silence_of(milliseconds(400)) + voice_of(milliseconds(100)));
  const auto all = voice.voice(at(0), at(2'000));
  ASSERT_TRUE(all);
  EXPECT_EQ(all->begin, at(100));
  EXPECT_EQ(all->end, at(800));
  const auto part = voice.voice(at(150), at(250));
  ASSERT_TRUE(part);
  EXPECT_EQ(part->begin, at(150));
  EXPECT_EQ(part->end, at(250));
  EXPECT_FALSE(voice.voice(at(300), at(700)));
}

TEST_F(Caller, HalfASampleAndTooMuchAreNotTaken) {
  EXPECT_FALSE(voice.speak(at(0), "x"));
  EXPECT_FALSE(voice.speak(at(0), ""));
  EXPECT_FALSE(voice.speak(at(0), silence_of(CallerVoice::most_ahead + milliseconds(1))));
  EXPECT_TRUE(voice.speak(at(0), silence_of(CallerVoice::most_ahead)));
  EXPECT_FALSE(voice.speak(at(0), voice_of(milliseconds(1))));
}

TEST_F(Caller, WhatIsForgottenIsSilence) {
  voice.speak(at(0), voice_of(milliseconds(100)));
  voice.forget(at(100));
  EXPECT_EQ(voice.heard(at(0), at(100)), silence_of(milliseconds(100)));
}

TEST(SpeechTime, GrowsWithTheWordsAndIsTheSameEachTime) {
  EXPECT_EQ(speech_time("", "en-US"), milliseconds(0));
  EXPECT_EQ(speech_time("abcdefghijklmno", "en-US"), milliseconds(15 * 66));
  EXPECT_LT(speech_time("Hello", "en-US"), speech_time("Hello.", "en-US"));
  EXPECT_LT(speech_time("gracias", "es-US"), speech_time("gracias", "en-US"));
}

TEST(SpeechTime, DigitsAreReadOneByOne) {
  EXPECT_EQ(speech_time("1234", "en-US"), milliseconds(4 * 350));
  EXPECT_EQ(speech_time("ni\xC3\xB1o", "es-US"), speech_time("nino", "es-US"));
}

TEST(SpeechTime, OfKeysKnowsTheirPauses) {
  EXPECT_EQ(keys_time("1w2"), milliseconds(250 + 500 + 250));
}

}  // namespace
}  // namespace simulator
