#include "simulator/later.h"

#include <future>

#include <gtest/gtest.h>

namespace simulator {
namespace {

using std::chrono::steady_clock;

TEST(Later, SomethingHappensNotBeforeItsTimeAndTheEarlierFirst) {
  Later later;
  std::string order;
  std::promise<void> done;
  const auto start = steady_clock::now();
  later.after(milliseconds(60), [&] {
    order += "second";
    done.set_value();
  });
  later.after(milliseconds(20), [&] { order += "first "; });
  done.get_future().wait();
  EXPECT_GE(steady_clock::now() - start, milliseconds(60));
  EXPECT_EQ(order, "first second");
}

TEST(Later, WhatIsStillToComeNeverHappens) {
  bool happened = false;
  const auto start = steady_clock::now();
  {
    Later later;
    later.after(std::chrono::minutes(5), [&] { happened = true; });
  }
  EXPECT_FALSE(happened);
  EXPECT_LT(steady_clock::now() - start, std::chrono::minutes(1));
}

}  // namespace
}  // namespace simulator
