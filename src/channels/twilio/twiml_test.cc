#include "channels/twilio/twiml.h"

#include <gtest/gtest.h>

namespace twilio {
namespace {

TEST(Twiml, EscapesTheFiveCharactersAndDropsControls) {
  EXPECT_EQ(escape_xml("a & b < c > \"d\" 'e'\x01\x1f\n"),
            "a &amp; b &lt; c &gt; &quot;d&quot; &apos;e&apos;\n");
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
