#include "simulator/agenda.h"

#include <string>

#include <gtest/gtest.h>

namespace simulator {
namespace {

constexpr Moment at(int count) {
  return Moment(milliseconds(count));
}

class AgendaTest : public ::testing::Test {
 protected:
  Agenda::Act says(char letter) {
    return [this, letter] {
      said_ += letter;
    };
  }
  void run(int until) {
    while (auto due = agenda_.take(at(until))) due->act();
  }

  Agenda agenda_;
  std::string said_;
};

TEST_F(AgendaTest, ThingsHappenInTheOrderOfTheirMomentsAndOfBeingSet) {
  agenda_.at(at(30), says('c'));
  agenda_.at(at(10), says('a'));
  agenda_.at(at(30), says('d'));
  agenda_.at(at(20), says('b'));
  run(30);
  EXPECT_EQ(said_, "abcd");
}

TEST_F(AgendaTest, NothingHappensBeforeItsMoment) {
  agenda_.at(at(10), says('a'));
  agenda_.at(at(20), says('b'));
  run(19);
  EXPECT_EQ(said_, "a");
  EXPECT_EQ(agenda_.next(), at(20));
  run(20);
  EXPECT_EQ(agenda_.next(), std::nullopt);
}

TEST_F(AgendaTest, WhatIsCancelledDoesNotHappen) {
  const auto first = agenda_.at(at(10), says('a'));
  agenda_.at(at(10), says('b'));
  agenda_.cancel(first);
  agenda_.cancel(first);
  agenda_.cancel(0);
  agenda_.cancel(77);
  run(10);
  EXPECT_EQ(said_, "b");
}

TEST_F(AgendaTest, WhatHappensMayPutMoreOnTheAgenda) {
  agenda_.at(at(10), [this] {
    said_ += 'a';
    agenda_.at(at(10), says('b'));
    agenda_.at(at(11), says('c'));
  });
  run(10);
  EXPECT_EQ(said_, "ab");
}

}  // namespace
}  // namespace simulator
