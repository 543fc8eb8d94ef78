#include "app/password_rule.h"

#include <gtest/gtest.h>

namespace app {
namespace {

std::string verdict(std::string_view password) {
  const auto problem = judge_password(password, "ana.ruiz@example.org");
  return problem ? problem->what : "good";
}

TEST(Password, ThatIsLongAndUnusualIsGood) {
  for (const char* password :
       {"kestrel lamp orbit", "Zw0lf!Kisten_rot", "año nuevo en Sevilla", "x7#kQ2!mPv9$"}) {
    EXPECT_EQ(verdict(password), "good") << password;
  }
}

TEST(Password, ThatIsShortIsRefused) {
  EXPECT_EQ(verdict(""), "has fewer than 12 characters");
  EXPECT_EQ(verdict("x7#kQ2!mPv9"), "has fewer than 12 characters");
  EXPECT_EQ(verdict("ññññññ"), "has fewer than 12 characters") << "characters count, not bytes";
  EXPECT_EQ(verdict(std::string(1025, 'x')), "is longer than 1024 bytes");
}

TEST(Password, ThatIsTriedFirstIsRefused) {
  for (const char* password : {"Password2026!", "passwordpassword", "qwertyuiop12", "123456789012",
                               "aaaaaaaaaaaa", "abababababab", "CorrectHorseBatteryStaple",
                               "Welcome123456", "abcdefghijkl", "210987654321", "callout-2026"}) {
    EXPECT_EQ(verdict(password), "is one of the first that are tried") << password;
  }
}

TEST(Password, WithTheOwnersNameIsRefused) {
  EXPECT_EQ(verdict("my ANA.RUIZ secret"), "has the e-mail address's name in it");
  EXPECT_EQ(verdict("ana.ruiz@example.org"), "has the e-mail address's name in it");
}

}  // namespace
}  // namespace app
