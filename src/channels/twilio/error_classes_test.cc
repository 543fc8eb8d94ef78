#include "channels/twilio/error_classes.h"

#include <gtest/gtest.h>

namespace twilio {
namespace {

using enum app::ErrorClass;

TEST(SendError, TheCodeDecides) {
  EXPECT_EQ(send_error(400, 21211), permanent);
  EXPECT_EQ(send_error(400, 21610), opted_out);
  EXPECT_EQ(send_error(400, 21606), configuration);
  EXPECT_EQ(send_error(400, 21212), configuration);
  EXPECT_EQ(send_error(400, 21611), retry);
  EXPECT_EQ(send_error(429, 20429), retry);
  EXPECT_EQ(send_error(401, 20003), configuration);
  EXPECT_EQ(send_error(404, 20404), configuration);
}

TEST(SendError, WithoutAKnownCodeTheStatusDecides) {
  EXPECT_EQ(send_error(500, 0), retry);
  EXPECT_EQ(send_error(503, 20503), retry);
  EXPECT_EQ(send_error(429, 0), retry);
  EXPECT_EQ(send_error(403, 0), configuration);
  EXPECT_EQ(send_error(302, 0), configuration);
  EXPECT_EQ(send_error(400, 99999), permanent);
}

TEST(DeliveryError, OnlyFourAreWorthAnotherTry) {
  for (int code = 30001; code <= 30100; ++code) {
    const bool is_passing = code == 30001 || code == 30003 || code == 30008 || code == 30022;
    EXPECT_EQ(delivery_error(code) == retry, is_passing) << code;
  }
  EXPECT_EQ(delivery_error(0), permanent);
  EXPECT_EQ(delivery_error(21610), opted_out);
  EXPECT_EQ(delivery_error(30034), configuration);
}

}  // namespace
}  // namespace twilio
