#include "domain/callout/text_answer.h"

#include <gtest/gtest.h>

namespace callout {
namespace {

TEST(Answer, ChoosesAnOptionHoweverItIsPut) {
  for (const char* body : {"2", "2.", "#2", "2 please", "two", "Dos", "2 thanks", "2 thank you"}) {
    EXPECT_EQ(read_choice(body), 2) << body;
  }
  for (const char* body :
       {"", "0", "12", "2?", "2 kids are sick too", "11/24", "2:30", "tuesday"}) {
    EXPECT_FALSE(read_choice(body)) << body;
  }
}

TEST(Answer, NamesADay) {
  EXPECT_EQ(read_day("Monday")->weekday, std::chrono::Monday);
  EXPECT_EQ(read_day("tomorrow")->kind, NamedDay::tomorrow);
  EXPECT_EQ(read_day("today please")->kind, NamedDay::today);
  EXPECT_EQ(read_day("hoy")->kind, NamedDay::today);
  EXPECT_EQ(read_day("11/24")->date, std::chrono::November / 24);
  for (const char* body : {"", "whatever", "today or tomorrow", "today?", "until Friday"}) {
    EXPECT_FALSE(read_day(body)) << body;
  }
}

TEST(Answer, IsSignedAtItsEdgesOnly) {
  EXPECT_TRUE(is_signed_by("Luis: no puedo ir hoy", "Luis"));
  EXPECT_TRUE(is_signed_by("calling out sick - ANA", "Ana"));
  EXPECT_TRUE(is_signed_by("josé", "José"));
  EXPECT_FALSE(is_signed_by("tell Ana I am sick", "Ana"));
  EXPECT_FALSE(is_signed_by("", "Ana"));
}

}  // namespace
}  // namespace callout
