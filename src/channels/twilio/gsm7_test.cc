#include "channels/twilio/gsm7.h"

#include <array>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace twilio {
namespace {

std::string utf8(char32_t point) {
  const auto byte = [](char32_t bits) {
    return static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xC0 | point >> 6), byte(0x80 | (point & 0x3F))};
  if (point < 0x10000) {
    return {byte(0xE0 | point >> 12), byte(0x80 | (point >> 6 & 0x3F)),
            byte(0x80 | (point & 0x3F))};
  }
  return {byte(0xF0 | point >> 18), byte(0x80 | (point >> 12 & 0x3F)),
          byte(0x80 | (point >> 6 & 0x3F)), byte(0x80 | (point & 0x3F))};
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// Texts as people write them and as they attack: code points of all blocks, or any bytes.
rc::Gen<std::string> any_text() {
  const auto points = rc::gen::container<std::vector<std::uint32_t>>(
      rc::gen::weightedOneOf<std::uint32_t>({{4, rc::gen::inRange<std::uint32_t>(0, 0x250)},
                                             {2, rc::gen::inRange<std::uint32_t>(0x2000, 0x2400)},
                                             {1, rc::gen::inRange<std::uint32_t>(0, 0x110000)}}));
  const auto text_of = [](const std::vector<std::uint32_t>& all) {
    std::string text;
    for (const auto point : all) text += utf8(point);
    return text;
  };
  return rc::gen::oneOf(rc::gen::map(points, text_of), rc::gen::arbitrary<std::string>());
}

TEST(Gsm7, KeepsWhatTheAlphabetHas) {
  for (const char* kept : {"¿Está? no: Estás", "niño Peña Müller é É à è ì ò ù Ç ß Æ æ Ø ø Å å",
                           "5 € {a} [b] ~ ^ | \\", "ΔΦΓΛΩΠΨΣΘΞ", "@£$¥¤§¡¿", "a\nb\r"}) {
    const std::string text = to_gsm7(kept);
    EXPECT_EQ(to_gsm7(text), text);
  }
  EXPECT_EQ(to_gsm7("niño Peña Müller ¿é? ¡É! Ç ß"), "niño Peña Müller ¿é? ¡É! Ç ß");
  EXPECT_EQ(to_gsm7("5 € {a} [b] ~ ^ | \\"), "5 € {a} [b] ~ ^ | \\");
}

TEST(Gsm7, TransliteratesNames) {
  const std::array<std::array<const char*, 2>, 14> names{
      {{"García", "Garcia"},
       {"Ángel Ríos Úbeda", "Angel Rios Ubeda"},
       {"Łukasz Żółć", "Lukasz Zolc"},
       {"François Çelik", "Francois Çelik"},
       {"Dvořák", "Dvorak"},
       {"Þóra Guðmundsdóttir", "Thora Gudmundsdottir"},
       {"Nguyễn Thị Hồng", "Nguyen Thi Hong"},
       {"Phương Đặng", "Phuong Dang"},
       {"Ștefan Țurcan", "Stefan Turcan"},
       {"Cœur", "Coeur"},
       {"Škoda Ždáň", "Skoda Zdan"},
       {"Őrsi Űr", "Orsi Ur"},
       {"ÿ Ÿ ı İ ŉ ĸ ſ", "y Y i I n k s"},
       {"Ān Ĕ ĳ Ĳ Ŀ", "An E ij IJ L"}}};
  for (const auto& [name, expected] : names) EXPECT_EQ(to_gsm7(name), expected);
}

TEST(Gsm7, StraightensPunctuation) {
  EXPECT_EQ(to_gsm7("“can’t” – not today — …"), "\"can't\" - not today - ...");
  EXPECT_EQ(to_gsm7("«sí» `x` • 1º ½"), "\"si\" 'x' - 1o 1/2");
  EXPECT_EQ(to_gsm7("5\u202F\u00A0pm\tok"), "5  pm ok");
}

TEST(Gsm7, DropsEmojiMarksAndControls) {
  EXPECT_EQ(to_gsm7("ok👍🏽 ❤\uFE0F 👩\u200D👧!"), "ok  !");
  EXPECT_EQ(to_gsm7("Jose\u0301"), "Jose");
  EXPECT_EQ(to_gsm7("\u202Eevil\u202C\u200B"), "evil");
  EXPECT_EQ(to_gsm7(std::string_view("a\0b\x1B\x7F", 5)), "ab");
}

TEST(Gsm7, WritesNamesOfOtherScriptsInLatinLetters) {
  EXPECT_EQ(to_gsm7("Нина Орлова, RN"), "Nina Orlova, RN");
  EXPECT_EQ(to_gsm7("王小明 / Ελένη / José García"), "Wang Xiao Ming / Elene / José Garcia");
}

TEST(Gsm7, PutsAQuestionMarkForALetterThatItCannotWrite) {
  EXPECT_EQ(to_gsm7("ⴰⵎ"), "??");
  EXPECT_EQ(to_gsm7("a\xFFz\xC3"), "a?z?");
  EXPECT_EQ(to_gsm7("\xC0\xAF\xED\xA0\x80"), "?????");
}

TEST(Gsm7, CountsSeptets) {
  EXPECT_EQ(gsm7_septets(""), 0u);
  EXPECT_EQ(gsm7_septets("hola ñ"), 6u);
  EXPECT_EQ(gsm7_septets("^{}\\[~]|€"), 18u);
  EXPECT_EQ(gsm7_septets("García"), std::nullopt);
  EXPECT_EQ(gsm7_septets("’"), std::nullopt);
  EXPECT_EQ(gsm7_septets("\xFF"), std::nullopt);
}

TEST(Gsm7, CountsSegments) {
  EXPECT_EQ(gsm7_segments(""), 0);
  EXPECT_EQ(gsm7_segments("a"), 1);
  EXPECT_EQ(gsm7_segments(repeated("ñ", 160)), 1);
  EXPECT_EQ(gsm7_segments(repeated("a", 161)), 2);
  EXPECT_EQ(gsm7_segments(repeated("a", 306)), 2);
  EXPECT_EQ(gsm7_segments(repeated("a", 307)), 3);
  EXPECT_EQ(gsm7_segments("í"), std::nullopt);
}

TEST(Gsm7, DoesNotSplitAnExtensionCharacterBetweenSegments) {
  // 152 + 2 > 153: the euro moves on, so that 306 septets take three segments.
  EXPECT_EQ(gsm7_segments(repeated("a", 152) + "€" + repeated("a", 151)), 2);
  EXPECT_EQ(gsm7_segments(repeated("a", 152) + "€" + repeated("a", 152)), 3);
}

TEST(Gsm7, FitsOneSegment) {
  EXPECT_EQ(fit_one_segment("García"), "Garcia");
  EXPECT_EQ(fit_one_segment(repeated("ñ", 161)), repeated("ñ", 160));
  EXPECT_EQ(fit_one_segment(repeated("a", 159) + "€"), repeated("a", 159));
}

RC_GTEST_PROP(Gsm7, AlwaysGivesATextThatCanBeCounted, ()) {
  const std::string text = to_gsm7(*any_text());
  RC_ASSERT(gsm7_septets(text).has_value());
  RC_ASSERT(gsm7_segments(text).has_value());
}

RC_GTEST_PROP(Gsm7, LeavesItsOwnOutputAlone, ()) {
  const std::string text = to_gsm7(*any_text());
  RC_ASSERT(to_gsm7(text) == text);
}

RC_GTEST_PROP(Gsm7, NeverTakesMoreThanOneSegmentWhenFitted, ()) {
  const std::string text = repeated(*any_text(), *rc::gen::inRange<std::size_t>(0, 20));
  RC_ASSERT(gsm7_segments(fit_one_segment(text)).value_or(99) <= 1);
}

TEST(Gsm7, GivesCountableTextForEachCodePoint) {
  for (char32_t point = 0; point < 0x30000; ++point) {
    ASSERT_TRUE(gsm7_septets(to_gsm7(utf8(point)))) << static_cast<std::uint32_t>(point);
  }
}

TEST(Gsm7, GivesEachLatinLetterSomethingToRead) {
  for (char32_t point = 0xC0; point < 0x180; ++point) {
    const std::string text = to_gsm7(utf8(point));
    EXPECT_TRUE(text != " " && text != "?" && !text.empty()) << utf8(point);
  }
}

}  // namespace
}  // namespace twilio
