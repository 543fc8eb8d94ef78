#include "text/latin.h"

#include <array>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace text {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Latin, WritesNamesOfOtherScripts) {
  const std::array<std::array<const char*, 2>, 14> names{{{"Нина Орлова", "Nina Orlova"},
                                                          {"Юлия Щукина", "Yuliya Shchukina"},
                                                          {"Игорь", "Igor"},
                                                          {"Олексій Їжак", "Oleksiy Izhak"},
                                                          {"Γεώργιος Ελένη", "Georgios Elene"},
                                                          {"דוד לוי", "Dwd Lwy"},
                                                          {"محمد", "Mhmd"},
                                                          {"王小明", "Wang Xiao Ming"},
                                                          {"さくら", "Sakura"},
                                                          {"김민수", "Gimminsu"},
                                                          {"राहुल", "Rahula"},
                                                          {"ნინო", "Nino"},
                                                          {"Արամ", "Aram"},
                                                          {"አበበ", "Ababa"}}};
  for (const auto& [name, expected] : names) EXPECT_EQ(latinized(name), expected);
}

TEST(Latin, ChangesOnlyWhatIsOfAnotherScript) {
  EXPECT_EQ(latinized("José Орлов, RN 👍 — “王”: é?"), "José Orlov, RN 👍 — “Wang”: é?");
  EXPECT_EQ(latinized("王-李 (RN)"), "Wang-Li (RN)");
  EXPECT_EQ(latinized("нина"), "nina") << "small where it was written small";
}

TEST(Latin, LeavesLatinTextAsItIs) {
  for (const char* kept : {"", "Ana Ruiz", "é ñ Łukasz Nguyễn Thị Hồng Þóra ß ÿ", "Jose\u0301",
                           "ok👍🏽 ❤\uFE0F 👩\u200D👧", "“can’t” – … €5 µ º ™ 12:30", "a\xFFz\xC3",
                           "\xC0\xAF\xED\xA0\x80", "a\nb\t"}) {
    EXPECT_EQ(latinized(kept), kept);
  }
}

TEST(Latin, MarksBytesThatAreNoUtf8BesideAName) {
  EXPECT_EQ(latinized("Нина\xFF\xD0"), "Nina\uFFFD\uFFFD");
}

TEST(Latin, KeepsALetterThatCannotBeWritten) {
  EXPECT_EQ(latinized("ⴰⵎⴰ"), "ⴰⵎⴰ");
}

TEST(Latin, WritesWordsWithoutEndToTheEnd) {
  EXPECT_EQ(latinized(repeated("Н", 20'000)), repeated("N", 20'000));
  EXPECT_EQ(latinized(repeated("Нa", 20'000)), repeated("Na", 20'000));
  EXPECT_EQ(latinized("И" + repeated("\u0301", 500)), "I");
}

TEST(Latin, WritesTheSameFromSeveralThreads) {
  std::vector<std::string> written(4);
  std::vector<std::jthread> threads;
  for (std::string& own : written) {
    threads.emplace_back([&own] {
      for (int i = 0; i < 50; ++i) own += latinized("王Нинаדודさくら");
    });
  }
  threads.clear();
  for (const std::string& own : written) EXPECT_EQ(own, written.front());
  EXPECT_EQ(written.front().size(), 50 * latinized("王Нинаדודさくら").size());
}

RC_GTEST_PROP(Latin, TakesAnyBytes, (const std::string& bytes)) {
  const std::string latin = latinized(bytes);
  RC_ASSERT(latinized(latin) == latin);
}

}  // namespace
}  // namespace text
