#include "channels/twilio/twiml.h"

#include <gtest/gtest.h>

namespace twilio {
namespace {

TEST(Twiml, EscapesTheFiveCharactersAndDropsControls) {
  EXPECT_EQ(escape_xml("a & b < c > \"d\" 'e'\x01\x1f\n"),
            "a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;\n");
}

TEST(Twiml, KeepsEveryScriptAndDropsWhatXmlCannotHold) {
  EXPECT_EQ(escape_xml("Núñez 日本 😀"), "Núñez 日本 😀");
  EXPECT_EQ(escape_xml("a\xFF"
                       "b\xC3"),
            "ab");
  EXPECT_EQ(escape_xml("a\xED\xA0\x80"
                       "b"),
            "ab");  // half of a surrogate pair
  EXPECT_EQ(escape_xml("a\xEF\xBF\xBE"
                       "b"),
            "ab");  // U+FFFE
  EXPECT_EQ(escape_xml(std::string_view("a\0b", 3)), "ab");
}

TEST(Twiml, WithoutATextSendsNothing) {
  EXPECT_EQ(messaging_document({}), R"(<?xml version="1.0" encoding="UTF-8"?><Response/>)");
}

TEST(Twiml, CarriesOneMessage) {
  EXPECT_EQ(
      messaging_document("Hi & bye"),
      R"(<?xml version="1.0" encoding="UTF-8"?><Response><Message>Hi &amp; bye</Message></Response>)");
}

}  // namespace
}  // namespace twilio
