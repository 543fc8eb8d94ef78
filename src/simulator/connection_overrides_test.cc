#include "simulator/connection_overrides.h"

#include <gtest/gtest.h>

namespace simulator {
namespace {

TEST(ConnectionOverrides, WithoutAnyOneRetryFollowsAFailedConnectionWithinFifteenSeconds) {
  for (const char* fragment : {"", "intro", "e=ashburn&sni=y"}) {
    const auto overrides = read_connection_overrides(fragment);
    ASSERT_TRUE(overrides);
    EXPECT_EQ(overrides->connect, milliseconds(5'000));
    EXPECT_EQ(overrides->read, milliseconds(15'000));
    EXPECT_EQ(overrides->total, milliseconds(15'000));
    EXPECT_EQ(overrides->retries, 1);
    EXPECT_TRUE(overrides->on_connect_failure);
    EXPECT_FALSE(overrides->on_4xx || overrides->on_5xx || overrides->on_read_failure);
  }
}

TEST(ConnectionOverrides, EachKeyIsRead) {
  const auto overrides = read_connection_overrides("rc=3&rp=5xx,rt&ct=100&rt=4000&tt=9000");
  ASSERT_TRUE(overrides);
  EXPECT_EQ(overrides->retries, 3);
  EXPECT_EQ(overrides->connect, milliseconds(100));
  EXPECT_EQ(overrides->read, milliseconds(4'000));
  EXPECT_EQ(overrides->total, milliseconds(9'000));
  EXPECT_TRUE(overrides->on_5xx && overrides->on_read_failure);
  EXPECT_FALSE(overrides->on_4xx || overrides->on_connect_failure);
}

TEST(ConnectionOverrides, AllMeansEachFailure) {
  const auto overrides = read_connection_overrides("rp=all");
  ASSERT_TRUE(overrides);
  EXPECT_TRUE(overrides->on_4xx && overrides->on_5xx && overrides->on_connect_failure &&
              overrides->on_read_failure);
}

TEST(ConnectionOverrides, ANumberOutsideItsRangeLeavesTheDefault) {
  const auto overrides = read_connection_overrides("rc=6&ct=10001&rt=99&tt=15001");
  ASSERT_TRUE(overrides);
  EXPECT_EQ(overrides->retries, 1);
  EXPECT_EQ(overrides->connect, milliseconds(5'000));
  EXPECT_EQ(overrides->read, milliseconds(15'000));
  EXPECT_EQ(overrides->total, milliseconds(15'000));
  EXPECT_EQ(read_connection_overrides("rc=two")->retries, 1);
  EXPECT_EQ(read_connection_overrides("rc=0")->retries, 0);
}

TEST(ConnectionOverrides, AnUnknownWordInThePolicyIsAnError) {
  EXPECT_FALSE(read_connection_overrides("rc=2&rp=6xx"));
  EXPECT_FALSE(read_connection_overrides("rp=ct,whenever"));
}

}  // namespace
}  // namespace simulator
