#include "channels/api/session_routes.h"

#include <chrono>

#include "app/sign_in.h"
#include "channels/api/door_test.h"
#include "store/queries/accounts.h"
#include "store/queries/audit.h"
#include "store/queries/outbox.h"

namespace api {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using http::Method;

class SessionRoutes : public Door {
 protected:
  SessionRoutes() { serve(); }

  static std::string json(std::initializer_list<std::pair<const char*, std::string>> fields) {
    std::string text;
    for (const auto& [name, value] : fields) {
      text += (text.empty() ? "{\"" : ",\"") + std::string(name) + "\":\"" + value + "\"";
    }
    return text + "}";
  }
  http::Response ask_for_code(const std::string& address, std::vector<http::Field> fields = {}) {
    return post("/sign-in-codes", json({{"address", address}}), std::move(fields));
  }
  http::Response come_in_by_code(const std::string& address, const std::string& code,
                                 const std::string& chosen = "") {
    if (chosen.empty()) return post("/session", json({{"address", address}, {"code", code}}));
    return post("/session", json({{"address", address}, {"code", code}, {"new_password", chosen}}));
  }
  /// What waits to be sent on that channel; the newest last.
  std::vector<store::Notice> notices(notice::Channel channel) {
    std::vector<store::Notice> found;
    write([&](store::Transaction& tx) {
      found = store::claim_due(tx, vault_, channel, "test", clock()(), 1s, 100);
    });
    return found;
  }
  std::string code_sent(notice::Channel channel = notice::Channel::email) {
    const auto sent = notices(channel);
    EXPECT_FALSE(sent.empty());
    return sent.empty() ? "" : sent.back().facts.code;
  }
  static std::string wrong(const std::string& code) {
    return (code[0] == '9' ? "0" : "9") + code.substr(1);
  }
  std::string token() { return cookie_.substr(cookie_.find('=') + 1); }
  int audited(const std::string& action) {
    std::int64_t count = 0;
    database_->read([&](store::Transaction& tx) {
      count =
          tx.run("SELECT COUNT(*) FROM audit_entries WHERE action = $1", {action}).at(0).integer(0);
    });
    return static_cast<int>(count);
  }
  void add_link() {
    write([](store::Transaction& tx) {
      store::add_token(tx, store::administrator_link, "link-token", start, start + 24h);
    });
  }
  http::Response make(const std::string& link, const std::string& email,
                      const std::string& chosen = "a new pass phrase") {
    return post(
        "/administrators",
        json({{"token", link}, {"name", "Ad Min"}, {"email", email}, {"password", chosen}}));
  }
};

TEST_F(SessionRoutes, APasswordLetsIn) {
  const auto answer = keep(sign_in_as("BOSS@example.org", password));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body,
            R"({"user":{"id":5,"name":"Bo Ss","first_name":"Bo","email":"boss@example.org",)"
            R"("language":"en","roles":["manager"],"member_id":null},)"
            R"("organization":"Lakeside Clinic","time_zone":"America/New_York",)"
            R"("now":"2026-11-23T09:18:00Z","is_remembered":false,"is_confirmed":true,)"
            R"("may":{"see_board":true,"decide":true,"practise":false}})");
  EXPECT_EQ(answer.field("Cache-Control"), "no-store");
  EXPECT_EQ(get("/session").status, 200);
  EXPECT_EQ(number("SELECT COUNT(*) FROM sign_in_failures"), 0);
}

TEST_F(SessionRoutes, TheTokenStandsInTheCookieOnly) {
  keep(sign_in_as("boss@example.org", password));
  database_->read([&](store::Transaction& tx) {
    const auto row = tx.run("SELECT token_hash FROM sessions").at(0);
    EXPECT_EQ(row.bytes(0), platform::sha256(token()));
  });
}

TEST_F(SessionRoutes, UnknownGoneWithoutPasswordAndWrongAreAnsweredAlike) {
  const auto refused = sign_in_as("boss@example.org", "not the password");
  EXPECT_EQ(refused.status, 401);
  EXPECT_TRUE(is_problem(refused, "sign-in-refused"));
  for (const char* email : {"nobody@example.org", "left@example.org", "ana@example.org"}) {
    const auto answer = sign_in_as(email, password);
    EXPECT_EQ(answer.status, 401) << email;
    EXPECT_EQ(answer.body, refused.body) << email;
    EXPECT_FALSE(answer.field("Set-Cookie")) << email;
  }
}

TEST_F(SessionRoutes, AnUnknownAddressCostsTheSameHash) {
  write([](store::Transaction& tx) {
    const auto begun = app::begin_password_try(
        tx, "nobody@example.org", {.now = start, .today = {}, .client = "198.51.100.7"});
    const auto& attempt = std::get<app::PasswordTry>(begun);
    const std::string real = platform::hash_password("x");
    EXPECT_EQ(attempt.hash.substr(0, 31), real.substr(0, 31)) << "the same passes and memory";
    EXPECT_EQ(attempt.hash.size(), real.size());
    EXPECT_FALSE(app::is_right(attempt, "x"));
  });
}

TEST_F(SessionRoutes, FiveFailuresOfAnAddressMakeItWaitWhetherOrNotItIsKnown) {
  for (const char* email : {"boss@example.org", "nobody@example.org"}) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in_as(email, "wrong").status, 401);
    const auto waiting = sign_in_as(email, password);
    EXPECT_EQ(waiting.status, 429) << email;
    EXPECT_TRUE(is_problem(waiting, "too-many-tries"));
    EXPECT_EQ(waiting.field("Retry-After"), "900");
  }
  EXPECT_EQ(sign_in_as("Boss@Example.org", password).status, 429) << "in any case";
  pass(15min);
  EXPECT_EQ(sign_in_as("boss@example.org", password).status, 200);
}

TEST_F(SessionRoutes, TwentyFailuresFromANetworkMakeItWait) {
  for (int i = 0; i < 20; ++i) {
    sign_in_as("somebody" + std::to_string(i) + "@example.org", "wrong");
  }
  EXPECT_EQ(sign_in_as("boss@example.org", password).status, 429);
  const std::string entry = json({{"email", "boss@example.org"}, {"password", password}});
  EXPECT_EQ(post("/session", entry, {{"X-Test-Client", "203.0.113.9"}}).status, 200);
}

TEST_F(SessionRoutes, AnIpv6NetworkIsCountedAsOne) {
  EXPECT_EQ(app::network_of("2001:db8:1:2:3:4:5:6"), app::network_of("2001:db8:1:2::9"));
  EXPECT_NE(app::network_of("2001:db8:1:2::9"), app::network_of("2001:db8:1:3::9"));
  EXPECT_EQ(app::network_of("::ffff:198.51.100.7"), "198.51.100.7");
  EXPECT_EQ(app::network_of("198.51.100.7"), "198.51.100.7");
}

TEST_F(SessionRoutes, TriesAtOnceDoNotOutrunTheCount) {
  write([](store::Transaction& tx) {
    const app::Visit visit{.now = start, .today = {}, .client = "198.51.100.7"};
    for (int i = 0; i < 5; ++i) {
      EXPECT_EQ(app::begin_password_try(tx, "boss@example.org", visit).index(), 0u);
    }
    EXPECT_EQ(app::begin_password_try(tx, "boss@example.org", visit).index(), 1u)
        << "though none of them has been looked at yet";
  });
}

TEST_F(SessionRoutes, EachSignInGetsATokenOfItsOwnAndEndsTheOneBefore) {
  keep(sign_in_as("boss@example.org", password));
  const std::string first = cookie_;
  keep(sign_in_as("boss@example.org", password));
  EXPECT_NE(cookie_, first);
  EXPECT_EQ(get("/session").status, 200);
  cookie_ = first;
  EXPECT_EQ(get("/session").status, 401);
}

TEST_F(SessionRoutes, SigningOutEndsTheSessionAndIsHarmlessWithoutOne) {
  keep(sign_in_as("boss@example.org", password));
  const std::string old = cookie_;
  EXPECT_EQ(keep(ask(Method::del, "/session")).status, 204);
  EXPECT_EQ(cookie_, "");
  EXPECT_EQ(ask(Method::del, "/session").status, 204);
  cookie_ = old;
  EXPECT_EQ(get("/session").status, 401);
}

TEST_F(SessionRoutes, ARememberedSessionIsConfirmedByThePasswordForHalfAnHour) {
  keep(sign_in_as("boss@example.org", password, R"(,"remember":true)"));
  EXPECT_NE(get("/session").body.find(R"("is_confirmed":true)"), std::string::npos);
  pass(30min);
  EXPECT_NE(get("/session").body.find(R"("is_confirmed":false)"), std::string::npos);
  EXPECT_EQ(post("/session/confirmation", json({{"password", "wrong"}})).status, 401);
  EXPECT_EQ(get("/session").status, 200) << "a wrong one ends nothing";
  const auto confirmed = post("/session/confirmation", json({{"password", password}}));
  EXPECT_EQ(confirmed.status, 200);
  EXPECT_NE(confirmed.body.find(R"("is_confirmed":true)"), std::string::npos);
  for (int i = 0; i < 4; ++i) post("/session/confirmation", json({{"password", "wrong"}}));
  EXPECT_EQ(post("/session/confirmation", json({{"password", password}})).status, 429);
}

TEST_F(SessionRoutes, ACodeLetsAnEmployeeInOnce) {
  EXPECT_EQ(ask_for_code("ana@EXAMPLE.org").status, 202);
  const std::string code = code_sent();
  EXPECT_EQ(code.size(), 6u);
  EXPECT_EQ(come_in_by_code("ana@example.org", code).status, 200);
  EXPECT_EQ(come_in_by_code("ana@example.org", code).status, 401) << "spent";
}

TEST_F(SessionRoutes, ACodeGoesByTextToANumberOfOnesOwn) {
  EXPECT_EQ(ask_for_code("(555) 010-0001").status, 202);
  const auto sent = notices(notice::Channel::sms);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(sent[0].kind, notice::Kind::sign_in_code);
  EXPECT_EQ(sent[0].address, "+15550100001");
  EXPECT_EQ(sent[0].language, people::Language::es);
  const auto in = come_in_by_code("+1 555 010 0001", sent[0].facts.code);
  EXPECT_EQ(in.status, 200);
  EXPECT_NE(in.body.find("\"may\":{\"see_board\":false"), std::string::npos);
}

TEST_F(SessionRoutes, NobodyGetsACodeAtASharedUnknownOrUnwillingNumber) {
  write([](store::Transaction& tx) {
    tx.run("INSERT INTO phone_opt_outs VALUES ('+15550100001', 1, 'text', 0)");
  });
  const auto unknown = ask_for_code("+15550100099");
  for (const char* address :
       {"+15550100005", "+15550100001", "nobody@example.org", "left@example.org"}) {
    const auto answer = ask_for_code(address);
    EXPECT_EQ(answer.status, 202) << address;
    EXPECT_EQ(answer.body, unknown.body);
  }
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox"), 0);
  EXPECT_EQ(ask_for_code("neither").status, 422);
}

TEST_F(SessionRoutes, ACodeIsGoodForTenMinutesAndANewOneVoidsIt) {
  ask_for_code("ana@example.org");
  const std::string first = code_sent();
  pass(10s);
  ask_for_code("ana@example.org");
  const std::string second = code_sent();
  if (first != second) {
    EXPECT_EQ(come_in_by_code("ana@example.org", first).status, 401);
  }
  pass(10min);
  EXPECT_EQ(come_in_by_code("ana@example.org", second).status, 401);
}

TEST_F(SessionRoutes, AfterFiveWrongTriesACodeIsDeadByWhateverAddress) {
  ask_for_code("ana@example.org");
  const std::string code = code_sent();
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(come_in_by_code("ana@example.org", wrong(code)).status, 401);
  }
  EXPECT_EQ(come_in_by_code("ana@example.org", code).status, 429);
  EXPECT_EQ(come_in_by_code("+15550100001", code).status, 401) << "the same person's number";
}

TEST_F(SessionRoutes, FiveCodesAnHourAreSentToAnAddressKnownOrNot) {
  for (const char* address : {"ana@example.org", "nobody@example.org"}) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(ask_for_code(address).status, 202);
    const auto waiting = ask_for_code(address);
    EXPECT_EQ(waiting.status, 429) << address;
    EXPECT_EQ(waiting.field("Retry-After"), "3600");
  }
  pass(1h);
  EXPECT_EQ(ask_for_code("ana@example.org").status, 202);
}

TEST_F(SessionRoutes, WhoAnswersForOthersChoosesAPasswordWithTheCode) {
  keep(sign_in_as("boss@example.org", password));
  const std::string elsewhere = cookie_;
  cookie_.clear();
  ask_for_code("boss@example.org");
  const std::string code = code_sent();
  const auto asked = come_in_by_code("boss@example.org", code);
  EXPECT_EQ(asked.status, 403);
  EXPECT_TRUE(is_problem(asked, "choose-password"));
  const auto weak = come_in_by_code("boss@example.org", code, "short");
  EXPECT_EQ(weak.status, 422);
  EXPECT_NE(weak.body.find(R"("field":"new_password")"), std::string::npos);
  EXPECT_EQ(come_in_by_code("boss@example.org", wrong(code), "a new pass phrase").status, 401);
  EXPECT_EQ(keep(come_in_by_code("boss@example.org", code, "a new pass phrase")).status, 200);
  EXPECT_EQ(get("/session").status, 200);
  EXPECT_EQ(audited("password set"), 1);
  EXPECT_EQ(audited("signed in by code"), 1);
  EXPECT_EQ(sign_in_as("boss@example.org", password).status, 401) << "the old one";
  cookie_ = elsewhere;
  EXPECT_EQ(get("/session").status, 401) << "whoever knew the old one is out";
}

TEST_F(SessionRoutes, ALinkMakesAnAdministratorOnce) {
  add_link();
  EXPECT_EQ(make("wrong-token", "admin@example.org").status, 410);
  EXPECT_EQ(make("link-token", "no address").status, 422);
  EXPECT_EQ(make("link-token", "admin@example.org", "short").status, 422);
  const auto made = keep(make("link-token", "admin@example.org"));
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_NE(made.body.find(R"("roles":["administrator"],"member_id":null)"), std::string::npos);
  EXPECT_EQ(get("/session").status, 200);
  EXPECT_TRUE(is_problem(make("link-token", "other@example.org"), "link-used"));
  EXPECT_EQ(audited("administrator made"), 1);
  EXPECT_EQ(sign_in_as("admin@example.org", "a new pass phrase").status, 200);
}

TEST_F(SessionRoutes, ALinkGivesTheRoleToWhoeverIsOnFile) {
  add_link();
  const auto made = make("link-token", "ANA@example.org");
  EXPECT_EQ(made.status, 201);
  EXPECT_NE(made.body.find(R"("id":1,"name":"Ana Ruiz")"), std::string::npos) << made.body;
  EXPECT_NE(made.body.find(R"(["administrator","employee"],"member_id":1)"), std::string::npos);
  EXPECT_EQ(number("SELECT COUNT(*) FROM users"), 3);
}

TEST_F(SessionRoutes, ALinkIsNotSpentOnSomebodyWhoHasLeft) {
  add_link();
  EXPECT_EQ(make("link-token", "left@example.org").status, 422);
  EXPECT_EQ(make("link-token", "admin@example.org").status, 201);
}

TEST_F(SessionRoutes, TheLanguageHoldsOnEveryChannel) {
  keep(sign_in_as("boss@example.org", password));
  EXPECT_EQ(ask(Method::put, "/session/language", json({{"language", "fr"}})).status, 422);
  const auto chosen = ask(Method::put, "/session/language", json({{"language", "es"}}));
  EXPECT_NE(chosen.body.find(R"("language":"es")"), std::string::npos);
  database_->read([](store::Transaction& tx) {
    EXPECT_EQ(store::language_of(tx, people::UserId(5)), people::Language::es);
    EXPECT_FALSE(store::first_broken_audit_entry(tx));
  });
}

TEST_F(SessionRoutes, AskForOneWayOfSigningIn) {
  for (const char* body :
       {"{}", R"({"email":"boss@example.org"})", R"({"address":"a@example.org","password":"x"})",
        R"({"email":"boss@example.org","password":"x","address":"b@example.org","code":"1"})",
        R"({"email":["boss@example.org"],"password":"x"})", R"({"email":"a","surplus":1})"}) {
    EXPECT_EQ(post("/session", body).status, 422) << body;
  }
}

TEST_F(SessionRoutes, WhatNothingCountsAnyMoreIsForgotten) {
  keep(sign_in_as("boss@example.org", password));
  sign_in_as("boss@example.org", "wrong");
  ask_for_code("ana@example.org");
  write([](store::Transaction& tx) { app::forget_sign_ins(tx, start); });
  EXPECT_EQ(number("SELECT COUNT(*) FROM sessions"), 1);
  write([](store::Transaction& tx) { app::forget_sign_ins(tx, start + 31 * 24h); });
  EXPECT_EQ(number("SELECT (SELECT COUNT(*) FROM sessions) + (SELECT COUNT(*) FROM one_time_tokens)"
                   " + (SELECT COUNT(*) FROM sign_in_failures)"),
            0);
}

}  // namespace
}  // namespace api
