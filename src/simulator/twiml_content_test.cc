// What comes before a document is followed: is it one at all, and can it do any harm.
#include "simulator/twiml_content.h"

#include <gtest/gtest.h>

#include "simulator/twiml.h"

namespace simulator {
namespace {

http::Response answer(std::string body, std::string content_type = "text/xml") {
  return {.content_type = std::move(content_type), .body = std::move(body)};
}
int code_of(const http::Response& response) {
  const auto fault = judge_document(response);
  return fault ? fault->code : 0;
}
int code_of(std::string body) {
  return code_of(answer(std::move(body)));
}
std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t count = 0; count < times; ++count) all += text;
  return all;
}

TEST(TwimlContent, AResponseIsFine) {
  for (const char* body :
       {"<Response/>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response></Response>\n",
        "<!-- a comment --><Response><Say>&lt;&#233;</Say></Response>",
        "<Response><Say><![CDATA[<]]></Say></Response>"}) {
    EXPECT_EQ(code_of(body), 0) << body;
  }
}

TEST(TwimlContent, NothingStandsBeforeTheDeclaration) {
  const std::string document = "<?xml version=\"1.0\"?><Response/>";
  for (const char* before : {"\n", " ", "\xEF\xBB\xBF", "x", "<!-- -->"})
    EXPECT_EQ(code_of(before + document), 12100) << before;
  EXPECT_EQ(code_of(document), 0);
}

TEST(TwimlContent, WhatIsNotWellFormedIsSaidWithItsLine) {
  for (const char* body :
       {"", " ", "hello", "<Response>", "<Response><Say></Response>", "<Response/><Response/>",
        "<Response a=1/>", "<Response>&nbsp;</Response>", "<Response>& </Response>",
        "<Response><Say a=\"1\" a=\"2\"/></Response>"}) {
    EXPECT_EQ(code_of(body), 12100) << body;
  }
  const auto fault = judge_document(answer("<Response>\n<Say>\n</Response>"));
  ASSERT_TRUE(fault);
  EXPECT_TRUE(fault->message.starts_with("Error on line 3 of document: ")) << fault->message;
}

TEST(TwimlContent, TheRootIsExactlyResponse) {
  for (const char* body : {"<response/>", "<RESPONSE/>", "<Say>hi</Say>", "<html></html>",
                           "<x:Response xmlns:x=\"urn:x\"/>"}) {
    EXPECT_EQ(code_of(body), 12100) << body;
  }
}

TEST(TwimlContent, EachContentTypeIsTakenAsTheProviderDoes) {
  for (const char* type : {"text/xml", "application/xml", "text/html", "TEXT/XML; charset=UTF-8",
                           " application/xml ;charset=\"utf-8\"", "text/plain", "audio/mpeg"})
    EXPECT_EQ(code_of(answer("<Response/>", type)), 0) << type;
  for (const char* type : {"", "application/json", "text", "text/xmlx", "image/png"})
    EXPECT_EQ(code_of(answer("<Response/>", type)), 12300) << type;
}

TEST(TwimlContent, TheCharsetOfTheTransportCounts) {
  const auto document = read_voice_document(
      answer("<Response><Say>\xE9t\xE9</Say></Response>", "text/xml; charset=ISO-8859-1"), "");
  ASSERT_EQ(document.verbs.size(), 1U);
  EXPECT_EQ(std::get<verb::Say>(document.verbs[0]).words, "\xC3\xA9t\xC3\xA9");
}

TEST(TwimlContent, SixtyFourKilobytesAreTheMost) {
  const std::string document = "<Response/>";
  EXPECT_EQ(code_of(document + std::string(65'536 - document.size(), ' ')), 0);
  EXPECT_EQ(code_of(document + std::string(65'537 - document.size(), ' ')), 11750);
  EXPECT_EQ(code_of(answer(std::string(70'000, 'x'), "text/plain")), 11750);
  EXPECT_EQ(code_of(std::string(10'000'000, '<')), 11750);
}

TEST(TwimlContent, AnEntityBombIsRefusedBeforeItIsRead) {
  std::string bomb = "<!DOCTYPE r [<!ENTITY a0 \"ha\">";
  for (int level = 1; level < 30; ++level) {
    const std::string before = "&a" + std::to_string(level - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(level) + " \"" + repeated(before, 10) + "\">";
  }
  bomb += "]><Response><Say voice=\"&a29;\">&a29;</Say></Response>";
  EXPECT_EQ(code_of(bomb), 12100);
}

TEST(TwimlContent, NoFileIsReadAndNoConnectionOpened) {
  for (const char* body :
       {"<!DOCTYPE r [<!ENTITY e SYSTEM "
        "\"file:///etc/passwd\">]><Response><Say>&e;</Say></Response>",
        "<!DOCTYPE Response SYSTEM \"http://127.0.0.1:1/x.dtd\"><Response/>",
        "<!DOCTYPE Response><Response/>",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><Response/>"}) {
    const auto fault = judge_document(answer(body));
    ASSERT_TRUE(fault) << body;
    EXPECT_NE(fault->message.find("DOCTYPE"), std::string::npos) << fault->message;
  }
  const auto document =
      read_voice_document(answer("<Response xmlns:xi=\"http://www.w3.org/2001/XInclude\">"
                                 "<xi:include href=\"/etc/passwd\" parse=\"text\"/></Response>"),
                          "");
  EXPECT_TRUE(document.verbs.empty());
}

TEST(TwimlContent, DepthIsBounded) {
  EXPECT_EQ(code_of("<Response>" + repeated("<a>", 20'000)), 12100);
  EXPECT_EQ(
      code_of("<Response>" + repeated("<a>", 5'000) + repeated("</a>", 5'000) + "</Response>"),
      12100);
  EXPECT_EQ(code_of("<Response>" + repeated("<a>", 200) + repeated("</a>", 200) + "</Response>"),
            0);
}

TEST(TwimlContent, NulsAndBrokenUtf8AreNoDocument) {
  using namespace std::string_literals;
  EXPECT_EQ(code_of("<Response/>\0"s), 12100);
  EXPECT_EQ(code_of("<Response><Say>a\0b</Say></Response>"s), 12100);
  EXPECT_EQ(code_of("<Response><Say>\xFF\xFE</Say></Response>"), 12100);
  EXPECT_EQ(code_of("<Response><Say>\xC3</Say></Response>"), 12100);
  EXPECT_EQ(code_of("<Response><Say>&#0;</Say></Response>"), 12100);
  EXPECT_EQ(code_of("<Response><Say>\x01</Say></Response>"), 12100);
}

TEST(TwimlContent, PlainTextIsAlwaysReadable) {
  const auto words = [](std::string body) {
    const Content content = read_content(answer(std::move(body), "text/plain"));
    return std::get<PlainText>(content).text;
  };
  EXPECT_EQ(words("se\xC3\xB1or"), "se\xC3\xB1or");
  EXPECT_EQ(words("se\xF1or"), "se\xC3\xB1or");  // ISO 8859-1
  EXPECT_EQ(words(std::string("a\0b\x1B", 4)), "a b ");
}

}  // namespace
}  // namespace simulator
