#include "simulator/desk.h"

#include <algorithm>
#include <boost/json.hpp>
#include <string>

#include <gtest/gtest.h>

namespace simulator {
namespace {

namespace json = boost::json;

constexpr const char* line = "+15550100100";
constexpr const char* ana = "+15550100101";

void count_up(std::span<std::uint8_t> bytes) {
  static std::uint8_t next = 0;
  for (std::uint8_t& byte : bytes) byte = next++;
}

std::string second_of_silence() {
  return std::string(
             "RIFF\x24\x7d\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data",
             40) +
         std::string("\x80\x3e\0\0", 4) + std::string(16'000, '\0');
}

class DeskTest : public ::testing::Test {
 protected:
  DeskTest()
      : simulator_({.account = {.sid = "AC00000000000000000000000000000001", .auth_token = "token"},
                    .numbers = {{.sid = {},
                                 .phone_number = line,
                                 .friendly_name = "The line",
                                 .voice = {"http://127.0.0.1:9/voice"}}},
                    .random = count_up,
                    .start = Moment(std::chrono::hours(24)),
                    .time = Time::by_hand}),
        router_(desk_routes(
            simulator_,
            {.number = line,
             .sms_number = line,
             .telephones = {{.name = "Ana Ruiz", .note = "RN", .number = ana, .language = "es"}},
             .samples = {{"fever", "I have a fever.", "en", second_of_silence()}},
             .links = {{"board", "http://localhost:5000/board"}}},
            "/practice")) {}

  http::Response ask(http::Method method, const std::string& path, const std::string& body = {},
                     const std::string& type = "application/json") {
    http::Request request;
    request.method = method;
    request.path = "/practice/api/" + path.substr(0, path.find('?'));
    if (path.find('?') != std::string::npos) request.query = path.substr(path.find('?') + 1);
    request.body = body;
    if (!body.empty()) request.fields.push_back({"Content-Type", type});
    const auto match = router_.find(method, request.path);
    if (match.route == nullptr) return {.status = 404, .body = "no route"};
    request.segments = match.segments;
    return std::get<http::Response>(match.route->handler(request).either());
  }
  http::Response get(const std::string& path) { return ask(http::Method::get, path); }
  http::Response post(const std::string& path, const std::string& body) {
    return ask(http::Method::post, path, body);
  }
  static json::value read(const http::Response& response) { return json::parse(response.body); }

  /// The answer is a problem of that status whose detail names what it is about.
  static void expect_problem(const http::Response& answer, int status, const std::string& about) {
    EXPECT_EQ(answer.status, status) << answer.body;
    EXPECT_EQ(answer.content_type, "application/problem+json");
    const auto problem = read(answer);
    EXPECT_EQ(problem.at("status"), status);
    EXPECT_NE(std::string(problem.at("detail").as_string()).find(about), std::string::npos)
        << answer.body;
  }

  Simulator simulator_;
  http::Router router_;
};

TEST_F(DeskTest, TellsWhoseTelephonesAndWhichSentencesThereAre) {
  const auto answer = read(get("line"));
  EXPECT_EQ(answer.at("mode"), "simulator");
  EXPECT_EQ(answer.at("number"), line);
  EXPECT_EQ(
      answer.at("telephones").as_array().at(0),
      (json::object{{"name", "Ana Ruiz"}, {"number", ana}, {"note", "RN"}, {"language", "es"}}));
  EXPECT_EQ(answer.at("samples").at(0).at("seconds"), 1.0);
  EXPECT_EQ(answer.at("links").at(0).at("name"), "board");
}

TEST_F(DeskTest, ACallIsThereAsSoonAsItIsDialled) {
  const auto answer = post("calls", R"({"from":"+15550100101","attestation":"No-TN-Validation"})");
  ASSERT_EQ(answer.status, 201) << answer.body;
  const auto call = read(answer);
  EXPECT_EQ(call.at("from"), ana);
  EXPECT_EQ(call.at("to"), line);
  EXPECT_EQ(call.at("status"), "ringing");
  const std::string sid(call.at("sid").as_string());
  EXPECT_EQ(get("calls/" + sid).status, 200);
  EXPECT_EQ(read(get("calls")).at("calls").as_array().size(), 1U);
  EXPECT_EQ(read(get("calls?with=%2B15550100199")).at("calls").as_array().size(), 0U);
  EXPECT_EQ(post("calls/" + sid + "/hang-up", "").status, 204);
  expect_problem(post("calls/" + sid + "/hang-up", ""), 409, "any more");
}

TEST_F(DeskTest, WhatCannotBeDialledIsRefusedByName) {
  expect_problem(post("calls", "{}"), 422, "from");
  expect_problem(post("calls", R"({"from":7})"), 422, "from");
  expect_problem(post("calls", R"({"from":"a b"})"), 422, "from");
  expect_problem(post("calls", R"({"from":"+15550100101","to":"+15550100177"})"), 422, "to");
  expect_problem(post("calls", "[]"), 422, "object");
  expect_problem(post("calls", "{"), 422, "JSON");
  expect_problem(ask(http::Method::post, "calls", "from=%2B1", "application/x-www-form-urlencoded"),
                 422, "Content-Type");
  EXPECT_EQ(read(get("calls")).at("calls").as_array().size(), 0U);
}

TEST_F(DeskTest, ACallerMayBeNobodyAndForwardedBySomebody) {
  const auto answer = post("calls", R"({"from":"","forwarded_from":"+15550100177"})");
  ASSERT_EQ(answer.status, 201) << answer.body;
  EXPECT_EQ(read(answer).at("from"), "");
  simulator_.advance(std::chrono::seconds(0));
  const auto exchange = read(get("wire")).at("exchanges").at(0);
  const json::object forwarded{{"name", "ForwardedFrom"}, {"value", "+15550100177"}};
  const auto& params = exchange.at("params").as_array();
  EXPECT_NE(std::ranges::find(params, json::value(forwarded)), params.end());
  expect_problem(post("calls", R"({"from":"","forwarded_from":"a b"})"), 422, "forwarded_from");
}

TEST_F(DeskTest, HowMessagesToANumberEndIsScripted) {
  const auto put = [&](const std::string& body) {
    return ask(http::Method::put, "endings", body);
  };
  EXPECT_EQ(put(R"({"number":"+15550100101","status":"undelivered","code":30003})").status, 204);
  simulator_.with([](World&, Switchboard&, Texting& texting) {
    texting.create({{"From", line}, {"To", ana}, {"Body", "x"}});
  });
  simulator_.advance(std::chrono::seconds(5));
  const auto message = read(get("messages")).at("messages").at(0);
  EXPECT_EQ(message.at("status"), "undelivered");
  EXPECT_EQ(message.at("error_code"), 30003);
  EXPECT_EQ(put(R"({"number":"+15550100101","status":"delivered"})").status, 204);
}

TEST_F(DeskTest, AnEndingThatMakesNoSenseIsRefusedByName) {
  const auto refused = [&](const std::string& members, const std::string& about) {
    expect_problem(ask(http::Method::put, "endings", "{" + members + "}"), 422, about);
  };
  refused(R"("status":"failed","code":30007)", "number");
  refused(R"("number":"","status":"failed","code":30007)", "number");
  refused(R"("number":"+15550100101","code":30007)", "status");
  refused(R"("number":"+15550100101","status":"lost","code":30007)", "status");
  refused(R"("number":"+15550100101","status":"failed")", "code");
  refused(R"("number":"+15550100101","status":"failed","code":"30007")", "code");
  refused(R"("number":"+15550100101","status":"failed","code":100000)", "code");
  refused(R"("number":"+15550100101","status":"delivered","code":30007)", "code");
}

TEST_F(DeskTest, OnlyKeysOfATelephoneArePressed) {
  const auto call = read(post("calls", R"({"from":"anonymous"})"));
  const std::string at = "calls/" + std::string(call.at("sid").as_string()) + "/keys";
  for (const char* keys : {"", "a", "12 3", "123456789012345678901234567890123"}) {
    expect_problem(post(at, R"({"keys":")" + std::string(keys) + "\"}"), 422, "keys");
  }
  expect_problem(post("calls/CA77/keys", R"({"keys":"1"})"), 404, "call");
}

TEST_F(DeskTest, AVoiceIsSamplesOrASentenceByItsName) {
  const auto call = read(post("calls", R"({"from":"anonymous"})"));
  const std::string at = "calls/" + std::string(call.at("sid").as_string()) + "/voice";
  EXPECT_EQ(ask(http::Method::post, at, std::string(320, '\x10'), "audio/L16;rate=8000").status,
            204);
  EXPECT_EQ(post(at, R"({"sample":"fever"})").status, 204);
  expect_problem(post(at, R"({"sample":"cough"})"), 422, "sample");
  expect_problem(ask(http::Method::post, at, "odd", "audio/L16"), 422, "16-bit");
  expect_problem(ask(http::Method::post, at, "bytes", "audio/mpeg"), 422, "Content-Type");
}

TEST_F(DeskTest, ATextIsListedWithWhomItWasExchanged) {
  const auto answer = post("messages", R"({"from":"+15550100101","body":"sick today"})");
  ASSERT_EQ(answer.status, 201) << answer.body;
  EXPECT_EQ(read(answer).at("direction"), "inbound");
  EXPECT_EQ(read(get("messages?with=%2B15550100101")).at("messages").as_array().size(), 1U);
  EXPECT_EQ(read(get("messages?with=%2B15550100102")).at("messages").as_array().size(), 0U);
  expect_problem(post("messages", R"({"from":"+15550100101"})"), 422, "body");
  const std::string long_body =
      R"({"from":"+15550100101","body":")" + std::string(1601, 'x') + "\"}";
  expect_problem(post("messages", long_body), 422, "1600");
  expect_problem(
      post(
          "messages",
          R"({"from":"+15550100101","body":"x","pictures":[{"content_type":"image/png","base64":"?"}]})"),
      422, "pictures");
}

TEST_F(DeskTest, APictureTravelsWithItsText) {
  const auto answer = post(
      "messages",
      R"({"from":"+15550100101","body":"note","pictures":[{"content_type":"image/png","base64":"aGk="}]})");
  ASSERT_EQ(answer.status, 201) << answer.body;
  EXPECT_EQ(read(answer).at("media").at(0).at("content_type"), "image/png");
  EXPECT_EQ(std::string(read(answer).at("sid").as_string()).substr(0, 2), "MM");
}

TEST_F(DeskTest, MishapsAreSwitchedAsAWhole) {
  const auto set =
      ask(http::Method::put, "chaos", R"({"rest_429_percent":30,"reorders_callbacks":true})");
  EXPECT_EQ(read(set).at("rest_429_percent"), 30);
  EXPECT_EQ(read(get("chaos")).at("reorders_callbacks"), true);
  EXPECT_EQ(read(ask(http::Method::put, "chaos", "{}")).at("rest_429_percent"), 0);
  const auto slow =
      ask(http::Method::put, "chaos", R"({"rest_slow_percent":5,"rest_slow_milliseconds":700})");
  EXPECT_EQ(read(slow).at("rest_slow_percent"), 5);
  EXPECT_EQ(read(get("chaos")).at("rest_slow_milliseconds"), 700);
  expect_problem(ask(http::Method::put, "chaos", R"({"rest_slow_milliseconds":30001})"), 422,
                 "rest_slow_milliseconds");
  expect_problem(ask(http::Method::put, "chaos", R"({"rest_429_percent":101})"), 422,
                 "rest_429_percent");
  expect_problem(ask(http::Method::put, "chaos", R"({"earthquake":true})"), 422, "earthquake");
}

TEST_F(DeskTest, TheWireIsReadOnFromTheNewestThatIsKnown) {
  simulator_.with([](World& world, Switchboard&, Texting&) {
    for (std::uint64_t number = 1; number <= 130; ++number) {
      world.wire.push_back({.number = number,
                            .at = world.now,
                            .subject = number % 2 == 0 ? "CA1" : "SM1",
                            .what = "incoming call",
                            .url = "http://localhost/voice",
                            .params = {{"CallSid", "CA1"}},
                            .signature = "x"});
    }
  });
  const auto all = read(get("wire")).at("exchanges").as_array();
  EXPECT_EQ(all.size(), 100U);
  EXPECT_EQ(all.front().at("number"), 31);
  EXPECT_EQ(all.back().at("number"), 130);
  EXPECT_EQ(read(get("wire?subject=CA1&after=126")).at("exchanges").as_array().size(), 2U);
  expect_problem(get("wire?after=yesterday"), 422, "after");
}

TEST_F(DeskTest, TheClockRunsAtASpeedThatMakesSense) {
  expect_problem(ask(http::Method::put, "clock", R"({"speed":0})"), 422, "speed");
  expect_problem(ask(http::Method::put, "clock", R"({"speed":"fast"})"), 422, "speed");
  EXPECT_EQ(read(get("clock")).at("now"), "1970-01-02T00:00:00.000Z");
}

TEST_F(DeskTest, ASampleIsHeardBeforeItIsSaid) {
  const auto sound = get("samples/fever/audio");
  EXPECT_EQ(sound.status, 200);
  EXPECT_EQ(sound.content_type, "audio/wav");
  EXPECT_EQ(sound.body.size(), 16'044U);
  EXPECT_EQ(get("samples/cough/audio").status, 404);
  EXPECT_EQ(get("recordings/RE1/audio").status, 404);
}

}  // namespace
}  // namespace simulator
