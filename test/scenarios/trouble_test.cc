// The provider or the mail server is down, refuses, or answers and dies: notices wait, take another
// way, then another person; never silence.
#include "scenarios/scenario.h"

namespace scenario {
namespace {

namespace json = boost::json;
using std::chrono::minutes;
using std::chrono::seconds;

class Trouble : public Scenario {
 protected:
  void provider_always(const json::value& step) {
    other_sides().post("/provider/script", {{"always", step}});
  }
  void provider_next(const json::array& steps) {
    other_sides().post("/provider/script", {{"next", steps}});
  }
  int texts_to(const std::string& number) {
    int count = 0;
    for (const auto& sent : texts()) count += sent.to == number ? 1 : 0;
    return count;
  }
  void pass_in_steps(minutes time) {
    for (seconds passed{0}; passed < time; passed += seconds(30)) pass(seconds(30));
  }
};

TEST_F(Trouble, ProviderDownNoticesWaitAndGoOutLater) {
  provider_always(json::object{{"status", 503}});
  phone(ana).texts("sick today").expect_reply("Call-out recorded");
  pass(minutes(1));
  phone(boss).expect_no_text();
  mailbox("boss@example.org").expect("URGENT");  // the other way was open all the time
  provider_always(nullptr);
  pass_in_steps(minutes(6));
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(Trouble, TooManyRequestsIsWaitedOut) {
  provider_next({json::object{{"status", 429}}, json::object{{"status", 429}}});
  phone(ana).texts("sick today");
  pass_in_steps(minutes(2));
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(Trouble, ATextAcceptedBeforeTheLineBrokeIsNotSentTwice) {
  provider_next({json::object{{"accept_then_reset", true}}});
  phone(ana).texts("sick today");
  pass_in_steps(minutes(5));
  EXPECT_EQ(texts_to(boss), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE channel = 'sms' AND state NOT IN "
                   "('accepted', 'delivered')"),
            0);
}

TEST_F(Trouble, AnAnswerThatIsNoJsonIsLookedUpToo) {
  provider_next({json::object{{"malformed", true}}});
  phone(ana).texts("sick today");
  pass_in_steps(minutes(5));
  EXPECT_EQ(texts_to(boss), 1);
}

TEST_F(Trouble, AnOptedOutManagerIsReachedByMailAndNeverTextedAgain) {
  other_sides().post("/provider/opt_out", {{"number", boss}});
  phone(ana).texts("sick today");
  mailbox("boss@example.org").expect("URGENT");
  EXPECT_EQ(rows("SELECT phone, is_opted_out FROM phone_opt_outs"),
            std::vector<std::string>{"+15550100110|1"});
  pass_in_steps(minutes(5));
  EXPECT_EQ(texts_to(boss), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(Trouble, AManagerWhoCannotBeReachedIsReplacedByHr) {
  change("UPDATE users SET email = NULL WHERE name = 'Boss Lane'");
  phone(ana).texts("sick today");
  phone(boss).expect_text("Ana R");
  const json::value messages = other_sides().get("/provider/messages");
  const std::string sid(messages.as_array().at(0).at("sid").as_string());
  other_sides().post("/provider/callback",
                     {{"sid", sid}, {"status", "undelivered"}, {"errorCode", 30005}});
  settle();
  phone(hana_of_hr).expect_text("Ana R");
}

TEST_F(Trouble, NobodyAcceptsWithinTwoMinutesSoHrIsToldToo) {
  change("UPDATE users SET phone = NULL WHERE name = 'Boss Lane'");
  other_sides().post(
      "/smtp/script",
      {{"next",
        json::array(20, json::object{{"at", "RCPT"}, {"code", 450}, {"message", "later"}})}});
  phone(ana).texts("sick today");
  phone(hana_of_hr).expect_no_text();
  pass(minutes(2) + seconds(1));
  phone(hana_of_hr).expect_text("Ana R");
}

TEST_F(Trouble, NobodyOnFileIsAnAlarmAndTheReceiptSaysSo) {
  change("DELETE FROM scopes");
  change("DELETE FROM user_roles WHERE role = 'hr'");
  phone(ana).texts("sick today").expect_reply("recorded").expect_reply("call your workplace");
  EXPECT_EQ(rows("SELECT kind, call_out_id FROM alarms"),
            std::vector<std::string>{"nobody_to_tell|1"});
}

TEST_F(Trouble, AManagerWhoIsKnownToBeOptedOutAndHasNoMailIsReplacedAtOnce) {
  change("UPDATE users SET email = NULL WHERE name = 'Boss Lane'");
  phone(boss).texts("STOP");
  phone(ana).texts("sick today").expect_reply("Your manager is being told");
  phone(hana_of_hr).expect_text("Ana R");
  change("DELETE FROM user_roles WHERE role = 'hr'");
  phone(ben).texts("sick today").expect_reply("call your workplace");
  mailbox("ben@example.org").expect("please call your workplace");
}

TEST_F(Trouble, WhoCannotHearOfItIsNotSaidToHear) {
  change("UPDATE users SET email = NULL WHERE name = 'Ana Ruiz'");
  phone(ana).texts("sick today").texts("STOP");
  phone(boss).texts(phone(boss).code_in_newest_text()).expect_reply("Noted that you have seen it");
}

TEST_F(Trouble, ATeamWithoutManagersFallsToHr) {
  phone("+15550100130").texts("sick today").expect_reply("Your manager is being told");
  phone(hana_of_hr).expect_text("Olga L");
}

TEST_F(Trouble, TheOnlyManagerBeingOutHerselfFallsToHr) {
  phone(boss).texts("calling out sick").expect_reply("recorded");
  phone(hana_of_hr).expect_text("Boss L");
  phone(ana).texts("sick today");
  phone(hana_of_hr).expect_text("Ana R");
}

TEST_F(Trouble, GreylistedMailComesLater) {
  other_sides().post(
      "/smtp/script",
      {{"next",
        json::array(2, json::object{{"at", "RCPT"}, {"code", 450}, {"message", "greylisted"}})}});
  phone(ana).texts("sick today");
  pass_in_steps(minutes(6));
  mailbox("boss@example.org").expect("URGENT");
  mailbox("ana@example.org").expect("CALL-OUT Confirmation");
}

TEST_F(Trouble, RefusedMailLeavesTheText) {
  other_sides().post(
      "/smtp/script",
      {{"next",
        json::array(4, json::object{{"at", "RCPT"}, {"code", 550}, {"message", "no such user"}})}});
  phone(ana).texts("sick today");
  phone(boss).expect_text("Ana R");
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE channel = 'email' AND state = 'failed'"), 2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(Trouble, StatusCallbacksComeInAnyOrderAndNeverGoBack) {
  phone(ana).texts("sick today");
  phone(boss).expect_text("Ana R");
  const json::value messages = other_sides().get("/provider/messages");
  const std::string sid(messages.as_array().at(0).at("sid").as_string());
  for (const char* status : {"delivered", "sent", "queued", "delivered"}) {
    const json::value answered =
        other_sides().post("/provider/callback", {{"sid", sid}, {"status", status}});
    EXPECT_EQ(answered.at("status").as_int64(), 204) << status;
  }
  EXPECT_EQ(rows("SELECT state, provider_status FROM outbox WHERE provider_id = '" + sid + "'"),
            std::vector<std::string>{"delivered|delivered"});
}

TEST_F(Trouble, WhatWaitedSurvivesARestart) {
  provider_always(json::object{{"status", 500}});
  phone(ana).texts("sick today");
  restart();
  provider_always(nullptr);
  pass_in_steps(minutes(6));
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(Trouble, WrongCredentialsRaiseOneAlarmAndNoticesWait) {
  other_sides().post("/config", {{"auth_token", "replaced"}});
  phone(ana).texts("sick today").expect_reply("recorded");
  pass(minutes(1));
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms WHERE kind = 'provider_configuration'"), 1);
  other_sides().post("/config", {{"auth_token", auth_token}});
  pass_in_steps(minutes(6));
  phone(boss).expect_text("Ana R");
}

}  // namespace
}  // namespace scenario
