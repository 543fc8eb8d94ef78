#include "channels/api/act_routes.h"

#include <boost/json.hpp>
#include <functional>

#include "app/acts_test.h"
#include "app/session.h"
#include "http/client.h"
#include "http/server.h"

namespace api {
namespace {

using app::Actor;
using app::ana;
using app::anas;
using app::bill;
using app::boss;
using app::hana;
using app::rival;
using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

/// The acts behind the guard, on a server of their own.
class ActRoutes : public app::ActsTest {
 protected:
  ActRoutes() {
    lanes_.emplace(*database_);
    const Guard guard(*lanes_, [] { return now; },
                      platform::TimeZone::find("America/New_York").value(),
                      {.origin = "http://127.0.0.1", .is_secure = false});
    server_.emplace(http::ServerOptions(), http::Router(act_routes(guard, {*line_, pages_})));
    thread_ = std::thread([this] { server_->run(); });
    for (const Actor& who : {ana, boss, rival, bill, hana}) {
      tokens_[who.name] = in([&](store::Transaction& tx) {
        return app::begin_session(tx, line_->random, who.user, app::Device::shared, now);
      });
    }
  }
  ~ActRoutes() override {
    server_->stop(0s);
    thread_.join();
  }

  http::Response post(const std::string& cookie, const std::string& path, const std::string& body,
                      const std::string& if_match = "") {
    http::Call call{.method = http::Method::post,
                    .url = "http://127.0.0.1:" + std::to_string(server_->port()) + "/api/v1" + path,
                    .fields = {{"Content-Type", "application/json"}},
                    .body = body};
    if (!cookie.empty()) call.fields.push_back({"Cookie", "callout=" + cookie});
    if (!if_match.empty()) call.fields.push_back({"If-Match", if_match});
    http::Client client;
    auto outcome = client.call(call);
    if (auto* response = std::get_if<http::Response>(&outcome)) return std::move(*response);
    ADD_FAILURE() << std::get<http::Unreachable>(outcome).why;
    return {.status = 0};
  }
  http::Response does(const Actor& who, const std::string& path, const std::string& body = "{}",
                      const std::string& if_match = "") {
    return post(tokens_.at(who.name), path, body, if_match);
  }
  http::Response decide(const Actor& who, store::RequestId id, const std::string& decision,
                        const std::string& if_match) {
    return does(who, "/requests/" + std::to_string(id.value()) + "/decision",
                R"({"decision":")" + decision + R"(","reason":"because"})", if_match);
  }
  static std::string call_out(store::CallOutId id, const std::string& act) {
    return "/call-outs/" + std::to_string(id.value()) + "/" + act;
  }
  static boost::json::object json(const http::Response& response) {
    return boost::json::parse(response.body).as_object();
  }
  static std::string said(const http::Response& response, const char* field) {
    const auto object = json(response);
    const auto* value = object.if_contains(field);
    return value == nullptr || !value->is_string() ? "" : std::string(value->as_string());
  }

  const Pages pages_{line_->vault, "America/New_York"};
  std::optional<work::Lanes> lanes_;
  std::optional<http::Server> server_;
  std::thread thread_;
  std::map<std::string, std::string> tokens_;
};

TEST_F(ActRoutes, ADecisionIsAnsweredWithTheRequestAndItsNewVersion) {
  const auto request = leave_asked(anas, monday, monday);
  const auto answer = decide(boss, request, "approve", "\"1\"");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.field("ETag"), "\"2\"");
  EXPECT_EQ(said(answer, "status"), "approved");
}

TEST_F(ActRoutes, ADecisionThatNamesNoStateIsRefused) {
  const auto request = leave_asked(anas, monday, monday);
  for (const char* tag : {"", "*", "1", "\"\"", "\"one\"", "\"1"}) {
    const auto answer = decide(boss, request, "approve", tag);
    EXPECT_EQ(answer.status, 428) << tag;
    EXPECT_EQ(said(answer, "type"), "/problems/state-not-named");
  }
  EXPECT_EQ(text("SELECT status FROM pto_requests"), "pending");
  EXPECT_EQ(decide(boss, request, "approve", "W/\"1\"").status, 200)
      << "a compressing proxy weakens it on its way";
}

TEST_F(ActRoutes, OfTwoAtOnceOneDecidesAndTheOtherLearnsWhoWasFirst) {
  const auto request = leave_asked(anas, monday, monday);
  std::vector<http::Response> answers(6);
  std::vector<std::function<void()>> all;
  for (std::size_t which = 0; which < answers.size(); ++which) {
    all.emplace_back([&, which] {
      answers[which] = decide(which % 2 == 0 ? boss : rival, request, "approve", "\"1\"");
    });
  }
  at_once(all);
  int decided = 0;
  for (const http::Response& answer : answers) {
    if (answer.status == 200) {
      ++decided;
      continue;
    }
    ASSERT_EQ(answer.status, 412) << answer.body;
    EXPECT_EQ(said(answer, "type"), "/problems/decided-meanwhile");
    EXPECT_TRUE(said(answer, "by") == boss.name || said(answer, "by") == rival.name);
    EXPECT_FALSE(said(answer, "at").empty());
  }
  EXPECT_EQ(decided, 1);
  EXPECT_EQ(balance(anas, "pto"), 3600 - 450);
  EXPECT_EQ(waiting(notice::Kind::request_approved, ana), 1);
}

TEST_F(ActRoutes, WhatIsWrongWithADecisionIsNamed) {
  const auto request = leave_asked(anas, monday, monday);
  const std::string path = "/requests/" + std::to_string(request.value()) + "/decision";
  const auto without_reason = does(boss, path, R"({"decision":"deny","reason":"  "})", "\"1\"");
  EXPECT_EQ(without_reason.status, 422);
  EXPECT_EQ(said(without_reason, "field"), "reason");
  const auto none = does(boss, path, R"({"decision":"perhaps"})", "\"1\"");
  EXPECT_EQ(none.status, 422);
  EXPECT_EQ(said(none, "field"), "decision");
  EXPECT_EQ(does(boss, path, "[]", "\"1\"").status, 422);
  EXPECT_EQ(decide(boss, request, "deny", "\"1\"").status, 200);
  EXPECT_EQ(decide(boss, request, "approve", "\"2\"").status, 409);
}

TEST_F(ActRoutes, WhatIsNotTheirsIsNotThereAndNothingIsDone) {
  const auto request = leave_asked(anas, monday, monday);
  const store::CallOut own = calls_out(anas);
  const std::int64_t attempt = in([&](store::Transaction& tx) {
    const auto id = arrived(tx, "CA1", "+15550100101");
    store::leave_call_incomplete(tx, id, anas, monday);
    return id.value();
  });
  const std::string attempts = "/attempts/" + std::to_string(attempt) + "/closing";
  for (const auto& answer :
       {decide(bill, request, "approve", "\"1\""), does(bill, call_out(own.id, "acknowledgement")),
        does(bill, call_out(own.id, "assignment"), R"({"member_id":3})"),
        does(bill, call_out(own.id, "rejection")), does(bill, attempts),
        does(boss, "/requests/one/decision", R"({"decision":"approve"})", "\"1\""),
        does(boss, "/call-outs/99999999999999999999/rejection"), does(boss, "/alarms/7/closing")}) {
    EXPECT_EQ(answer.status, 404) << answer.body;
    EXPECT_EQ(said(answer, "type"), "/problems/not-found");
  }
  EXPECT_EQ(decide(ana, request, "approve", "\"1\"").status, 409);
  EXPECT_EQ(does(ana, call_out(own.id, "acknowledgement")).status, 409);
  EXPECT_EQ(does(ana, attempts).status, 409);
  EXPECT_EQ(post("", call_out(own.id, "acknowledgement"), "{}").status, 401);
  EXPECT_EQ(text("SELECT status FROM pto_requests WHERE id = $1", {request}), "pending");
  EXPECT_EQ(number("SELECT COUNT(*) FROM audit_entries WHERE actor <> 'line'"), 0);
}

TEST_F(ActRoutes, ACallOutIsSeenOnceAndWhoComesLaterLearnsByWhom) {
  const store::CallOut own = calls_out(anas);
  const auto seen = does(boss, call_out(own.id, "acknowledgement"));
  ASSERT_EQ(seen.status, 200) << seen.body;
  EXPECT_EQ(json(seen).at("id").as_int64(), own.id.value());
  EXPECT_EQ(does(boss, call_out(own.id, "acknowledgement")).status, 200);
  const auto late = does(rival, call_out(own.id, "acknowledgement"));
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(said(late, "type"), "/problems/already-acknowledged");
  EXPECT_EQ(said(late, "by"), "Bo Boss");
}

TEST_F(ActRoutes, AnUnverifiedOneIsAssignedRejectedOrRefusedByItsField) {
  const store::CallOut first = stranger_texts();
  const auto assigned =
      does(boss, call_out(first.id, "assignment"), R"({"member_id":1,"add_number":true})");
  ASSERT_EQ(assigned.status, 200) << assigned.body;
  EXPECT_EQ(json(assigned).at("person").as_object().at("member_id").as_int64(), 1);
  EXPECT_TRUE(json(assigned).at("request_id").is_int64());
  EXPECT_EQ(does(rival, call_out(first.id, "assignment"), R"({"member_id":1})").status, 409);

  const store::CallOut second = stranger_texts("sick today", "+15550100198");
  const auto foreign = does(boss, call_out(second.id, "assignment"), R"({"member_id":3})");
  EXPECT_EQ(foreign.status, 422);
  EXPECT_EQ(said(foreign, "field"), "member_id");
  const auto merged = does(boss, call_out(second.id, "assignment"), R"({"member_id":1})");
  ASSERT_EQ(merged.status, 200) << merged.body;
  EXPECT_EQ(said(merged, "state"), "merged");
  EXPECT_EQ(json(merged).at("merged_into_id").as_int64(), first.id.value());

  const store::CallOut third = stranger_texts("sick today", "+15550100105");
  const auto number =
      does(boss, call_out(third.id, "assignment"), R"({"member_id":2,"add_number":true})");
  EXPECT_EQ(number.status, 422);
  EXPECT_EQ(said(number, "field"), "add_number");
  EXPECT_EQ(said(does(boss, call_out(third.id, "assignment")), "field"), "member_id");
  const auto rejected = does(boss, call_out(third.id, "rejection"));
  ASSERT_EQ(rejected.status, 200) << rejected.body;
  EXPECT_EQ(said(rejected, "state"), "rejected");
  const auto again = does(hana, call_out(third.id, "rejection"));
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(said(again, "by"), boss.name);
}

TEST_F(ActRoutes, WhatStandsOnTheBoardIsSeenToWithoutAnAnswer) {
  const std::int64_t attempt =
      in([&](store::Transaction& tx) { return arrived(tx, "CA1", "+15550100199").value(); });
  const std::string path = "/attempts/" + std::to_string(attempt) + "/closing";
  const auto closed = does(boss, path);
  EXPECT_EQ(closed.status, 204);
  EXPECT_TRUE(closed.body.empty());
  EXPECT_EQ(does(boss, path).status, 204);
}

}  // namespace
}  // namespace api
