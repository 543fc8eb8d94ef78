#include "domain/callout/claimed_name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace callout {
namespace {

TEST(ClaimedName, IsComparedWithoutCaseAndAccents) {
  EXPECT_TRUE(is_name_given("jose nunez", "José Núñez"));
  EXPECT_TRUE(is_name_given("JOSÉ NÚÑEZ", "Jose Nunez"));
  EXPECT_TRUE(is_name_given("Nunez, Jose", "José Núñez"));
}

TEST(ClaimedName, MayStandInASentence) {
  EXPECT_TRUE(is_name_given("hi this is Maria O'Neil from the front desk", "Maria ONeil"));
  EXPECT_TRUE(is_name_given("maria garcia", "María del Carmen García"));
}

TEST(ClaimedName, OfOneWordIsNotEnoughForAFullName) {
  EXPECT_FALSE(is_name_given("maria", "María García"));
  EXPECT_TRUE(is_name_given("maria", "María"));
  EXPECT_FALSE(is_name_given("", "María"));
  EXPECT_FALSE(is_name_given("maria", ""));
}

TEST(ClaimedName, ComparesWholeWords) {
  EXPECT_FALSE(is_name_given("Ana Ruizson", "Ana Ruiz"));
  EXPECT_FALSE(is_name_given("Anabel Ruiz", "Ana Ruiz"));
}

TEST(ClaimedName, TwiceTheSameWordIsOne) {
  EXPECT_FALSE(is_name_given("gonzalez", "Luis Gonzalez Gonzalez"));
}

TEST(PartOfName, IsFoundInTheMiddleOfAWord) {
  EXPECT_TRUE(is_part_of_name("uiz", "Ana Ruiz"));
  EXPECT_TRUE(is_part_of_name("ana  r", "Ana Ruiz"));
  EXPECT_TRUE(is_part_of_name("ÉL", "Noelia Vélez"));
  EXPECT_FALSE(is_part_of_name("ruiz ana", "Ana Ruiz"));
  EXPECT_TRUE(is_part_of_name("", "Ana Ruiz"));
  EXPECT_FALSE(is_part_of_name("%", "Ana Ruiz"));
}

RC_GTEST_PROP(ClaimedName, OfTwoWordsFindsItself, ()) {
  const auto word = rc::gen::nonEmpty(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdeXY"))));
  const std::string name = *word + " " + *word;
  RC_PRE(name_words(name).front() != name_words(name).back());
  RC_ASSERT(is_name_given(name, name));
  RC_ASSERT(is_part_of_name(name, name));
}

}  // namespace
}  // namespace callout
