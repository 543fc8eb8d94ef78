#include "simulator/rest_door.h"

#include <gtest/gtest.h>

#include "simulator/rest_test.h"

namespace simulator {
namespace {

using http::Method;

TEST(RestDoor, OpensToTheTokenAndToTheApiKey) {
  RestWorld rest;
  EXPECT_EQ(rest.get("/Messages.json").status, 200);
  rest.user = "SK00000000000000000000000000000001";
  rest.password = "key";
  EXPECT_EQ(refusal_in(rest.get("/Messages.json")), "20003 401");
  rest.world.account.api_key_sid = rest.user;
  rest.world.account.api_key_secret = "key";
  EXPECT_EQ(rest.get("/Messages.json").status, 200);
}

TEST(RestDoor, IsClosedToEverybodyElse) {
  RestWorld rest;
  rest.password = "54321";
  const auto refused = rest.get("/Messages.json");
  EXPECT_EQ(refusal_in(refused), "20003 401");
  EXPECT_EQ(refused.field("WWW-Authenticate"), "Basic realm=\"Twilio API\"");
  rest.user = "";
  EXPECT_EQ(rest.get("/Messages.json").status, 401);
  EXPECT_EQ(rest.post("/Messages.json", {{"To", their_number}}).status, 401);
  // Without an API key an empty name and password are nobody's.
  rest.user = ":";
  rest.password = "";
  EXPECT_EQ(rest.get("/Messages.json").status, 401);
}

TEST(RestDoor, AnotherAccountIsNotThere) {
  RestWorld rest;
  const auto answer = rest.ask_anything(
      Method::get, "/2010-04-01/Accounts/AC99999999999999999999999999999999/Messages.json");
  auto copy = answer;
  EXPECT_EQ(refusal_in(std::get<http::Response>(copy.either())), "20404 404");
}

TEST(RestDoor, WhatIsNoResourceIsNotFoundInJson) {
  RestWorld rest;
  for (const char* path : {"/Conferences.json", "/Messages", "/Messages/SM1", "/a/b/c/d/e",
                           "/Messages/SM1.json", "/Calls/CA1.json", "/Recordings/RE1.json"}) {
    EXPECT_EQ(refusal_in(rest.get(path)), "20404 404") << path;
  }
  EXPECT_EQ(refusal_in(rest.post("/Recordings.json", {})), "20404 404");
}

TEST(RestDoor, ShowsTheAccount) {
  RestWorld rest;
  const auto account = json_of(rest.get(".json"));
  EXPECT_EQ(text_of(account, "sid"), test_account);
  EXPECT_EQ(text_of(account, "status"), "active");
  EXPECT_EQ(text_of(account, "date_created"), "Sun, 22 Nov 2026 15:04:05 +0000");
}

TEST(RestDoor, ABrokenFormIsRefused) {
  RestWorld rest;
  auto answer = rest.ask_anything(
      Method::post, "/2010-04-01/Accounts/" + std::string(test_account) + "/Messages.json",
      "To=%FF");
  EXPECT_EQ(refusal_in(std::get<http::Response>(answer.either())), "20001 400");
}

TEST(RestDoor, WhoeverChangesSomethingWakesTheSimulator) {
  RestWorld rest;
  rest.get("/Messages.json");
  EXPECT_EQ(rest.woken, 0);
  rest.post("/Messages.json", {{"To", their_number}, {"From", line_number}, {"Body", "x"}});
  EXPECT_EQ(rest.woken, 1);
}

TEST(RestDoor, OnABadDayRequestsAreTurnedAway) {
  RestWorld rest;
  rest.world.chaos.rest_429_percent = 100;
  EXPECT_EQ(refusal_in(rest.get("/Messages.json")), "20429 429");
  rest.world.chaos = {.rest_500_percent = 100};
  EXPECT_EQ(refusal_in(rest.post("/Messages.json",
                                 {{"To", their_number}, {"From", line_number}, {"Body", "x"}})),
            "20500 500");
  EXPECT_TRUE(rest.world.messages.empty());
  rest.password = "wrong";
  EXPECT_EQ(rest.get("/Messages.json").status, 401);
}

TEST(RestDoor, OnABadDayARequestHangsAndIsNotCarriedOut) {
  RestWorld rest;
  rest.world.chaos.rest_hang_percent = 100;
  rest.world.chaos.rest_hang = std::chrono::seconds(20);
  auto answer = rest.ask_anything(
      Method::post, "/2010-04-01/Accounts/" + std::string(test_account) + "/Messages.json",
      http::write_form({{"To", their_number}, {"From", line_number}, {"Body", "x"}}));
  int status = 0;
  std::get<http::Deferred>(answer.either())
      .start([&status](std::variant<http::Answer, std::exception_ptr> reply) {
        status = std::get<http::Response>(std::get<http::Answer>(reply).either()).status;
      });
  rest.passes(std::chrono::seconds(19));
  EXPECT_EQ(status, 0);
  rest.passes(std::chrono::seconds(1));
  EXPECT_EQ(status, 500);
  EXPECT_TRUE(rest.world.messages.empty());
}

TEST(RestDoor, OnABadDayAMessageIsTakenAndTheAnswerIsAnErrorAllTheSame) {
  RestWorld rest;
  rest.world.chaos.accept_then_fail_percent = 100;
  EXPECT_EQ(
      rest.post("/Messages.json", {{"To", their_number}, {"From", line_number}, {"Body", "x"}})
          .status,
      500);
  EXPECT_EQ(rest.world.messages.size(), 1U);
}

}  // namespace
}  // namespace simulator
