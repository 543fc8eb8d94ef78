#include "simulator/url.h"

#include <gtest/gtest.h>

namespace simulator {
namespace {

std::string resolved(std::string_view reference) {
  const auto base = parse_url("https://me:secret@callout.example:8443/a/b/voice?step=1#rc=2");
  const auto url = resolve(*base, reference);
  return url ? bare(*url) : "nothing";
}

TEST(SimulatorUrl, TakesAnAddressApartAndPutsItTogetherByteForByte) {
  const auto url = parse_url("HTTPS://me:p%40ss@Callout.Example:8443//a/?x=%7e&y='#rc=2&rp=all");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "https");
  EXPECT_EQ(url->user_info, "me:p%40ss");
  EXPECT_EQ(url->host, "Callout.Example");
  EXPECT_EQ(url->port, "8443");
  EXPECT_EQ(url->target, "//a/?x=%7e&y='");
  EXPECT_EQ(url->fragment, "rc=2&rp=all");
  EXPECT_EQ(bare(*url), "https://Callout.Example:8443//a/?x=%7e&y='");
  EXPECT_EQ(whole(*url), "https://me:p%40ss@Callout.Example:8443//a/?x=%7e&y='#rc=2&rp=all");
  EXPECT_EQ(bare(*parse_url("http://[::1]:5000/x")), "http://[::1]:5000/x");
  EXPECT_EQ(bare(*parse_url("http://callout.example")), "http://callout.example");
}

TEST(SimulatorUrl, WhatIsNoWebAddressIsNothing) {
  for (const char* text :
       {"", "callout.example/x", "ftp://callout.example/", "http://", "http:///x", "http://a b/",
        "http://a:99999/", "http://a:x/", "http://a/\xC3\xA9"}) {
    EXPECT_FALSE(parse_url(text)) << text;
  }
}

TEST(SimulatorUrl, AHostNameWithAnUnderscoreGetsNoWebhook) {
  EXPECT_FALSE(is_for_webhooks("https://call_out.example/x"));
  EXPECT_TRUE(is_for_webhooks("https://callout.example/x_y"));
}

TEST(SimulatorUrl, AReferenceIsReadWhereTheDocumentCameFrom) {
  EXPECT_EQ(resolved("next"), "https://callout.example:8443/a/b/next");
  EXPECT_EQ(resolved("/next?x=1#rc=1"), "https://callout.example:8443/next?x=1");
  EXPECT_EQ(resolved("?x=1"), "https://callout.example:8443/a/b/voice?x=1");
  EXPECT_EQ(resolved(""), "https://callout.example:8443/a/b/voice?step=1");
  EXPECT_EQ(resolved("../c/./d"), "https://callout.example:8443/a/c/d");
  EXPECT_EQ(resolved("../../../c"), "https://callout.example:8443/c");
  EXPECT_EQ(resolved(".."), "https://callout.example:8443/a/");
  EXPECT_EQ(resolved("//other.example/x"), "https://other.example/x");
  EXPECT_EQ(resolved("http://other.example/x"), "http://other.example/x");
  EXPECT_EQ(resolved("next?at=12:30"), "https://callout.example:8443/a/b/next?at=12:30");
  EXPECT_EQ(resolved("mailto:a@b.example"), "nothing");
  EXPECT_EQ(bare(*resolve(*parse_url("http://a"), "x")), "http://a/x");
}

const std::string document = "https://app.example:8443/voice/incoming?call=1#rc=2";

TEST(SimulatorUrl, OfADocumentItIsWholeAsTextToo) {
  EXPECT_EQ(absolute_url("digits", document), "https://app.example:8443/voice/digits");
  EXPECT_EQ(absolute_url("/sms?a=1#rc=1", document), "https://app.example:8443/sms?a=1#rc=1");
  for (const char* url : {"http://x.example/a%20b?c=%C3%A9", "https://user:pass@x.example/"})
    EXPECT_EQ(absolute_url(url, document), url);
}

TEST(SimulatorUrl, AnEmptyOneIsTheDocumentItself) {
  EXPECT_EQ(absolute_url("", document), document);
  EXPECT_FALSE(absolute_url("", ""));
}

TEST(SimulatorUrl, WhatIsNotOfTheWebIsNoneInADocumentEither) {
  for (const char* url : {"ftp://x.example/", "javascript:alert(1)", "file:///etc/passwd",
                          "http://", "http:///x", "mailto:a@b"})
    EXPECT_FALSE(absolute_url(url, document)) << url;
  EXPECT_FALSE(absolute_url("relative", ""));
  EXPECT_FALSE(absolute_url("/" + std::string(5'000, 'x'), document));
}

}  // namespace
}  // namespace simulator
