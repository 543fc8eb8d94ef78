#include "simulator/live_call_callbacks.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "simulator/live_call_test.h"

namespace simulator {
namespace {

class MishapsOfCallbacks : public testing::Test, protected SmallWorld {
 protected:
  /// A call that leaves a recording, by hanging up.
  std::string leaves_a_message() {
    says("<Record action=\"done\" recordingStatusCallback=\"recorded\"/>");
    page("/voice/done", "");
    const std::string call = ring();
    run(seconds(2));
    switchboard.hang_up(call);
    return call;
  }
};

TEST_F(MishapsOfCallbacks, LateOnesLeaveSoMuchLater) {
  world.chaos.callback_delay = seconds(30);
  leaves_a_message();
  run(seconds(29));
  EXPECT_EQ(order(), (Strings{"incoming call", "Record action"}));
  run(seconds(1));
  EXPECT_EQ(order().back(), "call completed");
  run(world.chaos.media_delay);
  EXPECT_EQ(order().back(), "recording completed");
}

TEST_F(MishapsOfCallbacks, LostOnesNeverLeave) {
  world.chaos.lose_callbacks_percent = 100;
  leaves_a_message();
  run_out();
  EXPECT_EQ(order(), (Strings{"incoming call", "Record action"}));
}

TEST_F(MishapsOfCallbacks, SomeAreLost) {
  world.chaos.lose_callbacks_percent = 50;
  says("<Hangup/>");
  for (int count = 0; count < 200; ++count) ring();
  const auto left = asked_for("call completed").size();
  EXPECT_GT(left, 50U);
  EXPECT_LT(left, 150U);
}

TEST_F(MishapsOfCallbacks, ReorderedOnesLeaveTheOtherWayRound) {
  world.chaos.reorders_callbacks = true;
  leaves_a_message();
  run_out();
  EXPECT_EQ(order(),
            (Strings{"incoming call", "recording completed", "call completed", "Record action"}));
}

TEST_F(MishapsOfCallbacks, AReorderedOneThatIsAloneLeavesAllTheSame) {
  world.chaos.reorders_callbacks = true;
  says("<Hangup/>");
  ring();
  run_out();
  EXPECT_EQ(order(), (Strings{"incoming call", "call completed"}));
}

TEST_F(MishapsOfCallbacks, ThoseOfACallThatIsForgottenLeaveAllTheSame) {
  world.chaos.callback_delay = seconds(30);
  says("<Hangup/>");
  for (int count = 0; count < 400; ++count) ring();
  run_out();
  EXPECT_EQ(asked_for("call completed").size(), 400U);
}

TEST_F(MishapsOfCallbacks, ACallbackThatFailsIsAWarning) {
  world.deliver = [](Webhook webhook, const std::function<void(const Outcome&)>& then) {
    if (webhook.expects == Expects::nothing) then({.fault = Fault{11200, "404"}});
  };
  const std::string call = ring();
  switchboard.hang_up(call);
  run_out();
  EXPECT_EQ(complaints(), (Codes{15003}));
  EXPECT_FALSE(world.complaints[0].is_error);
}

TEST_F(MishapsOfCallbacks, TheAnswerToAStatusIsNothingOrAnEmptyDocument) {
  for (const http::Response& fine : {http::Response{.status = 204}, document(""),
                                     http::Response{.content_type = "text/xml; charset=utf-8",
                                                    .body = "<Response> </Response>"}})
    EXPECT_FALSE(judge_status_answer(fine)) << fine.body;
  for (const http::Response& odd :
       {http::Response{}, http::Response{.status = 202}, document("<Say>Hello</Say>"),
        document("words"), http::Response{.content_type = "text/xml", .body = "<Respons/>"},
        http::Response{.content_type = "text/plain", .body = "<Response/>"}}) {
    const auto fault = judge_status_answer(odd);
    ASSERT_TRUE(fault) << odd.body;
    EXPECT_EQ(fault->code, 15003);
  }
  says("<Hangup/>");
  ring();
  EXPECT_TRUE(asked_for("call completed").at(0).judge);
}

}  // namespace
}  // namespace simulator
