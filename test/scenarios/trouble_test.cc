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
  Trouble() { leaves_aside({"receipt by mail", "call_out_recorded by mail"}); }
  void mishaps(const simulator::Chaos& chaos) {
    provider().with_world([&](simulator::World& world) { world.chaos = chaos; });
  }
  void all_is_well() { mishaps({}); }
  /// Of those that have come, expected or not.
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
  mishaps({.rest_500_percent = 100});
  phone(ana).texts("sick today").expect_reply("Call-out recorded");
  pass(minutes(1));
  phone(boss).expect_no_text();
  mailbox("boss@example.org").expect("URGENT");  // the other way was open all the time
  all_is_well();
  pass_in_steps(minutes(6));
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(Trouble, TooManyRequestsIsWaitedOut) {
  mishaps({.rest_429_percent = 100});
  phone(ana).texts("sick today").expect_reply("recorded");
  pass(seconds(30));
  all_is_well();
  pass_in_steps(minutes(2));
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(Trouble, ATextAcceptedBeforeTheLineBrokeIsNotSentTwice) {
  mishaps({.accept_then_fail_percent = 100});
  phone(ana).texts("sick today").expect_reply("recorded");
  all_is_well();
  pass_in_steps(minutes(5));
  EXPECT_EQ(texts_to(boss), 1);
  phone(boss).expect_text("Ana R");
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE channel = 'sms' AND state NOT IN "
                   "('accepted', 'delivered')"),
            0);
}

TEST_F(Trouble, AnAnswerThatIsNoJsonIsLookedUpToo) {
  // The simulator answers nothing of the kind.
  other_sides().post("/config", {{"account_sid", account_sid}, {"auth_token", auth_token}});
  restart_with("TWILIO_API_BASE_URL", other_sides().provider_url());
  other_sides().post("/provider/script",
                     {{"next", json::array{json::object{{"malformed", true}}}}});
  phone(ana).texts("sick today").expect_reply("recorded");
  pass_in_steps(minutes(5));
  const json::value sent = other_sides().get("/provider/messages");
  ASSERT_EQ(sent.as_array().size(), 1U);
  EXPECT_EQ(sent.at(0).at("to").as_string(), boss);
}

TEST_F(Trouble, AnOptedOutManagerIsReachedByMailAndNeverTextedAgain) {
  provider().with_world(
      [](simulator::World& world) { world.opted_out.insert({line_number, boss}); });
  phone(ana).texts("sick today").expect_reply("recorded");
  mailbox("boss@example.org").expect("URGENT");
  EXPECT_EQ(rows("SELECT phone, is_opted_out FROM phone_opt_outs"),
            std::vector<std::string>{"+15550100110|1"});
  pass_in_steps(minutes(5));
  EXPECT_EQ(texts_to(boss), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(Trouble, AManagerWhoCannotBeReachedIsReplacedByHr) {
  change("UPDATE users SET email = NULL WHERE name = 'Boss Lane'");
  provider().with([](simulator::World&, simulator::Switchboard&, simulator::Texting& texting) {
    texting.ends_badly(boss, "undelivered", 30005);
  });
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("Ana R");
  pass(seconds(2));
  phone(hana_of_hr).expect_text("Ana R");
}

TEST_F(Trouble, NobodyAcceptsWithinTwoMinutesSoHrIsToldToo) {
  change("UPDATE users SET phone = NULL WHERE name = 'Boss Lane'");
  other_sides().post(
      "/smtp/script",
      {{"next",
        json::array(20, json::object{{"at", "RCPT"}, {"code", 450}, {"message", "later"}})}});
  phone(ana).texts("sick today").expect_reply("recorded");
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
  phone(ana).texts("sick today").expect_reply("recorded").texts("STOP");
  phone(boss).texts(phone(boss).code_in_newest_text()).expect_reply("Noted that you have seen it");
}

TEST_F(Trouble, ATeamWithoutManagersFallsToHr) {
  phone("+15550100130").texts("sick today").expect_reply("Your manager is being told");
  phone(hana_of_hr).expect_text("Olga L");
}

TEST_F(Trouble, TheOnlyManagerBeingOutHerselfFallsToHr) {
  phone(boss).texts("calling out sick").expect_reply("recorded");
  phone(hana_of_hr).expect_text("Boss L");
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(hana_of_hr).expect_text("Ana R");
  phone(boss).expect_text("Ana R");
}

TEST_F(Trouble, GreylistedMailComesLater) {
  other_sides().post(
      "/smtp/script",
      {{"next",
        json::array(2, json::object{{"at", "RCPT"}, {"code", 450}, {"message", "greylisted"}})}});
  phone(ana).texts("sick today").expect_reply("recorded");
  pass_in_steps(minutes(6));
  mailbox("boss@example.org").expect("URGENT");
  mailbox("ana@example.org").expect("CALL-OUT Confirmation");
  phone(boss).expect_text("Ana R");
}

TEST_F(Trouble, RefusedMailLeavesTheText) {
  other_sides().post(
      "/smtp/script",
      {{"next",
        json::array(4, json::object{{"at", "RCPT"}, {"code", 550}, {"message", "no such user"}})}});
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("Ana R");
  phone(ana).expect_text("Call-out recorded");
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE channel = 'email' AND state = 'failed'"), 2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(Trouble, StatusCallbacksComeInAnyOrderAndNeverGoBack) {
  phone(ana).texts("sick today").expect_reply("recorded");
  phone(boss).expect_text("Ana R");
  const std::string sid = texts().at(0).id;
  const std::string callback = provider().with_world(
      [&](simulator::World& world) { return world.message(sid)->status_callback.url; });
  const std::string path = callback.substr(std::string_view(public_base).size());
  for (const char* status : {"delivered", "sent", "queued", "delivered"}) {
    const HttpReply answered =
        post_signed(path.substr(0, path.find('#')), {{"AccountSid", account_sid},
                                                     {"ApiVersion", "2010-04-01"},
                                                     {"From", line_number},
                                                     {"MessageSid", sid},
                                                     {"MessageStatus", status},
                                                     {"SmsSid", sid},
                                                     {"SmsStatus", status},
                                                     {"To", boss}});
    EXPECT_EQ(answered.status, 204) << status;
  }
  EXPECT_EQ(rows("SELECT state, provider_status FROM outbox WHERE provider_id = '" + sid + "'"),
            std::vector<std::string>{"delivered|delivered"});
}

TEST_F(Trouble, WhatWaitedSurvivesARestart) {
  mishaps({.rest_500_percent = 100});
  phone(ana).texts("sick today").expect_reply("recorded");
  restart();
  all_is_well();
  pass_in_steps(minutes(6));
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(Trouble, WrongCredentialsRaiseOneAlarmAndNoticesWait) {
  const auto token_is = [this](const std::string& token) {
    provider().with_world([&](simulator::World& world) { world.account.auth_token = token; });
  };
  token_is("replaced");
  phone(ana).texts("sick today").expect_reply("recorded");
  pass(minutes(1));
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms WHERE kind = 'provider_configuration'"), 1);
  token_is(auth_token);
  pass_in_steps(minutes(6));
  phone(boss).expect_text("Ana R");
}

}  // namespace
}  // namespace scenario
