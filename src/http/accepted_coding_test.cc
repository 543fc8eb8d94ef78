#include "http/accepted_coding.h"

#include <array>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace http {
namespace {

constexpr std::array<std::string_view, 2> both{"br", "gzip"};

std::string chosen(const std::string& accepted) {
  Request request;
  request.fields.push_back({"accept-encoding", accepted});
  return std::string(accepted_coding(request, both));
}

TEST(AcceptedCoding, IsTheBestOfWhatTheBrowserTakes) {
  EXPECT_EQ(chosen("gzip, deflate, br, zstd"), "br");
  EXPECT_EQ(chosen("gzip, deflate"), "gzip");
  EXPECT_EQ(chosen("GZIP"), "gzip");
  EXPECT_EQ(chosen("*"), "br");
  EXPECT_EQ(chosen("br;q=0, *"), "gzip");
}

TEST(AcceptedCoding, WeightsDecide) {
  EXPECT_EQ(chosen("br;q=0.5, gzip;q=0.8"), "gzip");
  EXPECT_EQ(chosen("br ; q=1.000 , gzip;q=0.999"), "br");
  EXPECT_EQ(chosen("br;q=0.001, gzip;q=0"), "br");
  EXPECT_EQ(chosen("identity, br;q=0.5"), "");
  EXPECT_EQ(chosen("identity;q=0.5, br;q=0.8"), "br");
  EXPECT_EQ(chosen("identity, br"), "br");
}

TEST(AcceptedCoding, OtherwiseThePlainBytes) {
  EXPECT_EQ(std::string(accepted_coding(Request{}, both)), "");
  for (const char* accepted :
       {"", "deflate", "br;q=0, gzip;q=0", "*;q=0", "identity", ",;,", "br;q=2", "br;q=0.1234",
        "br;q=", "br;q=.5", "br;q=-1", "br;x=1", "br;q=1.5", "br gzip"}) {
    EXPECT_EQ(chosen(accepted), "") << accepted;
  }
}

RC_GTEST_PROP(AcceptedCoding, IsAlwaysOneThatWasOffered, (const std::string& accepted)) {
  const auto coding = chosen(accepted);
  RC_ASSERT(coding.empty() || coding == "br" || coding == "gzip");
}

}  // namespace
}  // namespace http
