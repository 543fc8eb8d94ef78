#include "simulator/cookie_jars.h"

#include <gtest/gtest.h>

namespace simulator {
namespace {

const Moment noon{std::chrono::hours(12)};  // of 1 January 1970

TEST(CookieJars, GiveBackWhatWasSetToTheSameJarOnly) {
  CookieJars jars;
  jars.fill("CA1",
            {{"set-cookie", "b=2; Path=/; HttpOnly"}, {"Set-Cookie", "a=1"}, {"ETag", "c=3"}},
            noon);
  EXPECT_EQ(jars.cookies("CA1", noon), "a=1; b=2");
  EXPECT_EQ(jars.cookies("CA2", noon), "");
}

TEST(CookieJars, ALaterValueReplacesAndAgeNoughtRemoves) {
  CookieJars jars;
  jars.fill("CA1", {{"Set-Cookie", "a=1"}, {"Set-Cookie", "b=1"}}, noon);
  jars.fill("CA1", {{"Set-Cookie", "a=2"}, {"Set-Cookie", "b=; max-age=0; Path=/"}}, noon);
  EXPECT_EQ(jars.cookies("CA1", noon), "a=2");
}

TEST(CookieJars, LastUntilTheirDateOrAgeIsOver) {
  CookieJars jars;
  jars.fill("CA1",
            {{"Set-Cookie", "a=1; Expires=Thu, 01 Jan 1970 12:01:00 GMT"},
             {"Set-Cookie", "b=1; Max-Age=120"},
             {"Set-Cookie", "c=1; Max-Age=30; Expires=Fri, 02 Jan 1970 00:00:00 GMT"},
             {"Set-Cookie", "d=1; Expires=whenever"}},
            noon);
  EXPECT_EQ(jars.cookies("CA1", noon), "a=1; b=1; c=1; d=1");
  EXPECT_EQ(jars.cookies("CA1", noon + std::chrono::seconds(59)), "a=1; b=1; d=1");
  EXPECT_EQ(jars.cookies("CA1", noon + std::chrono::seconds(60)), "b=1; d=1");
  EXPECT_EQ(jars.cookies("CA1", noon + std::chrono::seconds(120)), "d=1");
}

TEST(CookieJars, ADateInThePastRemoves) {
  CookieJars jars;
  jars.fill("CA1", {{"Set-Cookie", "a=1"}, {"Set-Cookie", "b=1"}}, noon);
  jars.fill("CA1",
            {{"Set-Cookie", "a=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/"},
             {"Set-Cookie", "b=; expires=Thu, 01-Jan-1970 00:00:01 GMT"}},
            noon);
  EXPECT_EQ(jars.cookies("CA1", noon), "");
}

TEST(CookieJars, WhatIsNoCookieIsLeftAlone) {
  CookieJars jars;
  jars.fill("CA1",
            {{"Set-Cookie", "a"},
             {"Set-Cookie", "=1"},
             {"Set-Cookie", ""},
             {"Set-Cookie", "long=" + std::string(CookieJars::longest_cookie, 'x')}},
            noon);
  EXPECT_EQ(jars.cookies("CA1", noon), "");
}

TEST(CookieJars, AreForgottenAfterFourHours) {
  CookieJars jars;
  jars.fill("CA1", {{"Set-Cookie", "a=1"}}, noon);
  EXPECT_EQ(jars.cookies("CA1", noon + std::chrono::minutes(239)), "a=1");
  EXPECT_EQ(jars.cookies("CA1", noon + std::chrono::hours(4)), "");
}

TEST(CookieJars, AreBoundedAndTheOldestGoesFirst) {
  CookieJars jars;
  for (std::size_t at = 0; at <= CookieJars::most_jars; ++at) {
    jars.fill("CA" + std::to_string(at), {{"Set-Cookie", "a=1"}}, noon + std::chrono::seconds(at));
  }
  const auto later = noon + std::chrono::hours(1);
  EXPECT_EQ(jars.cookies("CA0", later), "");
  EXPECT_EQ(jars.cookies("CA1", later), "a=1");
  for (std::size_t at = 0; at < CookieJars::most_cookies + 5; ++at) {
    jars.fill("CB", {{"Set-Cookie", std::to_string(100 + at) + "=1"}}, later);
  }
  EXPECT_EQ(jars.cookies("CB", later).size(), CookieJars::most_cookies * 7 - 2);
}

}  // namespace
}  // namespace simulator
