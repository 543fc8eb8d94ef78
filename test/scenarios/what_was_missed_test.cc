// What arrived while the server was down, or whose callbacks got lost, is read back from the
// provider's lists: in once, and told as if it had just been said.
#include "base/bytes.h"
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class WhatWasMissed : public OnTheLine {
 protected:
  WhatWasMissed() {
    at("2020-11-23 04:00");
    settle();
    at("2020-11-23 04:58");
  }

  /// A text whose webhook nobody answered.
  std::string missed_text(const std::string& from, const std::string& body,
                          const boost::json::array& media = {}) {
    const std::string sid = next_sid();
    other_sides().post("/provider/inbound", {{"from", from},
                                             {"to", line_number},
                                             {"body", body},
                                             {"sid", sid},
                                             {"media_sids", media},
                                             {"at", base::iso(now())}});
    return sid;
  }
  /// A call of a minute, just over, that nobody here answered, or whose end nobody told.
  std::string listed_call(const std::string& from, const std::string& known_sid = {},
                          const std::string& status = "completed") {
    const std::string sid = known_sid.empty() ? next_sid("CA") : known_sid;
    other_sides().post("/provider/call", {{"from", from},
                                          {"to", line_number},
                                          {"sid", sid},
                                          {"status", status},
                                          {"duration", 60},
                                          {"at", base::iso(now() - minutes(1))}});
    return sid;
  }
  std::string listed_recording(const std::string& call_sid, const std::string& status,
                               const std::string& known_sid = {}) {
    const std::string sid = known_sid.empty() ? next_sid("RE") : known_sid;
    other_sides().post(
        "/provider/recording",
        {{"call_sid", call_sid}, {"sid", sid}, {"status", status}, {"at", base::iso(now())}});
    return sid;
  }
  /// What somebody says to the document that the provider plays when the server is down.
  void speaks_to_the_fallback(const std::string& from) {
    const std::string call = listed_call(from);
    keep_recording(listed_recording(call, "completed"),
                   speech().wav_of("Ana Ruiz, I can not come in today", "en"));
  }

  /// Goes down at that time, and up again at the other.
  void is_down_from(const std::string& local_time) {
    at(local_time);
    settle();
    stop();
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
}

TEST_F(WhatWasMissed, AWebhookThatComesAfterAllChangesNothing) {
  is_down_from("2020-11-23 04:50");
  const std::string sid = missed_text(ana, "sick today");
  const std::string call = listed_call(ben);
  is_up_again_at("2020-11-23 05:20");
  pass(minutes(2));
  const std::int64_t done = everything_done();
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
  const std::string sid = rows("SELECT provider_id FROM attempts").at(0);
  other_sides().post("/provider/inbound", {{"from", ana},
                                           {"to", line_number},
                                           {"body", "sick today"},
                                           {"sid", sid},
                                           {"at", base::iso(now())}});
  const std::int64_t done = everything_done();
  pass(minutes(10));
  EXPECT_EQ(everything_done(), done);
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
}

TEST_F(WhatWasMissed, WhatIsJustMissedAtTheStartIsInWithinAMinute) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 05:00");
  missed_text(ana, "sick today");
  is_up_again_at("2020-11-23 05:00");
  EXPECT_EQ(call_outs(), 0);
  pass(seconds(45));
  EXPECT_EQ(call_outs(), 1);
}

TEST_F(WhatWasMissed, AHundredTextsAndAHundredCallsAreAllIn) {
  is_down_from("2020-11-23 04:50");
  at("2020-11-23 05:00");
  for (int at = 200; at < 300; ++at) {
    missed_text("+15550100" + std::to_string(at), "sick today");
    listed_call("+15550101" + std::to_string(at));
  }
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
}

TEST_F(WhatWasMissed, AStrangerIsAnsweredFiveTimesADay) {
  is_down_from("2020-11-23 04:50");
  for (int times = 0; times < 7; ++times) missed_text(stranger, "hello there");
  is_up_again_at("2020-11-23 05:30");
  EXPECT_EQ(texts_to(stranger), 5);
}

TEST_F(WhatWasMissed, APictureIsFetchedToo) {
  is_down_from("2020-11-23 04:50");
  const std::string picture = "ME00000000000000000000000000000001";
  const std::string sid = missed_text(ana, "sick today", {boost::json::string(picture)});
  other_sides().post("/provider/media", {{"path", "Messages/" + sid + "/Media/" + picture},
                                         {"content_type", "image/png"},
                                         {"base64", base::base64(base::as_bytes("a note"))}});
  is_up_again_at("2020-11-23 05:30");
  EXPECT_EQ(rows("SELECT media_sid, state FROM documents"), Rows{picture + "|kept"});
}

TEST_F(WhatWasMissed, AfterADayItLeavesItsTraceAndTellsNobody) {
  is_down_from("2020-11-23 04:50");
  missed_text(ana, "sick today");
  const std::string call = listed_call(ben);
  keep_recording(listed_recording(call, "completed"), speech().wav_of("I am sick", "en"));
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
  listed_call(ana);
  listed_call(stranger, {}, "no-answer");
  is_up_again_at("2020-11-23 05:20");
  pass(seconds(61));
  phone(ana).expect_text("OUT");
  phone(boss).expect_text("Ana").expect_no_text();
  EXPECT_EQ(rows("SELECT kind FROM attempts ORDER BY id"), (Rows{"incomplete", "unrecognised"}));
  phone(ana).texts("OUT").expect_reply("recorded");
}

TEST_F(WhatWasMissed, ACallThatGoesOnIsLeftAlone) {
  Call& call = phone(ana).calls();
  listed_call(ana, call.sid(), "in-progress");
  pass(minutes(4));
  EXPECT_EQ(number("SELECT COUNT(*) FROM calls WHERE ended_at IS NULL"), 1);
  call.speaks("I have a fever").hangs_up();
  EXPECT_EQ(call_outs(), 1);
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
  listed_recording(listed_call("+15550100198"), "absent");
  is_up_again_at("2020-11-23 21:20");
  pass(minutes(5));
  EXPECT_EQ(rows("SELECT day, verified FROM call_out_records"),
            (Rows{"2020-11-23|0", "2020-11-23|0"}));
  EXPECT_EQ(recordings_kept(), 2);
  EXPECT_EQ(alerts("needs_verification"), 2 * number("SELECT COUNT(*) FROM users WHERE id IN "
                                                     "(SELECT user_id FROM outbox WHERE kind = "
                                                     "'needs_verification' AND channel = 'sms')"));
}

TEST_F(WhatWasMissed, ARecordingWhoseWordsGotLostCompletesTheCall) {
  Call& call = phone(ana).calls().callbacks({Callback::status}).speaks("I have a fever").hangs_up();
  EXPECT_EQ(call_outs(), 0);
  listed_call(ana, call.sid());
  listed_recording(call.sid(), "completed", "RE00000000000000000000000000000001");
  pass(seconds(46));
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  EXPECT_EQ(recordings_kept(), 1);
  EXPECT_EQ(receipts(), 1);
  pass(seconds(20));
  phone(ana).expect_text("recorded").expect_no_text();
  EXPECT_EQ(alerts("incomplete_call"), 0);
}

TEST_F(WhatWasMissed, ACallWhoseEndNobodyToldEnds) {
  Call& call = phone(ana).calls().callbacks({}).waits_for_the_beep().hangs_up();
  listed_call(ana, call.sid());
  pass(minutes(4));
  EXPECT_EQ(rows("SELECT status FROM calls"), Rows{"completed"});
  pass(seconds(61));
  phone(boss).expect_text("Ana");
}

TEST_F(WhatWasMissed, OthersOfTheSameAccountAreNotOurs) {
  is_down_from("2020-11-23 04:50");
  other_sides().post(
      "/provider/call",
      {{"from", ana}, {"to", "+15550100177"}, {"sid", "CA77"}, {"at", base::iso(now())}});
  listed_recording("CA77", "completed");
  is_up_again_at("2020-11-23 05:20");
  pass(minutes(5));
  EXPECT_EQ(everything_done(), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM recordings"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(WhatWasMissed, AListThatFailsHarmsNothingAndIsReadLater) {
  for (const boost::json::object& broken :
       {boost::json::object{{"status", 500}}, boost::json::object{{"body", "garbage"}},
        boost::json::object{{"body", "{\"messages\":[7,{}],\"next_page_uri\":\"//evil\"}"}},
        boost::json::object{{"hang", 20}}}) {
    const std::int64_t before = call_outs();
    other_sides().post("/provider/lists", broken);
    missed_text("+1555010011" + std::to_string(before), "sick today");
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
  listed_call(ben);
  at("2020-11-23 05:10");
  restart();
  pass(minutes(1));
  pass(minutes(10));
  EXPECT_EQ(everything_done(), 0);
}

}  // namespace
}  // namespace scenario
