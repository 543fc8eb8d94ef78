// What is said of a call is so, also when other news overtakes it: it was taken back meanwhile, it
// is on record already, the word of it comes late, or it was about another day.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class ToldTruly : public OnTheLine {
 protected:
  ToldTruly() {
    leaves_aside({"receipt by mail", "call_out_recorded by mail", "incomplete_call by mail"});
  }
  std::int64_t open_attempts() {
    return number("SELECT COUNT(*) FROM attempts WHERE state = 'open'");
  }
};

TEST_F(ToldTruly, WhatWasTakenBackDuringTheCallIsNotSpokenOfAsRecorded) {
  Call& call = phone(ana).calls().waits_for_the_beep().presses("1").hears("has been recorded");
  phone(ana).texts("UNDO").expect_reply("Taken back");
  call.presses("1").does_not_hear("has been recorded").hears("No call-out is on record").is_over();
  EXPECT_EQ(call_outs(), 0);
  phone(ana).expect_text("Call-out recorded");
  phone(boss).expect_text("out today").expect_text("taken back");
  mailbox("boss@example.org").expect("aken back");
  mailbox("ana@example.org").expect("aken back");
}

TEST_F(ToldTruly, ASecondCallAtOnceThatHangsUpIsNotCutOff) {
  at("2020-11-23 16:30");  // when the day is asked, which takes the second call some time
  Call& first = phone(ana).calls().hears("Hello Ana").presses("1").speaks("I have a fever");
  Call& second = phone(ana).calls();
  first.presses("#").hears("has been recorded");
  second.hears("Hello Ana").hangs_up_before_the_beep();
  pass(minutes(5));
  EXPECT_EQ(alerts("incomplete_call"), 0);
  EXPECT_EQ(open_attempts(), 0);
  phone(ana).expect_text("Call-out recorded").expect_no_text();
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(ToldTruly, OutDuringTheCallIsEnough) {
  Call& call = phone(ana).calls().hears("Hello Ana");
  phone(ana).texts("OUT").expect_reply("Call-out recorded");
  call.hangs_up();
  pass(minutes(5));
  EXPECT_EQ(alerts("incomplete_call"), 0);
  EXPECT_EQ(open_attempts(), 0);
  phone(boss).expect_text("Ana R, RN, out today").expect_no_text();
}

TEST_F(ToldTruly, ALateWordOfTheMessageKeepsTheTimeOfTheCall) {
  Call& call = phone(ana).calls().callbacks({}).speaks("I have a fever").hangs_up();
  provider().hides_calls();
  pass(minutes(14));
  call.comes(Callback::action);
  settle();
  phone(boss).expect_text("Ana R, RN, out today (called 4:58am)");
  mailbox("ana@example.org").expect("4:58am");
  phone(ana).expect_text("Call-out recorded");
}

TEST_F(ToldTruly, ACallCutOffBeforeMidnightIsAboutThatDay) {
  at("2020-11-23 11:50");  // before two o'clock, so that no day is asked
  Call& call = phone(ana).calls().callbacks({}).hears("Hello Ana").hangs_up_before_the_beep();
  at("2020-11-24 00:05");
  call.comes(Callback::status);
  pass(seconds(61));
  phone(boss).expect_text("(11:50am) was cut off");
  EXPECT_EQ(rows("SELECT kind, about_day FROM attempts WHERE state = 'open'"),
            Rows{"incomplete|2020-11-23"});
  phone(ana).expect_text("your absence Mon Nov 23").texts("OUT").expect_reply("Mon Nov 23");
  EXPECT_EQ(who_is_out(), Rows{"1|2020-11-23|1|phone_match"});
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(ToldTruly, ANightCutOffBeforeSixIsStillLastNightAfterIt) {
  at("2020-11-24 05:58");
  phone(nina_at_night).calls().hears("Hello Nina").hangs_up_before_the_beep();
  pass(seconds(180));
  phone(boss).expect_text("A call from Nina N, Night RN (5:58am) was cut off");
  phone(nina_at_night).expect_text("Reply OUT").texts("OUT").expect_reply("Mon Nov 23");
  EXPECT_EQ(open_attempts(), 0);
  phone(boss).expect_text("Nina N, Night RN, out");
}

TEST_F(ToldTruly, ACallOutForAnotherDayLeavesTheCutOffOneOpen) {
  phone(ana).calls().hears("Hello Ana").hangs_up_before_the_beep();
  pass(seconds(61));
  phone(boss).expect_text("was cut off");
  phone(ana).expect_text("Reply OUT").texts("sick tomorrow").expect_reply("Tue Nov 24");
  EXPECT_EQ(rows("SELECT kind, about_day FROM attempts WHERE state = 'open'"),
            Rows{"incomplete|2020-11-23"});
  phone(ana).texts("OUT").expect_reply("Mon Nov 23");
  EXPECT_EQ(open_attempts(), 0);
  EXPECT_EQ(call_outs(), 2);
  phone(boss).expect_text("Ana R, RN, out").expect_text("Ana R, RN, out");
}

TEST_F(ToldTruly, OutOnTheNextDayIsForTheNextDay) {
  phone(ana).calls().hears("Hello Ana").hangs_up_before_the_beep();
  pass(hours(23));
  phone(boss).expect_text("was cut off");
  phone(ana).expect_text("Reply OUT").texts("OUT").expect_reply("Tue Nov 24");
  EXPECT_EQ(open_attempts(), 1) << "Monday is still unrecorded";
  phone(boss).expect_text("Ana R, RN, out");
}

TEST_F(ToldTruly, FourCallsThatAreCutOffAreToldOnce) {
  for (int times = 0; times < 4; ++times) {
    phone(ana).calls().hears("Hello Ana").hangs_up_before_the_beep();
    pass(seconds(20));
  }
  pass(minutes(5));
  EXPECT_EQ(alerts("incomplete_call"), 1);
  EXPECT_EQ(alerts("cut_off"), 1);
  phone(boss).expect_text("was cut off").expect_no_text();
  phone(ana).expect_text("Reply OUT").texts("OUT").expect_reply("Call-out recorded");
  EXPECT_EQ(open_attempts(), 0);
  phone(boss).expect_text("Ana R, RN, out today");
}

TEST_F(ToldTruly, AMailOffersNoRecordingWhereNothingWasSaid) {
  leaves_aside({"receipt by text", "call_out_recorded by text"});
  phone(ana)
      .calls()
      .silent_recordings_are(SilentRecording::dropped)
      .waits_for_the_beep()
      .hangs_up();
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(mailbox("boss@example.org").expect("Ana Ruiz").html().find("/listen/"),
            std::string::npos);
}

TEST_F(ToldTruly, TheLinkInTheMailLeadsToTheSound) {
  leaves_aside({"receipt by text", "call_out_recorded by text"});
  phone(ana).calls().speaks("I have a fever").presses("#").is_over();
  settle();
  const std::string html = mailbox("boss@example.org").expect("Ana Ruiz").html();
  const auto start = html.find(std::string(public_base) + "/listen/");
  ASSERT_NE(start, std::string::npos);
  const auto path_start = start + std::string_view(public_base).size();
  const std::string path = html.substr(path_start, html.find('"', path_start) - path_start);
  const std::string page = path.substr(0, path.find("/audio"));
  EXPECT_EQ(get(page).status, 200);
  EXPECT_NE(get(page).body.find("<audio"), std::string::npos);
  const HttpReply sound = get(page + "/audio");
  EXPECT_EQ(sound.status, 200);
  EXPECT_TRUE(sound.body.starts_with("RIFF"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM recording_listens"), 1);
}

}  // namespace
}  // namespace scenario
