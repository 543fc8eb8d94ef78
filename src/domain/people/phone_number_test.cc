#include "domain/people/phone_number.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "domain/people/country_code.h"

namespace people {
namespace {

std::string e164_of(std::string_view text) {
  const auto number = PhoneNumber::parse(text);
  return number ? number.value().e164() : "refused: " + number.problem().what;
}

std::string digits_of(std::size_t count) {
  std::string digits;
  while (digits.size() < count) digits += *rc::gen::inRange('0', static_cast<char>('9' + 1));
  return digits;
}

std::string north_american() {
  return std::string(1, *rc::gen::inRange('2', static_cast<char>('9' + 1))) + digits_of(9);
}

std::string abroad() {
  const std::string code = *rc::gen::elementOf(std::vector<std::string>{
      "44", "49", "33", "39", "52", "353", "599", "7", "86", "998", "211", "691", "268"});
  return code + digits_of(*rc::gen::inRange<std::size_t>(7 - code.size(), 16 - code.size()));
}

/// The digits with what people put between them; never "(0)", which has a meaning.
std::string grouped(const std::string& digits) {
  static const std::vector<std::string> between = {
      "",       "",       " ",      "-",      ".",      "  ",     ")",      "(",
      ") ",     "/",      "\u00A0", "\u2011", "\u2013", "\u2014", "\u202F", "\u2009",
      "\u2212", "\u200B", "\u202D", "\u202C", "\t",     "\u00AD", "\u2060", "\uFEFF"};
  std::string text;
  for (const char digit : digits) {
    const std::string separator = *rc::gen::elementOf(between);
    const bool looks_like_trunk_prefix = digit == '0' && separator.ends_with('(');
    text += (looks_like_trunk_prefix ? "-" : separator) + digit;
  }
  return text + *rc::gen::elementOf(std::vector<std::string>{"", " ", "\u00A0", "\u202C", "\r\n"});
}

std::string written(const std::string& prefix, const std::string& digits) {
  const auto opening =
      *rc::gen::elementOf(std::vector<std::string>{"", " ", "tel:", " TEL:", "\u202D"});
  return opening + prefix + grouped(digits);
}

TEST(PhoneNumber, IsReadInEveryCommonWayOfWriting) {
  for (const char* text : {"(555) 010-0003",
                           "555.010.0003",
                           "555-010-0003",
                           "555 010 0003",
                           "5550100003",
                           "1-555-010-0003",
                           "1 (555) 010-0003",
                           "+1 555 010 0003",
                           "+1 (555) 010-0003",
                           "+15550100003",
                           "tel:+15550100003",
                           "TEL:+1-555-010-0003",
                           "001 555 010 0003",
                           "011 1 555 010 0003",
                           "  555 010 0003\t",
                           "555\u00A0010\u00A00003",
                           "555\u2011010\u20110003",
                           "555\u2013010\u20140003",
                           "(+1) 555 010 0003",
                           "\u202A+1 555 010 0003\u202C",
                           "\uFF0B\uFF11 555 010 0003",
                           "555/010/0003"}) {
    EXPECT_EQ(e164_of(text), "+15550100003") << text;
  }
}

TEST(PhoneNumber, OfAnotherCountryIsReadWithItsCode) {
  for (const char* text :
       {"+44 20 7946 0000", "0044 20 7946 0000", "011 44 20 7946 0000", "+44 (0)20 7946 0000",
        "0044 (0) 20 7946 0000", "tel:+44-20-7946-0000"}) {
    EXPECT_EQ(e164_of(text), "+442079460000") << text;
  }
  EXPECT_EQ(e164_of("+39 06 698 12345"), "+390669812345") << "Italy keeps its zero";
  EXPECT_EQ(e164_of("+52 55 1234 5678"), "+525512345678");
  EXPECT_EQ(e164_of("+290 2345"), "+2902345") << "Saint Helena has the shortest numbers";
}

TEST(PhoneNumber, ThatCannotBeOneIsRefusedWithTheReason) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "is missing"},
      {"  ", "is missing"},
      {"+", "is missing"},
      {"555-0100", "has 7 digits: the area code is missing"},
      {"555 010 000", "has 9 digits"},
      {"1 555 010 000", "has only 9 digits after the 1"},
      {"25550100003", "has 11 digits but does not begin with 1"},
      {"555 010 0003 12", "has 12 digits"},
      {"+1 555 010 000", "has 9 digits after the country code 1, not 10"},
      {"+1 555 010 00033", "has 11 digits after the country code 1, not 10"},
      {"+15550100", "has 7 digits after the country code 1, not 10"},
      {"055 010 0003", "has an area code that begins with 0"},
      {"+0 555 010 0003", "has a country code that begins with 0"},
      {"+44 207", "has 5 digits: too few"},
      {"+44 1234 5678 9012 34", "has 16 digits: too many"},
      {"+210 555 0100", "begins with the code of no country"},
      {"+999 555 0100", "begins with the code of no country"},
      {"555 010 0003 x12", "has an extension"},
      {"555 010 0003 ext. 12", "has an extension"},
      {"tel:+15550100003;ext=12", "has an extension"},
      {"555 010 0003 #12", "has an extension"},
      {"1-800-FLOWERS", "has letters in it"},
      {"anonymous", "has letters in it"},
      {"555+010 0003", "has a plus in the middle"},
      {"++15550100003", "has a plus in the middle"},
      {"555 010 0003\xFF", "has a character in it that no telephone number has"},
      {std::string("555 010 0003\0", 13), "has a character in it that no telephone number has"},
      {"+266696687", "is what a telephone shows that hides its number"},
      {"737 874 2833", "is what a telephone shows that hides its number"}};
  for (const auto& [text, what] : cases) {
    const auto number = PhoneNumber::parse(text);
    ASSERT_FALSE(number) << text;
    EXPECT_EQ(number.problem().field, "phone");
    EXPECT_EQ(number.problem().what, what) << text;
    EXPECT_FALSE(number.problem().remedy.empty());
  }
}

TEST(PhoneNumber, IsTheSameHoweverItIsWritten) {
  EXPECT_TRUE(rc::check("North American numbers", [] {
    const std::string national = north_american();
    RC_PRE(national != "7378742833");
    const std::string expected = "+1" + national;
    RC_ASSERT(e164_of(written("", national)) == expected);
    RC_ASSERT(e164_of(written("", "1" + national)) == expected);
    RC_ASSERT(e164_of(written("+", "1" + national)) == expected);
    RC_ASSERT(e164_of(written("011", "1" + national)) == expected);
  }));
  EXPECT_TRUE(rc::check("numbers of other countries", [] {
    const std::string digits = abroad();
    RC_PRE(PhoneNumber::is_caller_id("+" + digits));
    RC_ASSERT(e164_of(written("+", digits)) == "+" + digits);
    RC_ASSERT(e164_of(written("00", digits)) == "+" + digits);
    RC_ASSERT(e164_of(written("011", digits)) == "+" + digits);
  }));
}

TEST(PhoneNumber, InItsNormalFormIsReadAsItself) {
  EXPECT_TRUE(
      rc::check("parse(e164) is e164, and what people are shown is read as the same number", [] {
        const bool at_home = *rc::gen::arbitrary<bool>();
        const auto number = PhoneNumber::parse("+" + (at_home ? "1" + north_american() : abroad()));
        RC_PRE(number.ok());
        RC_ASSERT(e164_of(number.value().e164()) == number.value().e164());
        RC_ASSERT(e164_of(number.value().for_people()) == number.value().e164());
        RC_ASSERT(PhoneNumber::is_caller_id(number.value().e164()));
      }));
}

TEST(PhoneNumber, NeverComesOfHostileTextInAnotherForm) {
  EXPECT_TRUE(rc::check("whatever is accepted is a caller's id", [](const std::string& text) {
    const auto number = PhoneNumber::parse(text);
    if (number.ok()) RC_ASSERT(PhoneNumber::is_caller_id(number.value().e164()));
  }));
  EXPECT_FALSE(PhoneNumber::parse(std::string(10'000, '5')));
  EXPECT_FALSE(PhoneNumber::parse(std::string(10'000, ' ')));
}

TEST(PhoneNumber, IsShownToPeople) {
  EXPECT_EQ(PhoneNumber::parse("+15550100003").value().for_people(), "(555) 010-0003");
  EXPECT_EQ(PhoneNumber::parse("+442079460000").value().for_people(), "+44 2079460000");
  EXPECT_EQ(PhoneNumber::parse("+35312345678").value().for_people(), "+353 12345678");
  EXPECT_EQ(PhoneNumber::parse("+15550100003").value().masked(), "…0003");
  EXPECT_EQ(number_for_people("+15550100003"), "(555) 010-0003");
  EXPECT_EQ(number_for_people("anonymous"), "anonymous");
}

TEST(CallerId, IsAPlusAndSevenToFifteenDigits) {
  for (const char* text : {"+15550100003", "+15550100", "+1234567", "+123456789012345"}) {
    EXPECT_TRUE(PhoneNumber::is_caller_id(text)) << text;
  }
  for (const char* text :
       {"", "+", "15550100003", "+05550100003", "+123456", "+1234567890123456", "+1555010000a",
        " +15550100003", "+15550100003 ", "+15550100003\n", "+1 555 010 0003", "12345", "anonymous",
        "Restricted", "unknown", "client:alice", "sip:bob@example.com", "whatsapp:+15550100003"}) {
    EXPECT_FALSE(PhoneNumber::is_caller_id(text)) << text;
  }
}

TEST(CallerId, SpelledOnAKeypadMatchesNobody) {
  for (const std::string digits :
       {"266696687", "7378742833", "2562533", "8656696", "86282452253"}) {
    for (const std::string prefix : {"", "+", "1", "+1"}) {
      EXPECT_FALSE(PhoneNumber::is_caller_id(prefix + digits)) << prefix << digits;
      EXPECT_FALSE(PhoneNumber::parse(prefix + digits)) << prefix << digits;
    }
  }
}

TEST(CountryCode, NeverBeginsAnother) {
  std::size_t codes = 0;
  for (int number = 0; number < 1000; ++number) {
    std::string digits = std::to_string(number);
    digits.insert(0, 3 - digits.size(), '0');
    const std::size_t length = country_code_length(digits);
    EXPECT_LE(length, 3u);
    if (digits.front() == '0') EXPECT_EQ(length, 0u);
    if (length == 3) ++codes;
  }
  EXPECT_EQ(codes, 170u);
  EXPECT_EQ(country_code_length("21"), 0u);
  EXPECT_EQ(country_code_length(""), 0u);
}

}  // namespace
}  // namespace people
