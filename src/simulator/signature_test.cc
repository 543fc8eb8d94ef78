#include "simulator/signature.h"

#include <gtest/gtest.h>

namespace simulator {
namespace {

constexpr const char* first_url = "https://mycompany.com/myapp.php?foo=1&bar=2";

http::Form usual() {
  return {{"CallSid", "CA1234567890ABCDE"},
          {"Caller", "+14158675309"},
          {"Digits", "1234"},
          {"From", "+14158675309"},
          {"To", "+18005551212"}};
}

std::string signed_as(const std::string& url, const http::Form& params,
                      Signer signer = Signer::voice) {
  return sign("12345", url, params, signer);
}

// The vectors that the vendor's libraries publish in their own tests (twilio.md 2).

TEST(SimulatorSignature, IsThePublishedOneForACall) {
  EXPECT_EQ(signed_as(first_url, usual()), "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  EXPECT_EQ(signed_as("https://mycompany.com/myapp.php", usual()), "1xaxFBvyzXYvWplzNOSs28HWO94=");
}

TEST(SimulatorSignature, KeepsThePortOfAPlainUrlAndOfAMessage) {
  EXPECT_EQ(signed_as("http://mycompany.com:80/myapp.php?foo=1&bar=2", usual()),
            "0ZXoZLH/DfblKGATFgpif+LLRf4=");
  EXPECT_EQ(signed_as("http://mycompany.com:1234/myapp.php?foo=1&bar=2", usual()),
            "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=");
  EXPECT_EQ(
      signed_as("https://mycompany.com:443/myapp.php?foo=1&bar=2", usual(), Signer::messaging),
      "kvajT1Ptam85bY51eRf/AJRuM3w=");
  EXPECT_EQ(
      signed_as("https://mycompany.com:1234/myapp.php?foo=1&bar=2", usual(), Signer::messaging),
      "CYn1h0gLBdNxDGkKJg6hYohgeD8=");
}

TEST(SimulatorSignature, DropsThePortOfACallBehindHttps) {
  EXPECT_EQ(signed_as("https://mycompany.com:1234/myapp.php?foo=1&bar=2", usual(), Signer::voice),
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
}

TEST(SimulatorSignature, IsThePublishedOneWithoutParameters) {
  EXPECT_EQ(signed_as(first_url, {}), "zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
}

TEST(SimulatorSignature, SignsTheDistinctValuesOfARepeatedNameInOrder) {
  const http::Form params = {{"Sid", "CA123"},
                             {"SidAccount", "AC123"},
                             {"Digits", "5678"},
                             {"Digits", "1234"},
                             {"Digits", "1234"}};
  EXPECT_EQ(signed_as(first_url, params), "IK+Dwps556ElfBT0I3Rgjkr1wJU=");
}

TEST(SimulatorSignature, OrdersByTheNameAlone) {
  http::Form params = usual();
  params.emplace_back("ReasonConferenceEnded", "test");
  params.emplace_back("Reason", "Participant");
  EXPECT_EQ(signed_as(first_url, params), "vOEb5UThFn24KEfnOFLQY2AE5FY=");
}

TEST(SimulatorSignature, SignsTheNameOfAnEmptyValue) {
  EXPECT_EQ(
      signed_as(first_url, {{"Digits", ""}, {"CallSid", "CA1234567890ABCDE"}, {"EmptyParam", ""}}),
      "9HHp/OqQMEwdrVebHDdA/+tqjX8=");
}

TEST(SimulatorSignature, IsTheOneOfTheVendorsPageOnSecurity) {
  const http::Form params = {{"To", "+18005551212"},
                             {"From", "+14158675310"},
                             {"Digits", "1234"},
                             {"Caller", "+14158675310"},
                             {"CallSid", "CA1234567890ABCDE"}};
  EXPECT_EQ(signed_as("https://example.com/myapp.php?foo=1&bar=2", params),
            "L/OH5YylLD5NRKLltdqwSvS0BnU=");
}

TEST(SimulatorSignature, IsThePublishedOneOfAJsonBodyWhichIsNotSigned) {
  EXPECT_EQ(signed_as(std::string(first_url) +
                          "&bodySHA256="
                          "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620",
                      {}),
            "a9nBmqA0ju/hNViExpshrM61xv4=");
}

TEST(SimulatorSignature, DropsUserAndFragmentAndLeavesEveryOtherByte) {
  EXPECT_EQ(
      signed_as("https://me:se@cret@mycompany.com/myapp.php?foo=1&bar=2#rc=2&rp=all", usual()),
      signed_as(first_url, usual()));
  EXPECT_NE(signed_as("https://mycompany.com/myapp.php?bar=2&foo=1", usual()),
            signed_as(first_url, usual()));
  EXPECT_NE(signed_as("https://MyCompany.com/myapp.php?foo=1&bar=2", usual()),
            signed_as(first_url, usual()));
  EXPECT_NE(signed_as("https://mycompany.com/myapp.php?foo=%31&bar=2", usual()),
            signed_as(first_url, usual()));
}

TEST(SimulatorSignature, OrdersUpperCaseBeforeLowerAndBytesAsUnsigned) {
  const http::Form params = {{"b", "1"}, {"\xC3\xA9", "3"}, {"B", "2"}};
  const http::Form sorted = {{"B2b1\xC3\xA9", "3"}};
  EXPECT_EQ(signed_as(first_url, params), signed_as(first_url, sorted));
}

TEST(SimulatorSignature, KeepsBlanksAndLineEndsOfValues) {
  EXPECT_NE(signed_as(first_url, {{"Body", " sick\r\n"}}),
            signed_as(first_url, {{"Body", "sick"}}));
}

}  // namespace
}  // namespace simulator
