#include <gtest/gtest.h>

#include "simulator/live_call_test.h"

namespace simulator {
namespace {

class PlacedCall : public testing::Test, protected SmallWorld {
 protected:
  std::string place(std::vector<std::string> events = {"initiated", "ringing", "answered",
                                                       "completed"}) {
    page("/voice/out", "<Say>it is for you</Say>");
    return switchboard.place({.to = ana,
                              .from = our_number,
                              .url = {"https://app.example/voice/out"},
                              .status_callback = {"https://app.example/voice/status"},
                              .events = std::move(events),
                              .rings_for = seconds(20)});
  }
};

TEST_F(PlacedCall, IsQueuedRingsIsAnsweredAndCompleted) {
  const std::string call = place();
  EXPECT_EQ(status(call), "queued");
  EXPECT_FALSE(switchboard.answer(call));  // it does not ring yet
  run(seconds(3));
  EXPECT_EQ(status(call), "ringing");
  EXPECT_TRUE(switchboard.answer(call));
  run_out();
  EXPECT_EQ(order(), (Strings{"call initiated", "call ringing", "answered call", "call in-progress",
                              "call completed"}));
  EXPECT_EQ(transcript(call), (Strings{"answer", "say it is for you", "hang_up"}));
  const Webhook document = asked_for("answered call")[0];
  EXPECT_EQ(param(document, "CallStatus"), "in-progress");
  EXPECT_EQ(param(document, "Direction"), "outbound-api");
  EXPECT_EQ(param(document, "To"), ana);
  EXPECT_FALSE(has_param(document, "CallToken"));
}

TEST_F(PlacedCall, EachCallbackHasItsStatusAndNumber) {
  const std::string call = place();
  run(seconds(3));
  switchboard.answer(call);
  run_out();
  std::vector<std::string> said;
  for (const Webhook& one : asked)
    if (one.expects == Expects::nothing)
      said.push_back(param(one, "SequenceNumber") + " " + param(one, "CallStatus"));
  EXPECT_EQ(said, (Strings{"0 initiated", "1 ringing", "2 in-progress", "3 completed"}));
  EXPECT_FALSE(has_param(asked[0], "CallDuration"));
  EXPECT_TRUE(has_param(asked.back(), "CallDuration"));
}

TEST_F(PlacedCall, OnlyItsEndIsToldWhenNoMoreWasAskedFor) {
  const std::string call = place({"completed"});
  run(seconds(3));
  switchboard.answer(call);
  run_out();
  EXPECT_EQ(order(), (Strings{"answered call", "call completed"}));
}

TEST_F(PlacedCall, NobodyAnswers) {
  const std::string call = place({"completed"});
  run(seconds(21));
  EXPECT_EQ(status(call), "ringing");
  run_out();
  EXPECT_EQ(status(call), "no-answer");
  EXPECT_EQ(order(), (Strings{"call no-answer"}));
  EXPECT_EQ(param(asked[0], "CallDuration"), "0");
}

TEST_F(PlacedCall, DecliningIsBusy) {
  for (const bool by_hanging_up : {false, true}) {
    const std::string call = place({"completed"});
    run(seconds(3));
    EXPECT_TRUE(by_hanging_up ? switchboard.hang_up(call) : switchboard.decline(call));
    EXPECT_EQ(status(call), "busy");
    EXPECT_FALSE(switchboard.answer(call));
  }
}

TEST_F(PlacedCall, TheApplicationCancelsWhatRings) {
  const std::string call = place({"completed"});
  run(seconds(3));
  EXPECT_TRUE(switchboard.end(call));
  run_out();
  EXPECT_EQ(status(call), "canceled");
  EXPECT_EQ(order(), (Strings{"call canceled"}));
}

TEST_F(PlacedCall, CanceledWhileQueuedNobodyIsTold) {
  const std::string call = place();
  EXPECT_TRUE(switchboard.end(call));
  run_out();
  EXPECT_EQ(status(call), "canceled");
  EXPECT_TRUE(asked.empty());
}

TEST_F(PlacedCall, MayBringItsDocumentAlong) {
  const std::string call = switchboard.place(
      {.to = ana, .from = our_number, .twiml = "<Response><Say>Hello Ana</Say></Response>"});
  run(seconds(3));
  switchboard.answer(call);
  EXPECT_EQ(transcript(call).back(), "say Hello Ana");
  run_out();
  EXPECT_TRUE(asked.empty());
  EXPECT_TRUE(complaints().empty());
}

TEST_F(PlacedCall, ADocumentBroughtAlongThatIsNoneIsApologisedFor) {
  const std::string call = switchboard.place(
      {.to = ana, .from = our_number, .twiml = "<Response><Say>Hello</Response>"});
  run(seconds(3));
  switchboard.answer(call);
  EXPECT_TRUE(transcript(call).back().starts_with("error We are sorry")) << transcript(call).back();
  EXPECT_EQ(status(call), "in-progress");
  run_out();
  EXPECT_EQ(complaints(), (Codes{12100}));
  EXPECT_EQ(status(call), "completed");
}

TEST_F(PlacedCall, ADocumentBroughtAlongHasNoRelativeAddresses) {
  const std::string call = switchboard.place(
      {.to = ana, .from = our_number, .twiml = "<Response><Redirect>next</Redirect></Response>"});
  run(seconds(3));
  switchboard.answer(call);
  run_out();
  EXPECT_EQ(complaints(), (Codes{11100}));
}

TEST_F(PlacedCall, AnIncomingCallIsNotAnsweredOrDeclinedByItsCaller) {
  says("<Pause length=\"5\"/>");
  const std::string call = ring();
  EXPECT_FALSE(switchboard.answer(call));
  EXPECT_FALSE(switchboard.decline(call));
}

}  // namespace
}  // namespace simulator
