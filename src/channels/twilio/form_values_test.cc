#include "channels/twilio/form_values.h"

#include <gtest/gtest.h>

namespace twilio {
namespace {

TEST(FormValue, AnIdIsPrintableAndNotTooLong) {
  EXPECT_EQ(id_in({{"CallSid", "CA0123"}}, "CallSid"), "CA0123");
  EXPECT_EQ(id_in({{"CallSid", std::string(128, 'x')}}, "CallSid"), std::string(128, 'x'));
  EXPECT_EQ(id_in({{"CallSid", std::string(129, 'x')}}, "CallSid"), "");
  EXPECT_EQ(id_in({{"CallSid", "CA 0123"}}, "CallSid"), "");
  EXPECT_EQ(id_in({{"CallSid", "CA\xc3\xa9"}}, "CallSid"), "");
  EXPECT_EQ(id_in({}, "CallSid"), "");
}

TEST(FormValue, ANumberIsOneAsAWhole) {
  EXPECT_EQ(number_in({{"ErrorCode", "30003"}}, "ErrorCode"), 30003);
  EXPECT_EQ(number_in({{"ErrorCode", "30003x"}}, "ErrorCode"), 0);
  EXPECT_EQ(number_in({{"ErrorCode", "99999999999999999999"}}, "ErrorCode"), 0);
  EXPECT_EQ(number_in({}, "ErrorCode"), 0);
}

TEST(FormValue, KeysAreThoseOfATelephone) {
  EXPECT_EQ(keys_in({{"Digits", "12*#"}}), "12*#");
  EXPECT_EQ(keys_in({{"Digits", "1 2\n3x"}}), "123");
  EXPECT_EQ(keys_in({{"Digits", std::string(500, '7')}}), std::string(32, '7'));
  EXPECT_EQ(keys_in({{"Digits", ""}}), "");
  EXPECT_EQ(keys_in({}), "");
}

}  // namespace
}  // namespace twilio
