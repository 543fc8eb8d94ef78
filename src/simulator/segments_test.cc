#include "simulator/segments.h"

#include <string>

#include <gtest/gtest.h>

namespace simulator {
namespace {

std::string times(int count, const std::string& text) {
  std::string all;
  for (int at = 0; at < count; ++at) all += text;
  return all;
}

TEST(Segments, PlainTextFits160AndThen153Each) {
  EXPECT_EQ(segments(""), 1);
  EXPECT_EQ(segments(times(160, "a")), 1);
  EXPECT_EQ(segments(times(161, "a")), 2);
  EXPECT_EQ(segments(times(306, "a")), 2);
  EXPECT_EQ(segments(times(307, "a")), 3);
}

TEST(Segments, TheAlphabetOfTelephonesHasSomeAccentsAndNotOthers) {
  for (const char* letter : {"é", "ñ", "ü", "¿", "¡", "Ñ", "à", "Σ", "\n", "@"}) {
    EXPECT_EQ(segments(times(160, letter)), 1) << letter;
  }
  for (const char* letter : {"á", "í", "ó", "ú", "’", "“", "–", "中"}) {
    EXPECT_EQ(segments(times(70, letter)), 1) << letter;
    EXPECT_EQ(segments(letter + times(70, "a")), 2) << letter;
  }
}

TEST(Segments, ExtensionCharactersCountTwoAndAreNotSplit) {
  for (const char* letter : {"^", "{", "}", "\\", "[", "~", "]", "|", "€"}) {
    EXPECT_EQ(segments(times(80, letter)), 1) << letter;
    EXPECT_EQ(segments(times(81, letter)), 2) << letter;
  }
  // 153 is odd: the pair that would straddle goes over whole, 76 pairs a segment.
  EXPECT_EQ(segments(times(153, "€")), 3);
  EXPECT_EQ(segments(times(152, "€")), 2);
}

TEST(Segments, AnEmojiCountsTwoOfSeventyAndIsNotSplit) {
  EXPECT_EQ(segments(times(35, "🤒")), 1);
  EXPECT_EQ(segments(times(36, "🤒")), 2);
  EXPECT_EQ(segments(times(66, "🤒")), 2);  // 67 is odd: 33 a segment
  EXPECT_EQ(segments(times(67, "🤒")), 3);
}

TEST(Segments, CharactersAreCountedNotBytes) {
  EXPECT_EQ(characters("aé€🤒"), 4U);
  EXPECT_EQ(characters("\xFF\xC3"), 2U);
  EXPECT_EQ(characters(""), 0U);
}

}  // namespace
}  // namespace simulator
