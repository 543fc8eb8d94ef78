#include <gtest/gtest.h>

#include "simulator/twiml.h"

namespace simulator {
namespace {

MessagingDocument read(const std::string& verbs) {
  return read_messaging_document(
      {.content_type = "application/xml", .body = "<Response>" + verbs + "</Response>"});
}
std::vector<int> codes_of(const MessagingDocument& document) {
  std::vector<int> codes;
  for (const Finding& finding : document.findings) codes.push_back(finding.fault.code);
  return codes;
}

TEST(MessagingDocument, TextIsAReplyToTheSender) {
  const MessagingDocument document = read("<Message>\n Recorded: #12 \n</Message>");
  ASSERT_EQ(document.replies.size(), 1U);
  EXPECT_EQ(document.replies[0].body, "Recorded: #12");
  EXPECT_EQ(document.replies[0].to, "");
  EXPECT_TRUE(document.findings.empty());
}

TEST(MessagingDocument, BodiesAreJoinedAndMediaListed) {
  const MessagingDocument document = read(
      "<Message to=\"+15550100001\" from=\"+15550100002\" action=\"/a\" method=\"GET\" "
      "statusCallback=\"/s\"><Body>one</Body><Body> two</Body><Media>x.png</Media>"
      "<Media>y.png</Media></Message>");
  ASSERT_EQ(document.replies.size(), 1U);
  const Reply& reply = document.replies[0];
  EXPECT_EQ(reply.body, "onetwo");
  EXPECT_EQ(reply.media_urls, (std::vector<std::string>{"x.png", "y.png"}));
  EXPECT_EQ(reply.to, "+15550100001");
  EXPECT_EQ(reply.from, "+15550100002");
  EXPECT_EQ(reply.action, "/a");
  EXPECT_EQ(reply.method, http::Method::get);
  EXPECT_EQ(reply.status_callback, "/s");
  EXPECT_TRUE(document.findings.empty());
}

TEST(MessagingDocument, LinesAndEmojiAreKept) {
  EXPECT_EQ(read("<Message>one\ntwo \xF0\x9F\x98\x80</Message>").replies.at(0).body,
            "one\ntwo \xF0\x9F\x98\x80");
}

TEST(MessagingDocument, NothingIsNoReply) {
  const MessagingDocument document = read("");
  EXPECT_TRUE(document.replies.empty());
  EXPECT_TRUE(document.findings.empty());
}

TEST(MessagingDocument, AnEmptyMessageAndOneThatIsTooLongAreWarnedOf) {
  for (const std::string body : {std::string(), std::string(" \n"), std::string(1601, 'x')}) {
    const MessagingDocument document = read("<Message>" + body + "</Message>");
    EXPECT_TRUE(document.replies.empty());
    EXPECT_EQ(codes_of(document), std::vector<int>{14103});
  }
  EXPECT_EQ(read("<Message>" + std::string(1600, 'x') + "</Message>").replies.size(), 1U);
}

TEST(MessagingDocument, AnotherVerbIsWarnedOf) {
  EXPECT_EQ(codes_of(read("<Say>x</Say>")), std::vector<int>{14110});
  EXPECT_EQ(codes_of(read("<message>x</message>")), std::vector<int>{14110});
  EXPECT_EQ(codes_of(read("<Message method=\"get\">x</Message>")), std::vector<int>{14104});
  EXPECT_EQ(codes_of(read("<Message To=\"+1\">x</Message>")), std::vector<int>{12200});
  EXPECT_EQ(codes_of(read("hello")), std::vector<int>{12200});
}

TEST(MessagingDocument, MoreThanTenMediaAreWarnedOf) {
  std::string media;
  for (int count = 0; count < 11; ++count) media += "<Media>x.png</Media>";
  const MessagingDocument document = read("<Message>" + media + "</Message>");
  EXPECT_EQ(document.replies.at(0).media_urls.size(), 10U);
  EXPECT_EQ(codes_of(document), std::vector<int>{12200});
}

TEST(MessagingDocument, WhatFollowsARedirectIsNeverReached) {
  const MessagingDocument document = read(
      "<Message>one</Message><Redirect method=\"GET\"> next </Redirect><Message>two</Message>");
  EXPECT_EQ(document.replies.size(), 1U);
  ASSERT_TRUE(document.redirect);
  EXPECT_EQ(document.redirect->url, "next");
  EXPECT_EQ(document.redirect->method, http::Method::get);
}

TEST(MessagingDocument, PlainTextIsTextedBack) {
  const auto plain = [](const char* text) {
    return read_messaging_document({.content_type = "text/plain", .body = text});
  };
  EXPECT_EQ(plain("Thanks\nAna\n").replies.at(0).body, "Thanks\nAna");
  EXPECT_TRUE(plain("").replies.empty());
}

TEST(MessagingDocument, SoundIsNoAnswerToAText) {
  EXPECT_EQ(codes_of(read_messaging_document({.content_type = "audio/wav", .body = "RIFF"})),
            std::vector<int>{12300});
}

TEST(MessagingDocument, WhatIsNoDocumentIsOnlyItsError) {
  EXPECT_EQ(codes_of(read_messaging_document({.content_type = "text/xml", .body = "<Response>"})),
            std::vector<int>{12100});
}

}  // namespace
}  // namespace simulator
