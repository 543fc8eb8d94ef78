// What arrived while the server was down, or whose callbacks got lost, is read back from the
// provider's lists: in once, and told as if it had just been said.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class WhatWasMissed : public OnTheLine {
 protected:
  WhatWasMissed() {
    leaves_aside({"receipt by mail", "call_out_recorded by mail", "incomplete_call by mail",
                  "needs_verification by mail"});
    at("2020-11-23 04:00");
    settle();
    at("2020-11-23 04:58");
  }

  /// A text whose webhook nobody answered: the server is down, or it got lost on the way.
  std::string missed_text(const std::string& from, const std::string& body,
                          const std::vector<simulator::Incoming::Picture>& pictures = {}) {
    const std::string sid = next_sid();
    provider().with(
        [&](simulator::World& world, simulator::Switchboard&, simulator::Texting& texting) {
          if (is_down()) {
            texting.receive(
                {.from = from, .to = line_number, .body = body, .pictures = pictures, .sid = sid});
          } else {
            world.keep(simulator::Message{.sid = sid,
                                          .from = from,
                                          .to = line_number,
                                          .body = body,
                                          .direction = "inbound",
                                          .status = "received",
                                          .created = world.now,
                                          .updated = world.now,
                                          .sent = world.now});
          }
        });
    if (is_down()) is_answered_by_the_fallback();
    return sid;
  }
  void is_answered_by_the_fallback() {
    provider().advance(milliseconds(0));
    Sent& reply = sent().replies().back();
    EXPECT_NE(reply.text.find("We may not have your text"), std::string::npos) << reply.text;
    reply.is_expected = true;
  }
  /// Calls to a server that is down: the provider's own document speaks, and they hang up; or at
  /// once.
  std::vector<std::string> missed_calls(const std::vector<std::string>& callers,
                                        seconds time = seconds(20)) {
    std::vector<std::string> calls;
    const auto on_the_line = [&](const auto& act) {
      provider().with(
          [&](simulator::World&, simulator::Switchboard& line, simulator::Texting&) { act(line); });
    };
    on_the_line([&](simulator::Switchboard& line) {
      for (const std::string& from : callers)
        calls.push_back(line.ring({.from = from, .to = line_number}));
    });
    if (time.count() > 0) provider().advance(time);
    on_the_line([&](simulator::Switchboard& line) {
      for (const std::string& call : calls) line.hang_up(call);
    });
    provider().advance(milliseconds(0));
    return calls;
  }
  void is_listed(const std::string& call, const std::string& from, const std::string& to) {
    provider().with_world([&](simulator::World& world) {
      world.keep(simulator::CallRecord{.sid = call,
                                       .from = from,
                                       .to = to,
                                       .direction = "inbound",
                                       .status = "completed",
                                       .created = world.now - minutes(1),
                                       .started = world.now - minutes(1),
                                       .ended = world.now});
    });
  }
  /// What somebody says to the document that the provider plays when the server is down.
  void speaks_to_the_fallback(const std::string& from) {
    phone(from)
        .calls()
        .hears("the call-out line has a problem")
        .speaks("Ana Ruiz, I can not come in today")
        .presses("#")
        .is_over();
  }

  /// Goes down at that time, and up again at the other.
  void is_down_from(const std::string& local_time) {
    at(local_time);
    settle();
    stop();
    provider().hosts_the_fallback();
    complaint_is_expected(11205);  // nobody is there
  }
  void is_up_again_at(const std::string& local_time) {
    at(local_time);
    start();
    settle();
  }
  std::int64_t everything_done() {
    return number(
        "SELECT (SELECT COUNT(*) FROM attempts) + 1000 * (SELECT COUNT(*) FROM outbox) + "
        "1000000 * (SELECT COUNT(*) FROM call_out_records)");
  }
};

TEST_F(WhatWasMissed, ATextIsOnRecordAndEverybodyIsToldOnce) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 04:58");
  missed_text(ana, "sick today, the flu");
  is_up_again_at("2020-11-23 05:20");
  phone(ana).expect_text("recorded").expect_no_text();
  phone(boss).expect_text("Ana").expect_no_text();
  mailbox("ana@example.org").expect("CALL-OUT");
  mailbox("boss@example.org").expect("4:58");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  pass(minutes(20));
  EXPECT_EQ(call_outs(), 1);
  phone(ana).expect_no_text();
  phone(boss).expect_no_text();
}

TEST_F(WhatWasMissed, TodayIsTheDayOnWhichItWasSaid) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 06:30");
  missed_text(ana, "sick today");
  missed_text(stranger, "sick today");
  is_up_again_at("2020-11-23 21:10");
  EXPECT_EQ(rows("SELECT day FROM call_out_records ORDER BY id"),
            (Rows{"2020-11-23", "2020-11-23"}));
  EXPECT_EQ(number("SELECT COUNT(*) FROM questions WHERE expires_at <= " +
                   std::to_string(base::epoch_seconds(now()))),
            0);
  phone(ana).expect_text("recorded");
  phone(boss).expect_text("Ana R");
  phone(stranger).expect_text("#102");
  phone(hana_of_hr).expect_text("Unverified call-out for today");
}

TEST_F(WhatWasMissed, ItsAlertsAreNotOverdueBecauseItIsOld) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 04:58");
  missed_text(ana, "sick today");
  is_up_again_at("2020-11-23 10:00");
  pass(minutes(1));
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE escalated = 1"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE state = 'failed'"), 0);
  mailbox("hana@example.org").expect_none();
  phone(ana).expect_text("recorded").expect_no_text();
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(WhatWasMissed, AWebhookThatComesAfterAllChangesNothing) {
  is_down_from("2020-11-23 04:50");
  const std::string sid = missed_text(ana, "sick today");
  const std::string call = missed_calls({ben}).front();
  is_up_again_at("2020-11-23 05:20");
  pass(minutes(2));
  const std::int64_t done = everything_done();
  phone(ana).expect_text("recorded");
  phone(boss).expect_text("Ana R").expect_text("A call from Ben O");
  phone(ben).expect_text("Reply OUT");
  const HttpReply late = post_signed("/twilio/sms/incoming", text_params(sid, ana, "sick today"));
  EXPECT_EQ(late.status, 200);
  EXPECT_NE(late.body.find("recorded"), std::string::npos) << late.body;
  const Params of_call = {{"CallSid", call},
                          {"AccountSid", account_sid},
                          {"From", ben},
                          {"To", line_number},
                          {"CallStatus", "completed"}};
  EXPECT_EQ(post_signed("/twilio/voice/status", of_call).status, 204);
  pass(minutes(10));
  EXPECT_EQ(everything_done(), done);
}

TEST_F(WhatWasMissed, AWebhookThatCameIsNotTakenForMissed) {
  phone(ana).texts("sick today").expect_reply("recorded");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts"), 1);
  const std::int64_t done = everything_done();
  pass(minutes(10));
  EXPECT_EQ(everything_done(), done);
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(WhatWasMissed, TheWebhookOfAFreshTextIsWaitedFor) {
  missed_text(ana, "sick today");
  pass(minutes(3));  // sent three minutes before: read
  EXPECT_EQ(call_outs(), 1);
  missed_text(ben, "sick today");
  pass(seconds(10));
  EXPECT_EQ(call_outs(), 1);
  pass(minutes(3));
  EXPECT_EQ(call_outs(), 2);
  phone(ana).expect_text("recorded");
  phone(ben).expect_text("recorded");
  phone(boss).expect_text("Ana R").expect_text("Ben O");
}

TEST_F(WhatWasMissed, WhatIsJustMissedAtTheStartIsInWithinAMinute) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 05:00");
  missed_text(ana, "sick today");
  is_up_again_at("2020-11-23 05:00");
  EXPECT_EQ(call_outs(), 0);
  pass(seconds(45));
  EXPECT_EQ(call_outs(), 1);
  phone(ana).expect_text("recorded").expect_no_text();
  phone(boss).expect_text("Ana R").expect_no_text();
}

TEST_F(WhatWasMissed, AHundredTextsAndAHundredCallsAreAllIn) {
  leaves_aside({"needs_verification", "late_reply"});
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 05:00");
  std::vector<std::string> callers;
  for (int at = 200; at < 300; ++at) {
    missed_text("+15550100" + std::to_string(at), "sick today");
    callers.push_back("+15550101" + std::to_string(at));
  }
  missed_calls(callers);
  is_up_again_at("2020-11-23 05:30");
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE channel = 'sms'"), 100);
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE channel = 'phone'"), 100);
  EXPECT_EQ(call_outs(), 100);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'late_reply'"), 100);
  const std::int64_t done = everything_done();
  pass(minutes(4));
  EXPECT_EQ(everything_done(), done);
}

TEST_F(WhatWasMissed, AConversationIsReadInItsOrder) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 05:00");
  missed_text(ana, "sick today");
  at("2020-11-23 05:03");
  missed_text(ana, "UNDO");
  is_up_again_at("2020-11-23 05:30");
  EXPECT_EQ(call_outs(), 0);
  phone(ana).expect_text("recorded").expect_text("Taken back").expect_no_text();
  phone(boss).expect_text("Ana R").expect_text("taken back").expect_no_text();
  mailbox("boss@example.org").expect("aken back");
  mailbox("ana@example.org").expect("aken back");
}

TEST_F(WhatWasMissed, AStrangerIsAnsweredFiveTimesADay) {
  leaves_aside({"late_reply"});
  is_down_from("2020-11-23 04:50");
  for (int times = 0; times < 7; ++times) missed_text(stranger, "hello there");
  is_up_again_at("2020-11-23 05:30");
  EXPECT_EQ(texts_to(stranger), 5);
}

TEST_F(WhatWasMissed, APictureIsFetchedToo) {
  is_down_from("2020-11-23 04:50");
  const std::string sid =
      missed_text(ana, "sick today", {{.content_type = "image/png", .bytes = "a note"}});
  const std::string picture = provider().with_world(
      [&](simulator::World& world) { return world.message(sid)->media.at(0).sid; });
  is_up_again_at("2020-11-23 05:30");
  EXPECT_EQ(rows("SELECT media_sid, state FROM documents"), Rows{picture + "|kept"});
  phone(ana).expect_text("recorded");
  phone(boss).expect_text("Ana R");
  phone(hana_of_hr).expect_text("has sent a document");
  mailbox("hana@example.org").expect("Ana Ruiz");
}

TEST_F(WhatWasMissed, AfterADayItLeavesItsTraceAndTellsNobody) {
  is_down_from("2020-11-23 04:50");
  missed_text(ana, "sick today");
  speaks_to_the_fallback(ben);
  is_up_again_at("2020-11-24 05:00");
  pass(minutes(5));
  EXPECT_EQ(number("SELECT COUNT(*) FROM attempts WHERE state = 'open'"), 2);
  EXPECT_EQ(call_outs(), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox"), 0);
  EXPECT_EQ(rows("SELECT state FROM recordings"), Rows{"kept"});
  EXPECT_EQ(rows("SELECT kind FROM alarms"), Rows{"unclaimed_recording"});
}

TEST_F(WhatWasMissed, ACallFromAColleagueIsIncomplete) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 04:58");
  missed_calls({ana});
  missed_calls({stranger}, seconds(0));
  is_up_again_at("2020-11-23 05:20");
  pass(seconds(61));
  phone(ana).expect_text("OUT");
  phone(boss).expect_text("Ana").expect_no_text();
  EXPECT_EQ(rows("SELECT kind FROM attempts ORDER BY id"), (Rows{"incomplete", "unrecognised"}));
  phone(ana).texts("OUT").expect_reply("recorded");
  phone(boss).expect_text("Ana R, RN, out today");
}

TEST_F(WhatWasMissed, ACallThatGoesOnIsLeftAlone) {
  // The lists are read every three minutes, and what is younger than 45 s is passed over.
  at("2020-11-23 20:30");
  settle();
  pass(seconds(125));
  Call& call = phone(ana).calls().hears("Which day").waits().waits().waits();
  EXPECT_GE(now(), seconds(180) + moment_of("2020-11-23 20:30"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM calls WHERE ended_at IS NULL"), 1);
  call.speaks("I have a fever").hangs_up();
  EXPECT_EQ(call_outs(), 1);
  phone(ana).expect_text("recorded");
  phone(boss).expect_text("Ana R");
}

TEST_F(WhatWasMissed, WhatWasSaidToTheFallbackIsACallOut) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 04:58");
  speaks_to_the_fallback(ana);
  is_up_again_at("2020-11-23 05:20");
  pass(minutes(5));
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  EXPECT_EQ(recordings_kept(), 1);
  phone(ana).expect_text("recorded").expect_no_text();
  phone(boss).expect_text("Ana").expect_no_text();
  EXPECT_EQ(alerts("incomplete_call"), 0);
}

TEST_F(WhatWasMissed, WhatAStrangerSaidToTheFallbackIsAnUnverifiedCallOut) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 04:58");
  speaks_to_the_fallback(stranger);
  speaks_to_the_fallback("anonymous");
  phone("+15550100198")
      .calls()
      .silent_recordings_are(SilentRecording::dropped)
      .waits_for_the_beep()
      .hangs_up();
  is_up_again_at("2020-11-23 21:20");
  pass(minutes(5));
  EXPECT_EQ(rows("SELECT day, verified FROM call_out_records"),
            (Rows{"2020-11-23|0", "2020-11-23|0"}));
  EXPECT_EQ(recordings_kept(), 2);
  EXPECT_EQ(alerts("needs_verification"), 2 * number("SELECT COUNT(*) FROM users WHERE id IN "
                                                     "(SELECT user_id FROM outbox WHERE kind = "
                                                     "'needs_verification' AND channel = 'sms')"));
  phone(hana_of_hr).expect_text("(555) 010-0199").expect_text("a withheld number").expect_no_text();
}

TEST_F(WhatWasMissed, ARecordingWhoseWordsGotLostCompletesTheCall) {
  phone(ana).calls().callbacks({Callback::status}).speaks("I have a fever").hangs_up();
  EXPECT_EQ(call_outs(), 0);
  pass(seconds(46));
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  EXPECT_EQ(recordings_kept(), 1);
  EXPECT_EQ(receipts(), 1);
  pass(seconds(20));
  phone(ana).expect_text("recorded").expect_no_text();
  EXPECT_EQ(alerts("incomplete_call"), 0);
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(WhatWasMissed, ACallWhoseEndNobodyToldEnds) {
  phone(ana).calls().callbacks({}).waits_for_the_beep().hangs_up();
  provider().with_world([](simulator::World& world) { world.recordings.clear(); });
  pass(minutes(4));
  EXPECT_EQ(rows("SELECT status FROM calls"), Rows{"completed"});
  pass(seconds(61));
  phone(boss).expect_text("Ana");
  phone(ana).expect_text("Reply OUT");
}

TEST_F(WhatWasMissed, OthersOfTheSameAccountAreNotOurs) {
  is_down_from("2020-11-23 04:50");
  const std::string call = next_sid("CA");
  is_listed(call, ana, "+15550100177");
  provider().with_world([&](simulator::World& world) {
    world.keep(simulator::Recording{.sid = next_sid("RE"),
                                    .call_sid = call,
                                    .status = "completed",
                                    .started = world.now,
                                    .length = seconds(4)});
  });
  is_up_again_at("2020-11-23 05:20");
  pass(minutes(5));
  EXPECT_EQ(everything_done(), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM recordings"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(WhatWasMissed, AListThatFailsHarmsNothingAndIsReadLater) {
  leaves_aside({"late_or_early"});
  // The simulator's lists are never broken like this.
  other_sides().post("/config", {{"account_sid", account_sid}, {"auth_token", auth_token}});
  restart_with("TWILIO_API_BASE_URL", other_sides().provider_url());
  for (const boost::json::object& broken :
       {boost::json::object{{"status", 500}}, boost::json::object{{"body", "garbage"}},
        boost::json::object{{"body", "{\"messages\":[7,{}],\"next_page_uri\":\"//evil\"}"}},
        boost::json::object{{"hang", 20}}}) {
    const std::int64_t before = call_outs();
    other_sides().post("/provider/lists", broken);
    other_sides().post("/provider/inbound", {{"from", "+1555010011" + std::to_string(before)},
                                             {"to", line_number},
                                             {"body", "sick today"},
                                             {"sid", next_sid()},
                                             {"at", base::iso(now())}});
    pass(minutes(4));
    EXPECT_EQ(call_outs(), before);
    phone(ben).texts("late 10 minutes").expect_reply("Passed on");
    other_sides().post("/provider/lists", {});
    pass(seconds(31));
    EXPECT_EQ(call_outs(), before + 1);
  }
}

TEST_F(WhatWasMissed, WhatIsOlderThanTheInstallationIsNotTakenIn) {
  change("DELETE FROM watermarks");
  missed_text(ana, "sick today");
  is_listed(next_sid("CA"), ben, line_number);
  at("2020-11-23 05:10");
  restart();
  pass(minutes(1));
  pass(minutes(10));
  EXPECT_EQ(everything_done(), 0);
}

}  // namespace
}  // namespace scenario
