#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/bytes.h"
#include "base/time.h"

namespace base {
namespace {

TEST(Day, IsWrittenAndReadAsIso8601) {
  const Day day = std::chrono::sys_days(std::chrono::year(2028) / 2 / 29);
  EXPECT_EQ(iso(day), "2028-02-29");
  EXPECT_EQ(parse_day("2028-02-29"), day);
}

TEST(Day, ThatDoesNotExistIsNothing) {
  for (const char* text : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "27-01-01", "",
                           "2027-01-01 ", "2027/01/01", "-027-01-01", "2027-01--1", "+027-01-01"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

TEST(Day, SurvivesTheRoundTrip) {
  EXPECT_TRUE(rc::check("parse_day(iso(day)) == day", [] {
    const Day day{std::chrono::days(*rc::gen::inRange(-719000, 2932000))};
    RC_ASSERT(parse_day(iso(day)) == day);
  }));
}

TEST(Moment, IsWrittenInUtc) {
  EXPECT_EQ(iso(from_epoch_seconds(1'795'361'045)), "2026-11-22T15:24:05Z");
}

TEST(Bytes, Base64FollowsTheVectorsOfRfc4648) {
  EXPECT_EQ(base64(as_bytes("")), "");
  EXPECT_EQ(base64(as_bytes("f")), "Zg==");
  EXPECT_EQ(base64(as_bytes("fo")), "Zm8=");
  EXPECT_EQ(base64(as_bytes("foo")), "Zm9v");
  EXPECT_EQ(base64(as_bytes("foobar")), "Zm9vYmFy");
  for (const char* text : {"", "f", "fo", "foo", "foobar", "\xff\xfe\x80"}) {
    const auto bytes = as_bytes(text);
    EXPECT_EQ(parse_base64(base64(bytes)), Bytes(bytes.begin(), bytes.end()));
  }
  for (const char* broken :
       {"Z", "Zg", "Zg=", "Z===", "====", "Zg==Zg==", "Zm 9v", "Zm9v\n", "Zm9-"}) {
    EXPECT_EQ(parse_base64(broken), std::nullopt) << broken;
  }
}

TEST(Bytes, HexSurvivesTheRoundTrip) {
  EXPECT_TRUE(rc::check("parse_hex(hex(bytes)) == bytes",
                        [](const Bytes& bytes) { RC_ASSERT(parse_hex(hex(bytes)) == bytes); }));
  EXPECT_FALSE(parse_hex("0"));
  EXPECT_FALSE(parse_hex("0g"));
}

}  // namespace
}  // namespace base
