#include "simulator/rest_door.h"

#include <future>

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

TEST(RestDoor, ListsTheOneAccount) {
  RestWorld rest;
  auto answer = rest.ask_anything(Method::get, "/2010-04-01/Accounts.json");
  const auto list = json_of(std::get<http::Response>(answer.either()));
  ASSERT_EQ(list.at("accounts").as_array().size(), 1U);
  EXPECT_EQ(list.at("accounts").at(0).at("sid"), test_account);
  rest.password = "wrong";
  answer = rest.ask_anything(Method::get, "/2010-04-01/Accounts.json");
  EXPECT_EQ(std::get<http::Response>(answer.either()).status, 401);
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

/// What comes of a request that is answered late, and how late.
struct Late {
  http::Answer answer;
  milliseconds after;
};
Late late_answer(RestWorld& rest) {
  auto answer = rest.ask_anything(
      Method::post, "/2010-04-01/Accounts/" + std::string(test_account) + "/Messages.json",
      http::write_form({{"To", their_number}, {"From", line_number}, {"Body", "x"}}));
  const auto start = std::chrono::steady_clock::now();
  std::promise<http::Answer> replied;
  std::get<http::Deferred>(answer.either())
      .start([&replied](std::variant<http::Answer, std::exception_ptr> reply) {
        replied.set_value(std::get<http::Answer>(std::move(reply)));
      });
  http::Answer late = replied.get_future().get();
  return {std::move(late),
          std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - start)};
}

TEST(RestDoor, OnABadDayARequestHangsInRealTimeAndIsNeitherCarriedOutNorAnswered) {
  RestWorld rest;
  rest.world.chaos = {.rest_hang_percent = 100, .rest_hang = milliseconds(50)};
  auto late = late_answer(rest);
  EXPECT_GE(late.after, milliseconds(50));
  EXPECT_TRUE(std::holds_alternative<http::Silence>(late.answer.either()));
  EXPECT_TRUE(rest.world.messages.empty());
}

TEST(RestDoor, OnABadDayARequestIsCarriedOutAndItsTrueAnswerComesLate) {
  RestWorld rest;
  rest.world.chaos = {.rest_slow_percent = 100, .rest_slow = milliseconds(50)};
  auto late = late_answer(rest);
  EXPECT_GE(late.after, milliseconds(50));
  EXPECT_EQ(std::get<http::Response>(late.answer.either()).status, 201);
  EXPECT_EQ(rest.world.messages.size(), 1U);
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
