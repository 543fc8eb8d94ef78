#include "demo/samples.h"

#include <set>

#include <gtest/gtest.h>

#include "app/wav.h"

namespace demo {
namespace {

TEST(VoiceSamples, AreShortTelephoneSoundInTwoLanguagesWhereTheyWereSpoken) {
  const auto samples = voice_samples();
  if (samples.empty()) GTEST_SKIP() << "script/build has spoken none into this folder";
  std::set<std::string> names;
  std::set<people::Language> languages;
  for (const VoiceSample& sample : samples) {
    names.insert(sample.name);
    languages.insert(sample.language);
    EXPECT_FALSE(sample.words.empty()) << sample.name;
    const auto wav = app::read_wav(sample.wav);
    ASSERT_TRUE(wav) << sample.name;
    EXPECT_EQ(wav->coding, app::Wav::Coding::pcm_16) << sample.name;
    EXPECT_EQ(wav->channels, 1) << sample.name;
    EXPECT_GE(wav->duration, 1) << sample.name;
    EXPECT_LE(wav->duration, 8) << sample.name;
  }
  EXPECT_EQ(names.size(), samples.size());
  EXPECT_EQ(languages.size(), 2U);
  EXPECT_TRUE(names.contains("fever"));
  EXPECT_TRUE(names.contains("fiebre"));
}

}  // namespace
}  // namespace demo
