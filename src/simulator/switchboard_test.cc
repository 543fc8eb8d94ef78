#include "simulator/switchboard.h"

#include <gtest/gtest.h>

#include "simulator/live_call_test.h"

namespace simulator {
namespace {

class IncomingCall : public testing::Test, protected SmallWorld {};

TEST_F(IncomingCall, TheFirstRequestSaysWhoCalls) {
  says("<Say>hello</Say>");
  const std::string call = switchboard.ring({.from = ana,
                                             .to = our_number,
                                             .attestation = "TN-Validation-Passed-A",
                                             .forwarded_from = "+15550100888"});
  ASSERT_EQ(asked.size(), 1U);
  const Webhook& first = asked[0];
  EXPECT_EQ(first.subject, call);
  EXPECT_EQ(first.what, "incoming call");
  EXPECT_EQ(first.to.url, first_page);
  EXPECT_EQ(first.expects, Expects::voice_document);
  const http::Form expected = {{"CallSid", call},
                               {"AccountSid", world.account.sid},
                               {"From", ana},
                               {"Caller", ana},
                               {"To", our_number},
                               {"Called", our_number},
                               {"CallStatus", "ringing"},
                               {"ApiVersion", "2010-04-01"},
                               {"Direction", "inbound"},
                               {"StirVerstat", "TN-Validation-Passed-A"},
                               {"FromCountry", "US"},
                               {"ForwardedFrom", "+15550100888"}};
  for (const auto& [name, value] : expected) EXPECT_EQ(param(first, name), value) << name;
  for (const char* whose : {"From", "To", "Caller", "Called"})
    for (const char* part : {"City", "State", "Zip", "Country"})
      EXPECT_TRUE(has_param(first, std::string(whose) + part)) << whose << part;
  EXPECT_EQ(param(first, "FromCity"), "");
  EXPECT_TRUE(param(first, "CallToken").starts_with("%7B%22parentCallInfoToken"))
      << param(first, "CallToken");
  EXPECT_EQ(call.size(), 34U);
}

TEST_F(IncomingCall, ACarrierThatSaysNothingAddsNothing) {
  says("<Say>hello</Say>");
  ring("anonymous");
  EXPECT_FALSE(has_param(asked[0], "StirVerstat"));
  EXPECT_FALSE(has_param(asked[0], "ForwardedFrom"));
  EXPECT_EQ(param(asked[0], "From"), "anonymous");
  EXPECT_EQ(param(asked[0], "CallerCountry"), "");
}

TEST_F(IncomingCall, ItRingsUntilTheFirstAnswerIsThere) {
  says("<Say>hello</Say>");
  is_slow = true;
  const std::string call = ring();
  run(seconds(8));
  EXPECT_EQ(doing(call), "ringing");
  EXPECT_EQ(status(call), "ringing");
  is_slow = false;
  run({});
  EXPECT_EQ(doing(call), "saying");
  EXPECT_EQ(status(call), "in-progress");
  EXPECT_EQ(world.calls.at(0).status, "in-progress");
  EXPECT_EQ(world.calls.at(0).started, world.now);
}

TEST_F(IncomingCall, ANumberThatIsNotOursDoesNotRing) {
  EXPECT_EQ(switchboard.ring({.from = ana, .to = "+15550000000"}), "");
  EXPECT_TRUE(world.calls.empty());
}

TEST_F(IncomingCall, TheStatusIsToldOnceAtTheEnd) {
  says("<Pause length=\"1\"/><Say>x</Say><Pause length=\"60\"/>");
  const std::string call = ring();
  run(seconds(1));
  run(milliseconds(60'500));
  EXPECT_EQ(doing(call), "over");
  ASSERT_EQ(asked_for("call completed").size(), 1U);
  const Webhook word = asked_for("call completed")[0];
  EXPECT_EQ(word.to.url, "https://app.example/voice/status");
  EXPECT_EQ(word.expects, Expects::nothing);
  EXPECT_EQ(param(word, "CallStatus"), "completed");
  EXPECT_EQ(param(word, "CallDuration"), "61");
  EXPECT_EQ(param(word, "Duration"), "2");
  EXPECT_EQ(param(word, "CallbackSource"), "call-progress-events");
  EXPECT_EQ(param(word, "SequenceNumber"), "0");
  EXPECT_EQ(param(word, "From"), ana);
  EXPECT_TRUE(param(word, "Timestamp").ends_with(" +0000")) << param(word, "Timestamp");
  run_out();
  EXPECT_EQ(asked.size(), 2U);
}

TEST_F(IncomingCall, HangingUpDuringASayAsksNothingMore) {
  says("<Say>a sentence of some length</Say><Redirect>next</Redirect>");
  const std::string call = ring();
  run(milliseconds(300));
  EXPECT_TRUE(switchboard.hang_up(call));
  run_out();
  EXPECT_EQ(order(), (Strings{"incoming call", "call completed"}));
  EXPECT_EQ(switchboard.view(call)->transcript.at(1).length, milliseconds(300));
  EXPECT_EQ(switchboard.view(call)->transcript.back().who, Heard::Who::caller);
  EXPECT_FALSE(switchboard.hang_up(call));
}

TEST_F(IncomingCall, HangingUpWhileItRingsIsNoAnswer) {
  says("<Say>hello</Say>");
  is_slow = true;
  const std::string call = ring();
  switchboard.hang_up(call);
  is_slow = false;
  run_out();
  EXPECT_EQ(status(call), "no-answer");
  EXPECT_EQ(transcript(call), (Strings{"hang_up"}));
  EXPECT_EQ(asked_for("call no-answer").size(), 1U);
}

TEST_F(IncomingCall, AnAnswerThatComesAfterTheCallIsIgnored) {
  says("<Gather numDigits=\"1\" action=\"digits\"/>");
  page("/voice/digits", "<Say>late</Say>");
  const std::string call = ring();
  is_slow = true;
  switchboard.press(call, "1");
  EXPECT_EQ(doing(call), "asking");
  switchboard.hang_up(call);
  is_slow = false;
  run_out();
  EXPECT_EQ(transcript(call).back(), "hang_up");
}

TEST_F(IncomingCall, AnAnswerThatARedirectionHasOvertakenIsIgnored) {
  says("<Gather numDigits=\"1\" action=\"digits\"/>");
  page("/voice/digits", "<Say>overtaken</Say>");
  page("/voice/other", "<Say>other</Say>");
  const std::string call = ring();
  is_slow = true;
  switchboard.press(call, "1");
  EXPECT_TRUE(switchboard.redirect(call, {"https://app.example/voice/other"}));
  is_slow = false;
  run({});
  EXPECT_EQ(transcript(call), (Strings{"answer", "keys 1", "say other"}));
}

TEST_F(IncomingCall, AnAnswerToACallThatIsForgottenIsIgnored) {
  says("<Say>hello</Say>");
  is_slow = true;
  const std::string call = ring();
  switchboard.hang_up(call);
  for (int count = 0; count < 400; ++count) switchboard.hang_up(ring());
  EXPECT_FALSE(switchboard.view(call));
  is_slow = false;
  run_out();
}

TEST_F(IncomingCall, TheNewestOfThoseThatAreOverCanBeLookedAt) {
  says("<Hangup/>");
  std::vector<std::string> calls;
  for (int count = 0; count < 320; ++count) calls.push_back(ring());
  for (std::size_t index = 120; index < calls.size(); ++index)
    EXPECT_TRUE(switchboard.view(calls[index])) << index;
  EXPECT_FALSE(switchboard.view(calls.front()));
  EXPECT_FALSE(switchboard.press(calls.front(), "1"));
}

TEST_F(IncomingCall, AFailedRequestIsAnnouncedAndEndsTheCall) {
  const std::string call = ring();
  EXPECT_EQ(transcript(call).at(1).substr(0, 5), "error");
  EXPECT_EQ(doing(call), "saying");
  run_out();
  EXPECT_EQ(status(call), "completed");
  EXPECT_EQ(complaints(), (Codes{11200}));
  EXPECT_TRUE(world.complaints[0].is_error);
  EXPECT_EQ(order(), (Strings{"incoming call", "call completed"}));
}

TEST_F(IncomingCall, ADocumentThatIsNoneIsAnnouncedToo) {
  page("/voice/incoming",
       http::Response{.content_type = "text/xml", .body = "<Response><Say></Response>"});
  const std::string call = ring();
  EXPECT_EQ(switchboard.view(call)->transcript.at(1).kind, "error");
  EXPECT_EQ(complaints(), (Codes{12100}));
}

TEST_F(IncomingCall, TheFallbackTakesOverAndItsOwnAddressIsTheBase) {
  world.numbers[0].voice_fallback = {"https://backup.example/a/b"};
  pages["https://backup.example/a/b"] = document("<Redirect>c</Redirect>");
  pages["https://backup.example/a/c"] = document("<Say>from there</Say>");
  const std::string call = ring();
  EXPECT_EQ(transcript(call).back(), "say from there");
  EXPECT_EQ(asked[1].fallback.url, "https://backup.example/a/b");
}

TEST_F(IncomingCall, AnActionThatIsNoAddressIsAnnounced) {
  says("<Gather numDigits=\"1\" action=\"http://\"/>");
  const std::string call = ring();
  switchboard.press(call, "1");
  EXPECT_EQ(switchboard.view(call)->transcript.back().kind, "error");
  EXPECT_EQ(complaints(), (Codes{11100}));
}

TEST_F(IncomingCall, ALoopOfDocumentsComesToAnEnd) {
  says("<Redirect/>");
  const std::string call = ring();
  run_out();
  EXPECT_EQ(status(call), "completed");
  EXPECT_EQ(asked_for("Redirect").size(), 999U);
  EXPECT_EQ(complaints(), (Codes{11215}));
}

TEST_F(IncomingCall, ACallEndsAfterFourHours) {
  says("<Say loop=\"0\">" + std::string(4'000, 'x') + "</Say>");
  const std::string call = ring();
  run(std::chrono::hours(4) - milliseconds(1));
  EXPECT_EQ(doing(call), "saying");
  run(milliseconds(1));
  EXPECT_EQ(doing(call), "over");
  EXPECT_EQ(asked_for("call completed").size(), 1U);
}

TEST_F(IncomingCall, ACallWhoseRequestIsNeverAnsweredEndsAsWell) {
  is_slow = true;
  const std::string call = ring();
  run_out();
  EXPECT_EQ(status(call), "canceled");
}

TEST_F(IncomingCall, TheApplicationMayEndOrRedirectIt) {
  says("<Pause length=\"2\"/><Say>hello you</Say><Pause length=\"60\"/>");
  page("/voice/other", "<Say>other</Say><Pause length=\"60\"/>");
  const std::string call = ring();
  EXPECT_FALSE(switchboard.redirect(call, {"https://app.example/voice/other"}));  // it rings
  run(seconds(5));
  EXPECT_TRUE(switchboard.redirect(call, {"https://app.example/voice/other"}));
  run({});
  EXPECT_EQ(transcript(call).back(), "say other");
  EXPECT_TRUE(switchboard.redirect_to_twiml(call, "<Response><Say>given</Say><Pause/></Response>"));
  EXPECT_EQ(transcript(call).back(), "say given");
  EXPECT_TRUE(switchboard.end(call));
  EXPECT_EQ(status(call), "completed");
  EXPECT_FALSE(switchboard.end(call));
  EXPECT_FALSE(switchboard.redirect(call, {"https://app.example/voice/other"}));
  EXPECT_FALSE(switchboard.redirect_to_twiml(call, "<Response/>"));
}

TEST_F(IncomingCall, KeysAreFilteredAndPiecesOfSpeechAreOneThingSaid) {
  says("<Pause length=\"1\"/><Say>hello</Say><Pause length=\"60\"/>");
  const std::string call = ring();
  EXPECT_TRUE(switchboard.press(call, "1"));  // nobody has answered: lost
  EXPECT_TRUE(switchboard.speak(call, voice_of(seconds(1))));
  run(seconds(1));
  switchboard.press(call, "a1;#\n");
  for (int piece = 0; piece < 10; ++piece) switchboard.speak(call, voice_of(milliseconds(100)));
  EXPECT_EQ(transcript(call), (Strings{"answer", "say hello", "keys 1#", "voice"}));
  EXPECT_EQ(switchboard.view(call)->transcript.back().length, seconds(1));
}

TEST_F(IncomingCall, WhoeverWatchesIsTold) {
  std::vector<std::string> topics;
  world.changed = [&](std::string_view topic) {
    topics.emplace_back(topic);
  };
  says("<Say>hello</Say>");
  ring();
  EXPECT_EQ(topics, Strings(topics.size(), "calls"));
  EXPECT_FALSE(topics.empty());
}

TEST_F(IncomingCall, WhatIsUnknownIsFalseAndChangesNothing) {
  for (const std::string sid : {"", "CA0"}) {
    EXPECT_FALSE(switchboard.view(sid));
    EXPECT_FALSE(switchboard.answer(sid) || switchboard.decline(sid) ||
                 switchboard.press(sid, "1") || switchboard.speak(sid, "xx") ||
                 switchboard.hang_up(sid) || switchboard.end(sid) ||
                 switchboard.redirect(sid, {}) || switchboard.redirect_to_twiml(sid, ""));
  }
}

}  // namespace
}  // namespace simulator
