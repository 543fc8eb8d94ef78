#include "channels/twilio/signature.h"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace {

using http::Form;

constexpr std::string_view token = "12345";
const std::string url = "https://mycompany.com/myapp.php?foo=1&bar=2";
const Form call = {{"CallSid", "CA1234567890ABCDE"},
                   {"Caller", "+14158675309"},
                   {"Digits", "1234"},
                   {"From", "+14158675309"},
                   {"To", "+18005551212"}};
const std::string call_signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
const Form repeated = {{"Sid", "CA123"},
                       {"SidAccount", "AC123"},
                       {"Digits", "5678"},
                       {"Digits", "1234"},
                       {"Digits", "1234"}};
const std::string repeated_signature = "IK+Dwps556ElfBT0I3Rgjkr1wJU=";
const std::string json_body = R"({"property": "value", "boolean": true})";
const std::string json_url =
    url + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
const std::string json_signature = "a9nBmqA0ju/hNViExpshrM61xv4=";

Form with(const Form& form, const Form& more) {
  Form both = form;
  both.insert(both.end(), more.begin(), more.end());
  return both;
}

/// The form with one value replaced.
Form with_value(Form form, std::string_view name, std::string_view value) {
  for (auto& field : form) {
    if (field.first == name) field.second = value;
  }
  return form;
}

struct Row {
  std::string name;
  std::string url;
  Form form;
  std::string signature;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.url << ' ' << row.signature;
}
std::string name_of(const testing::TestParamInfo<Row>& row) {
  return row.param.name;
}

// ---- What the provider and its SDKs publish
// ------------------------------------------------------

class PublishedSignature : public testing::TestWithParam<Row> {};

TEST_P(PublishedSignature, IsAuthentic) {
  const Row& row = GetParam();
  EXPECT_TRUE(twilio::is_authentic(token, row.url, row.form, row.signature));
  EXPECT_FALSE(twilio::is_authentic("12346", row.url, row.form, row.signature));
}

const std::vector<Row> published = {
    {"Https", url, call, call_signature},
    {"HttpSignedWithItsPort", "http://mycompany.com/myapp.php?foo=1&bar=2", call,
     "0ZXoZLH/DfblKGATFgpif+LLRf4="},
    {"HttpThatNamesItsPort", "http://mycompany.com:80/myapp.php?foo=1&bar=2", call,
     "0ZXoZLH/DfblKGATFgpif+LLRf4="},
    {"HttpsSignedWithItsPort", url, call, "kvajT1Ptam85bY51eRf/AJRuM3w="},
    {"HttpsSignedWithoutTheUnusualPort", "https://mycompany.com:1234/myapp.php?foo=1&bar=2", call,
     call_signature},
    {"HttpWithAnUnusualPort", "http://mycompany.com:1234/myapp.php?foo=1&bar=2", call,
     "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="},
    {"HttpsWithAnUnusualPort", "https://mycompany.com:1234/myapp.php?foo=1&bar=2", call,
     "CYn1h0gLBdNxDGkKJg6hYohgeD8="},
    {"HttpsWithoutQuery", "https://mycompany.com/myapp.php", call, "1xaxFBvyzXYvWplzNOSs28HWO94="},
    {"NoFields", url, {}, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="},
    {"RepeatedNames", url, repeated, repeated_signature},
    {"NameThatBeginsAnother", url,
     with(call, {{"ReasonConferenceEnded", "test"}, {"Reason", "Participant"}}),
     "vOEb5UThFn24KEfnOFLQY2AE5FY="},
    {"EmptyValues",
     url,
     {{"Digits", ""}, {"CallSid", "CA1234567890ABCDE"}, {"EmptyParam", ""}},
     "9HHp/OqQMEwdrVebHDdA/+tqjX8="},
    {"UrlWithBodyHash", json_url, {}, json_signature},
    {"DocumentationExample", "https://example.com/myapp.php?foo=1&bar=2",
     with_value(with_value(call, "From", "+14158675310"), "Caller", "+14158675310"),
     "L/OH5YylLD5NRKLltdqwSvS0BnU="},
};
INSTANTIATE_TEST_SUITE_P(Twilio, PublishedSignature, testing::ValuesIn(published), name_of);

TEST(Signature, OrderOfFieldsDoesNotMatter) {
  const Form reversed(call.rbegin(), call.rend());
  EXPECT_TRUE(twilio::is_authentic(token, url, reversed, call_signature));
}

TEST(Signature, UserAndPasswordInTheUrlAreNotSigned) {
  EXPECT_TRUE(twilio::is_authentic(token, "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2",
                                   call, call_signature));
}

TEST(Signature, PortOfANumericHostIsFound) {
  const std::string signed_without = twilio::sign(token, "https://[::1]/sms", call);
  EXPECT_TRUE(twilio::is_authentic(token, "https://[::1]:8443/sms", call, signed_without));
  EXPECT_TRUE(twilio::is_authentic(token, "https://[::1]/sms", call, signed_without));
}

TEST(Signature, SignsAnyBytes) {
  // Made by npm twilio 6.2.0, getExpectedTwilioSignature.
  const Form form = {{"Body",
                      " Estoy enfermo \xF0\x9F\xA4\x92\r\nma\xC3\xB1"
                      "ana + 100% "}};
  EXPECT_EQ(twilio::sign(token, "https://example.com/sms", form), "NONXB89xrHTV57aJLIGWjMrr4EY=");
}

// ---- What nobody signed
// --------------------------------------------------------------------------

class ForgedSignature : public testing::TestWithParam<Row> {};

TEST_P(ForgedSignature, IsRefused) {
  const Row& row = GetParam();
  EXPECT_FALSE(twilio::is_authentic(token, row.url, row.form, row.signature));
}

const std::string text_url = "https://example.com/sms";
const Form text = {{"Body", " sick today\r\n+ fever "}, {"From", "+15550100"}, {"NumMedia", ""}};
const std::string text_signature = twilio::sign(token, text_url, text);

const std::vector<Row> forged = {
    {"AlteredValue", url, with_value(call, "Digits", "1235"), call_signature},
    {"AlteredName", url, with(Form(call.begin(), call.end() - 1), {{"to", "+18005551212"}}),
     call_signature},
    {"MissingField", url, Form(call.begin(), call.end() - 1), call_signature},
    {"ExtraField", url, with(call, {{"Extra", "1"}}), call_signature},
    {"ExtraFieldWithoutValue", url, with(call, {{"Extra", ""}}), call_signature},
    {"SecondValueForAName", url, with(call, {{"Digits", "9"}}), call_signature},
    {"SwappedValues", url,
     with_value(with_value(call, "From", "+18005551212"), "To", "+14158675309"), call_signature},
    {"NoFieldsLeft", url, {}, call_signature},
    {"OtherScheme", "http://mycompany.com/myapp.php?foo=1&bar=2", call, call_signature},
    {"OtherHost", "https://mycompany.org/myapp.php?foo=1&bar=2", call, call_signature},
    {"OtherCaseOfHost", "https://MyCompany.com/myapp.php?foo=1&bar=2", call, call_signature},
    {"OtherPath", "https://mycompany.com/other.php?foo=1&bar=2", call, call_signature},
    {"DoubleSlash", "https://mycompany.com//myapp.php?foo=1&bar=2", call, call_signature},
    {"TrailingSlash", "https://mycompany.com/myapp.php/", call, "1xaxFBvyzXYvWplzNOSs28HWO94="},
    {"FragmentInTheUrl", url + "#rc=2", call, call_signature},
    {"PortWhereNoneIsMeant", url, call, "CYn1h0gLBdNxDGkKJg6hYohgeD8="},
    {"OtherPort", "https://mycompany.com:1235/myapp.php?foo=1&bar=2", call,
     "CYn1h0gLBdNxDGkKJg6hYohgeD8="},
    {"PortOfTheOtherScheme", "http://mycompany.com/myapp.php", call,
     twilio::sign(token, "http://mycompany.com:443/myapp.php", call)},
    {"QueryInOtherOrder", "https://mycompany.com/myapp.php?bar=2&foo=1", call, call_signature},
    {"QueryEscapedAnew", "https://mycompany.com/myapp.php?foo=%31&bar=2", call, call_signature},
    {"QueryCut", "https://mycompany.com/myapp.php?foo=1", call, call_signature},
    {"QueryLonger", url + "&x=1", call, call_signature},
    {"QueryAsFields", "https://mycompany.com/myapp.php", with(call, {{"foo", "1"}, {"bar", "2"}}),
     call_signature},
    {"NoSignature", url, call, ""},
    {"TruncatedSignature", url, call, "RSOYDt4T1cUTdK1PDd93/VVr8B8"},
    {"FirstHalfOfTheSignature", url, call, "RSOYDt4T1cUTdK"},
    {"SignatureAndMore", url, call, call_signature + "="},
    {"BlankBeforeTheSignature", url, call, " " + call_signature},
    {"LineEndAfterTheSignature", url, call, call_signature + "\n"},
    {"NulAfterTheSignature", url, call, call_signature + '\0'},
    {"TwoSignatures", url, call, call_signature + "," + call_signature},
    {"LowerCaseSignature", url, call, "rsoydt4t1cutdk1pdd93/vvr8b8="},
    {"UrlSafeBase64", url, call, "RSOYDt4T1cUTdK1PDd93_VVr8B8="},
    {"HexadecimalSignature", url, call, "4523980ede13d5c51374ad4f0ddf77fd556bf01f"},
    {"OtherRequestsSignature", url, call, repeated_signature},
    {"SortedByNameAndValueJoined", url,
     with(call, {{"ReasonConferenceEnded", "test"}, {"Reason", "Participant"}}),
     "95+Bu0JVPi0r/SsESZCVf0dWAjw="},
    {"RepeatedNamesUnsorted", url, repeated, "oNd5IjYjmops86rU2fr7navM88g="},
    {"RepeatedValuesTwice", url, repeated, "tM//N+MVWOh7+ol2z8YCNxSY0Eg="},
    {"RepeatedNamesFirstOnly", url, repeated, "lwmwedXvBwAQyglWrAQmllAWLTQ="},
    {"TrimmedValue", text_url, with_value(text, "Body", "sick today\r\n+ fever"), text_signature},
    {"LineFeedForCarriageReturn", text_url, with_value(text, "Body", " sick today\n+ fever "),
     text_signature},
    {"PlusDecodedTwice", text_url, with_value(text, "Body", " sick today\r\n  fever "),
     text_signature},
    {"EmptyFieldDropped", text_url, Form(text.begin(), text.end() - 1), text_signature},
    {"OtherCaseOfAValue", text_url, with_value(text, "Body", " Sick today\r\n+ fever "),
     text_signature},
};
INSTANTIATE_TEST_SUITE_P(Nobody, ForgedSignature, testing::ValuesIn(forged), name_of);

TEST(Signature, TheTextThatTheForgeriesAlterIsAuthentic) {
  EXPECT_TRUE(twilio::is_authentic(token, text_url, text, text_signature));
}

TEST(Signature, AnyOfSeveralTokensWillDo) {
  const std::vector<std::string> renewing = {"54321", "12345"};
  const std::vector<std::string> renewed = {"54321", ""};
  EXPECT_TRUE(twilio::is_authentic(renewing, url, call, call_signature));
  EXPECT_FALSE(twilio::is_authentic(renewed, url, call, call_signature));
  EXPECT_FALSE(twilio::is_authentic(std::vector<std::string>{}, url, call, call_signature));
}

TEST(Signature, AnEmptyTokenOpensNothing) {
  EXPECT_FALSE(twilio::is_authentic("", url, call, twilio::sign("", url, call)));
  const std::vector<std::string> unset = {"", ""};
  EXPECT_FALSE(twilio::is_authentic(unset, url, call, twilio::sign("", url, call)));
}

// ---- Bodies that are no form
// ---------------------------------------------------------------------

TEST(JsonSignature, CoversTheUrlAndTheBodysHash) {
  EXPECT_TRUE(twilio::is_authentic_json(token, json_url, json_body, json_signature));
  const std::vector<std::string> renewing = {"54321", "12345"};
  EXPECT_TRUE(twilio::is_authentic_json(renewing, json_url, json_body, json_signature));
}

TEST(JsonSignature, RefusesAnotherBodyUrlTokenOrSignature) {
  EXPECT_FALSE(twilio::is_authentic_json(token, json_url, json_body + " ", json_signature));
  EXPECT_FALSE(twilio::is_authentic_json(token, json_url, "", json_signature));
  EXPECT_FALSE(twilio::is_authentic_json(token, json_url + "0", json_body, json_signature));
  EXPECT_FALSE(twilio::is_authentic_json("12346", json_url, json_body, json_signature));
  EXPECT_FALSE(twilio::is_authentic_json(token, json_url, json_body, call_signature));
}

TEST(JsonSignature, RefusesAUrlWithoutTheHashOrWithAnotherInFront) {
  const std::string hash = json_url.substr(json_url.size() - 64);
  const std::vector<std::string> queries = {"", "?bodySHA256=", "?bodySHA256=00&bodySHA256=" + hash,
                                            "?xbodySHA256=" + hash, "#?bodySHA256=" + hash};
  for (const std::string& query : queries) {
    const std::string other = "https://mycompany.com/myapp.php" + query;
    EXPECT_FALSE(twilio::is_authentic_json(token, other, json_body, twilio::sign(token, other, {})))
        << other;
  }
}

}  // namespace
