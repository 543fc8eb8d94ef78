#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "http/message.h"

namespace http {
namespace {

TEST(Form, IsDecodedOnceInOrderWithRepeatedNames) {
  const Form wanted{{"Body", "sick + 1 day"}, {"From", "+15550100"}, {"Body", ""}, {"x", ""}};
  EXPECT_EQ(parse_form("Body=sick+%2B+1+day&From=%2B15550100&&Body=&x"), wanted);
  EXPECT_EQ(parse_form("a=%2541"), (Form{{"a", "%41"}}));
  EXPECT_EQ(parse_form("a=b=c"), (Form{{"a", "b=c"}}));
  EXPECT_EQ(parse_form(""), Form{});
}

TEST(Form, ABrokenEscapeIsRefused) {
  for (const char* text : {"a=%", "a=%4", "a=%zz", "%=1", "a=%4&b=1", "a=% 41", "a=%+1"}) {
    EXPECT_FALSE(parse_form(text)) << text;
  }
}

TEST(Form, InvalidUtf8IsRefused) {
  for (const char* text : {"a=%ff", "a=%c3", "a=%c0%80", "a=%ed%a0%80", "a=%f4%90%80%80", "a=\x80",
                           "%e2%82=1", "a=%f8%88%80%80%80"}) {
    EXPECT_FALSE(parse_form(text)) << text;
  }
}

TEST(Form, UnicodeIsKept) {
  EXPECT_EQ(form_value(*parse_form("n=Garc%C3%ADa+%F0%9F%A4%92"), "n"), "García 🤒");
}

TEST(Form, TheFirstValueOfANameIsFound) {
  const Form form{{"a", "1"}, {"a", "2"}};
  EXPECT_EQ(form_value(form, "a"), "1");
  EXPECT_EQ(form_value(form, "b"), "");
}

TEST(Form, WritingEscapesEveryReservedCharacter) {
  EXPECT_EQ(write_form({{"To", "+1 555"}, {"a&b", "c=d%"}}), "To=%2B1%20555&a%26b=c%3Dd%25");
}

RC_GTEST_PROP(Form, WhatIsWrittenIsReadBack, ()) {
  const auto ascii = rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
  Form form = *rc::gen::container<Form>(rc::gen::pair(ascii, ascii));
  std::erase_if(form, [](const auto& pair) { return pair.first.empty() && pair.second.empty(); });
  RC_ASSERT(parse_form(write_form(form)) == form);
}

RC_GTEST_PROP(Form, AnyBytesAreReadOrRefused, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element('%', '&', '=', '+', 'a', '4')));
  if (const auto form = parse_form(text)) RC_ASSERT(parse_form(write_form(*form)).has_value());
}

TEST(Fields, AreFoundInAnyCase) {
  Request request;
  request.fields = {{"X-Twilio-Signature", "abc"}, {"x-twilio-signature", "def"}};
  EXPECT_EQ(request.field("x-TWILIO-signature"), "abc");
  EXPECT_EQ(request.field("x-twilio"), std::nullopt);
}

}  // namespace
}  // namespace http
