// What the API reads, as JSON: the shapes of api/openapi.yaml, and what is held back from whom.
#include <boost/json.hpp>

#include <gtest/gtest.h>

#include "channels/api/board_routes.h"
#include "channels/api/line_routes.h"
#include "channels/api/pages.h"
#include "channels/api/request_routes.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace api {
namespace {

using people::Role;

constexpr base::Day today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
constexpr base::Moment now = base::Moment(today) + std::chrono::hours(15);

class Reading : public testing::Test {
 protected:
  Reading() {
    EXPECT_TRUE(store::migrate(*database_).ok());
    database_->write([&](store::Transaction& tx) {
      tx.run(
          "INSERT INTO teams (id, name, reasons_for_hr_only, created_at) VALUES"
          " (1, 'Clinical', 0, 0), (2, 'Billing', 1, 0)");
      tx.run("INSERT INTO positions (id, team_id, name) VALUES (11, 1, 'RN')");
      tx.run(
          "INSERT INTO users (id, name, first_name, created_at, updated_at) VALUES"
          " (1, 'Ana Ruiz', 'Ana', 0, 0), (2, 'Bea Long', 'Bea', 0, 0),"
          " (5, 'Ben Boss', 'Ben', 0, 0), (6, 'Hana Hr', 'Hana', 0, 0)");
      tx.run(
          "INSERT INTO team_members (id, user_id, employee_number, team_id, position_id,"
          " created_at) VALUES (1, 1, 'E1', 1, 11, 0), (2, 2, 'E2', 2, NULL, 0)");
      tx.run("INSERT INTO user_roles (user_id, role) VALUES (5, 'manager'), (6, 'hr')");
      tx.run("INSERT INTO managers (id, user_id, created_at) VALUES (5, 5, 0)");
      tx.run("INSERT INTO scopes (manager_id, team_id) VALUES (5, 1), (5, 2)");
      for (const std::int64_t id : {1, 2}) call_out(tx, id);
      tx.run(
          "INSERT INTO call_out_records (id, receipt_number, day, source, phone_number_used,"
          " verified, authentication_method, claimed_name_sealed, created_at) VALUES"
          " (9, 109, '2026-11-23', 'sms', '+15550100177', 0, 'none', $1, $2)",
          {vault_.seal("call_out_records.claimed_name", "ana ruiz"), now});
      tx.run(
          "INSERT INTO recordings (id, recording_sid, call_sid, call_out_id, state, waveform,"
          " created_at) VALUES (1, 'RE1', 'CA1', 1, 'kept', $1, 0)",
          {base::Bytes(100, 7)});
      tx.run("INSERT INTO recording_listens (recording_id, user_id, at) VALUES (1, 5, 9)");
    });
  }
  void call_out(store::Transaction& tx, std::int64_t id) {
    tx.run(
        "INSERT INTO pto_requests (id, member_id, start_date, end_date, pto_type, status,"
        " is_call_out, reason, version, created_at, updated_at)"
        " VALUES ($1, $1, $2, $2, 'sick', 'pending', 1, $3, 4, $4, $4)",
        {id, today, vault_.seal("pto_requests.reason", "canary fever"), now});
    tx.run(
        "INSERT INTO call_out_records (id, receipt_number, member_id, pto_request_id, day, source,"
        " phone_number_used, verified, authentication_method, message_text, created_at)"
        " VALUES ($1, 100 + $1, $1, $1, $2, 'sms', '+15550100101', 1, 'phone_match', $3, $4)",
        {id, today, vault_.seal("call_out_records.message_text", "canary fever"), now});
  }

  static Viewer viewer(std::int64_t user, std::vector<Role> roles) {
    Viewer who;
    who.user = people::UserId(user);
    if (user < 5) who.member = people::MemberId(user);
    who.roles = std::move(roles);
    who.is_confirmed = true;
    who.now = now;
    who.today = today;
    return who;
  }
  template <class F>
  http::Response ask(F f) {
    http::Response response;
    database_->read([&](store::Transaction& tx) { response = f(tx); });
    return response;
  }
  http::Response request(const Viewer& who, std::int64_t id) {
    return ask([&](store::Transaction& tx) {
      return request_page(tx, pages_, who, store::RequestId(id));
    });
  }
  http::Response call_out(const Viewer& who, std::int64_t id) {
    return ask([&](store::Transaction& tx) {
      return call_out_page(tx, pages_, who, store::CallOutId(id));
    });
  }
  http::Response inbox_of(const Viewer& who, const std::string& query) {
    return ask([&](store::Transaction& tx) {
      http::Request asked;
      asked.query = query;
      return inbox(tx, who, asked);
    });
  }
  http::Response board_of(const Viewer& who, const std::string& known = "") {
    return ask([&](store::Transaction& tx) {
      http::Request asked;
      if (!known.empty()) asked.fields = {{"If-None-Match", known}};
      return board(tx, pages_, who, asked);
    });
  }
  static boost::json::object json(const http::Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    return boost::json::parse(response.body).as_object();
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_ =
      store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
  platform::Vault vault_{platform::DataKey{}, platform::system_random()};
  Pages pages_{vault_, "America/New_York"};
  Viewer ana_ = viewer(1, {Role::employee});
  Viewer bea_ = viewer(2, {Role::employee});
  Viewer boss_ = viewer(5, {Role::manager});
  Viewer hana_ = viewer(6, {Role::hr});
};

TEST_F(Reading, ARequestSaysEverythingToItsManager) {
  const http::Response response = request(boss_, 1);
  const auto page = json(response);
  EXPECT_EQ(response.field("ETag"), "\"4\"");
  EXPECT_EQ(page.at("reason"), "canary fever");
  EXPECT_EQ(page.at("withheld"), "nothing");
  EXPECT_EQ(page.at("minutes"), 450);
  EXPECT_EQ(page.at("balances").as_array().size(), 3u);
  EXPECT_EQ(page.at("headcount").at("out"), 1);
  EXPECT_EQ(page.at("may"), (boost::json::object{{"approve", true},
                                                 {"deny", true},
                                                 {"charge", false},
                                                 {"do_not_charge", true},
                                                 {"cancel", true}}));
  EXPECT_EQ(page.at("call_out").at("message"), "canary fever");
  EXPECT_EQ(page.at("call_out").at("recordings").at(0).at("waveform").as_array().size(), 100u);
  EXPECT_EQ(page.at("call_out").at("may").at("acknowledge"), true);
  EXPECT_EQ(page.at("history").at(0).at("actor"), "Ben Boss");
}

TEST_F(Reading, TheEmployeeSeesTheirOwnAndDecidesNothing) {
  const auto page = json(request(ana_, 1));
  EXPECT_EQ(page.at("is_own"), true);
  EXPECT_EQ(page.at("reason"), "canary fever");
  EXPECT_TRUE(page.at("balances").as_array().empty());
  EXPECT_TRUE(page.at("headcount").is_null());
  for (const auto& [decision, may] : page.at("may").as_object()) EXPECT_EQ(may, false) << decision;
  EXPECT_EQ(page.at("history").at(0).at("action"), "recording_heard");
  EXPECT_EQ(page.at("history").at(0).at("actor"), "");
  EXPECT_EQ(request(bea_, 1).status, 404);
  EXPECT_EQ(request(ana_, 99).body, request(ana_, 2).body);
}

TEST_F(Reading, WordsStayAwayFromWhoMayNotReadThemAndFromASessionToBeConfirmed) {
  Viewer unconfirmed = boss_;
  unconfirmed.is_confirmed = false;
  for (const auto& [response, why] : {std::pair{request(boss_, 2), "not_yours"},
                                      {request(unconfirmed, 1), "confirm"},
                                      {call_out(boss_, 2), "not_yours"},
                                      {call_out(boss_, 9), "not_yours"}}) {
    EXPECT_EQ(response.body.find("canary"), std::string::npos);
    EXPECT_EQ(response.body.find("ana ruiz"), std::string::npos);
    EXPECT_EQ(json(response).at("withheld"), why);
  }
  EXPECT_EQ(json(call_out(hana_, 9)).at("claimed_name"), "ana ruiz");
}

TEST_F(Reading, WhyItWasDeniedIsWithheldAsTheReasonIs) {
  database_->write([&](store::Transaction& tx) {
    tx.run("UPDATE pto_requests SET status = 'denied', reason = NULL, denial_reason = $1",
           {vault_.seal("pto_requests.denial_reason", "canary: nobody is left")});
  });
  Viewer unconfirmed = boss_;
  unconfirmed.is_confirmed = false;
  for (const auto& [response, why] :
       {std::pair{request(boss_, 2), "not_yours"}, {request(unconfirmed, 1), "confirm"}}) {
    EXPECT_EQ(response.body.find("canary"), std::string::npos);
    EXPECT_EQ(json(response).at("withheld"), why);
  }
  EXPECT_EQ(json(request(boss_, 1)).at("denial_reason"), "canary: nobody is left");
  EXPECT_EQ(json(request(boss_, 1)).at("withheld"), "nothing");
}

TEST_F(Reading, OfACallOutOnApprovedLeaveNothingWouldBeCharged) {
  database_->write([&](store::Transaction& tx) {
    tx.run("UPDATE pto_requests SET during_request_id = 2 WHERE id = 1");
  });
  EXPECT_EQ(json(request(boss_, 1)).at("minutes"), 0);
}

TEST_F(Reading, AnUnverifiedCallOutMayBeAssignedOrRejected) {
  const auto may = json(call_out(boss_, 9)).at("may");
  EXPECT_EQ(may, (boost::json::object{{"acknowledge", true}, {"assign", true}, {"reject", true}}));
  EXPECT_EQ(call_out(ana_, 9).status, 404);
}

TEST_F(Reading, ABoardThatHasNotChangedIsNotSentAgain) {
  const http::Response first = board_of(boss_);
  const auto page = json(first);
  EXPECT_EQ(page.at("day"), "2026-11-23");
  EXPECT_EQ(page.at("call_outs").as_array().size(), 3u);
  EXPECT_EQ(page.at("pending_count"), 3);
  EXPECT_EQ(first.body.find("canary"), std::string::npos);
  const std::string etag(first.field("ETag").value());
  EXPECT_EQ(board_of(boss_, etag).status, 304);
  EXPECT_EQ(board_of(boss_, "\"other\"").status, 200);
  database_->write([](store::Transaction& tx) {
    tx.run("UPDATE call_out_records SET acknowledged_at = 5, acknowledged_as = 'Eva' WHERE id = 1");
  });
  EXPECT_EQ(board_of(boss_, etag).status, 200);
  EXPECT_EQ(board_of(ana_).status, 404);
}

TEST_F(Reading, AnInboxIsTurnedByItsOwnWord) {
  const auto page = json(inbox_of(boss_, "limit=2&kind=call_outs"));
  EXPECT_EQ(page.at("items").at(0).at("status"), "unverified");
  const std::string next(page.at("next").as_string());
  const auto rest = json(inbox_of(boss_, "limit=2&kind=call_outs&after=" + next));
  EXPECT_EQ(rest.at("items").as_array().size(), 1u);
  EXPECT_TRUE(rest.at("next").is_null());
}

TEST_F(Reading, AParameterThatCannotBeUnderstoodIsNamed) {
  for (const auto& [query, field] : {std::pair{"kind=some", "kind"},
                                     {"status=lost", "status"},
                                     {"needs_verification=1", "needs_verification"},
                                     {"team=x", "team"},
                                     {"from=2026-02-30", "from"},
                                     {"after=1.2", "after"},
                                     {"limit=0", "limit"},
                                     {"limit=201", "limit"},
                                     {"search=%zz", "query"}}) {
    const http::Response response = inbox_of(boss_, query);
    EXPECT_EQ(response.status, 422) << query;
    EXPECT_EQ(boost::json::parse(response.body).at("field"), field);
  }
}

TEST_F(Reading, CandidatesAreForWhoMayDecide) {
  const auto candidates_of = [&](const Viewer& who, const std::string& id) {
    return ask([&](store::Transaction& tx) {
      http::Request asked;
      asked.segments = {{"call_out", id}};
      return candidates(tx, pages_, who, asked);
    });
  };
  EXPECT_EQ(json(candidates_of(boss_, "9")).at("candidates").at(0).at("why"), "name");
  EXPECT_EQ(candidates_of(ana_, "9").status, 404);
  EXPECT_EQ(candidates_of(boss_, "nine").status, 404);
}

}  // namespace
}  // namespace api
