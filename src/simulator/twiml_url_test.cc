#include "simulator/twiml_url.h"

#include <gtest/gtest.h>

namespace simulator {
namespace {

const std::string base = "https://app.example:8443/voice/incoming?call=1";

TEST(TwimlUrl, ARelativeOneIsResolvedAgainstTheDocument) {
  EXPECT_EQ(absolute_url("digits", base), "https://app.example:8443/voice/digits");
  EXPECT_EQ(absolute_url("/sms?a=1#rc=2", base), "https://app.example:8443/sms?a=1#rc=2");
  EXPECT_EQ(absolute_url("../up/./x", base), "https://app.example:8443/up/x");
  EXPECT_EQ(absolute_url("?step=2", base), "https://app.example:8443/voice/incoming?step=2");
  EXPECT_EQ(absolute_url("//other.example/x", base), "https://other.example/x");
}

TEST(TwimlUrl, AnAbsoluteOneStays) {
  for (const char* url : {"http://x.example/a%20b?c=%C3%A9", "https://user:pass@x.example/"})
    EXPECT_EQ(absolute_url(url, base), url);
}

TEST(TwimlUrl, NoneIsTheDocumentItself) {
  EXPECT_EQ(absolute_url("", base), base);
  EXPECT_FALSE(absolute_url("", ""));
}

TEST(TwimlUrl, WhatIsNotOfTheWebIsNone) {
  for (const char* url : {"ftp://x.example/", "javascript:alert(1)", "file:///etc/passwd",
                          "http://", "http:///x", "mailto:a@b"})
    EXPECT_FALSE(absolute_url(url, base)) << url;
  EXPECT_FALSE(absolute_url("relative", ""));
  EXPECT_FALSE(absolute_url("/" + std::string(5'000, 'x'), base));
}

}  // namespace
}  // namespace simulator
