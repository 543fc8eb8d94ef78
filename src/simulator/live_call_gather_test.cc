#include <gtest/gtest.h>

#include "simulator/live_call_test.h"

namespace simulator {
namespace {

class GatherOnACall : public testing::Test, protected SmallWorld {
 protected:
  /// The call, with the Gather's prompt already heard.
  std::string asks(const std::string& attributes, const std::string& inside = "") {
    says("<Gather action=\"digits\" " + attributes + ">" + inside +
         "</Gather><Say>next verb</Say>");
    page("/voice/digits", "<Say>thanks</Say>");
    return ring();
  }
  std::string digits() const {
    const auto actions = asked_for("Gather action");
    return actions.size() == 1 ? param(actions[0], "Digits")
                               : std::to_string(actions.size()) + " actions";
  }
};

TEST_F(GatherOnACall, NothingEnteredGoesOnWithTheNextVerb) {
  const std::string call = asks("");
  run(milliseconds(4'999));
  EXPECT_EQ(doing(call), "gathering");
  run(milliseconds(1));
  EXPECT_EQ(doing(call), "saying");
  EXPECT_EQ(transcript(call).back(), "say next verb");
  EXPECT_EQ(digits(), "0 actions");
}

TEST_F(GatherOnACall, GatherWithOnlyTheFinishKeyGoesOn) {
  const std::string call = asks("");
  switchboard.press(call, "#");
  run({});
  EXPECT_EQ(transcript(call).back(), "say next verb");
  EXPECT_EQ(digits(), "0 actions");
}

TEST_F(GatherOnACall, KeysThenTimeoutAreTheKeysSoFar) {
  const std::string call = asks("timeout=\"3\"");
  switchboard.press(call, "12");
  run(seconds(2));
  switchboard.press(call, "3");
  run(milliseconds(2'999));
  EXPECT_EQ(digits(), "0 actions");  // the patience began again with the last key
  run(milliseconds(1));
  EXPECT_EQ(digits(), "123");
  EXPECT_EQ(param(asked_for("Gather action")[0], "FinishedOnKey"), "");
}

TEST_F(GatherOnACall, TheFinishKeyEndsItAndIsNotAmongTheDigits) {
  const std::string call = asks("");
  switchboard.press(call, "42#");
  run({});
  EXPECT_EQ(digits(), "42");
  const Webhook action = asked_for("Gather action")[0];
  EXPECT_EQ(param(action, "FinishedOnKey"), "#");
  EXPECT_EQ(param(action, "msg"), "Gather End");
  EXPECT_EQ(param(action, "CallStatus"), "in-progress");
  EXPECT_EQ(action.to.url, "https://app.example/voice/digits");
  EXPECT_EQ(action.to.method, http::Method::post);
  EXPECT_FALSE(has_param(action, "CallToken"));
  EXPECT_EQ(transcript(call).back(), "say thanks");
}

TEST_F(GatherOnACall, TheNumberOfDigitsEndsItAtOnce) {
  const std::string call = asks("numDigits=\"2\"");
  switchboard.press(call, "123");
  run({});
  EXPECT_EQ(digits(), "12");
}

TEST_F(GatherOnACall, AnotherFinishKeyEndsItAndThePoundIsAKeyThen) {
  const std::string call = asks("finishOnKey=\"*\"");
  switchboard.press(call, "1#2*");
  run({});
  EXPECT_EQ(digits(), "1#2");
}

TEST_F(GatherOnACall, WithoutAFinishKeyOnlyTheTimeoutEndsIt) {
  const std::string call = asks("finishOnKey=\"\"");
  switchboard.press(call, "1#*");
  run(milliseconds(4'999));
  EXPECT_EQ(digits(), "0 actions");
  run(milliseconds(1));
  EXPECT_EQ(digits(), "1#*");
}

TEST_F(GatherOnACall, AnEmptyResultActsWhenAskedTo) {
  asks("actionOnEmptyResult=\"true\"");
  run(seconds(5));
  EXPECT_EQ(digits(), "");
}

TEST_F(GatherOnACall, ThePatienceBeginsAfterThePrompt) {
  const std::string call = asks("timeout=\"2\"", "<Pause length=\"7\"/><Say>one two</Say>");
  const milliseconds said = switchboard.view(call)->doing.until.value() - world.now;
  EXPECT_GT(said, seconds(9));
  run(said - milliseconds(1));
  EXPECT_EQ(doing(call), "gathering");
  run(milliseconds(1));
  EXPECT_EQ(transcript(call).back(), "say next verb");
}

TEST_F(GatherOnACall, TheFirstKeyStopsThePrompt) {
  const std::string call = asks("", "<Say>a long sentence that is cut</Say><Say>never heard</Say>");
  run(milliseconds(500));
  switchboard.press(call, "1");
  EXPECT_EQ(switchboard.view(call)->transcript[1].length, milliseconds(500));
  run(seconds(5));
  EXPECT_EQ(digits(), "1");
  EXPECT_EQ(transcript(call),
            (Strings{"answer", "say a long sentence that is cut", "keys 1", "say thanks"}));
}

TEST_F(GatherOnACall, ThePageSeesTheKeysSoFar) {
  const std::string call = asks("numDigits=\"4\"");
  switchboard.press(call, "12");
  const Doing doing = switchboard.view(call)->doing;
  EXPECT_EQ(doing.keys, "12");
  EXPECT_EQ(doing.num_digits, 4);
  EXPECT_EQ(doing.finish_on_key, "#");
  EXPECT_EQ(doing.until, world.now + seconds(5));
}

TEST_F(GatherOnACall, WithoutAnActionTheSameDocumentIsAskedByPost) {
  says("<Gather numDigits=\"1\"/>");
  world.numbers[0].voice.method = http::Method::get;
  const std::string call = ring();
  switchboard.press(call, "7");
  run({});
  const Webhook action = asked_for("Gather action").at(0);
  EXPECT_EQ(action.to.url, first_page);
  EXPECT_EQ(action.to.method, http::Method::post);
  EXPECT_EQ(doing(call), "gathering");
}

TEST_F(GatherOnACall, TheActionMayBeAGet) {
  const std::string call = asks("method=\"GET\" numDigits=\"1\"");
  switchboard.press(call, "7");
  EXPECT_EQ(asked_for("Gather action").at(0).to.method, http::Method::get);
}

TEST_F(GatherOnACall, HangingUpAsksNoAction) {
  const std::string call = asks("");
  switchboard.press(call, "12");
  switchboard.hang_up(call);
  run_out();
  EXPECT_EQ(order(), (Strings{"incoming call", "call completed"}));
}

TEST_F(GatherOnACall, SpeechEndsItOnlyWhereSpeechIsTaken) {
  const std::string call = asks("timeout=\"3\"");
  switchboard.speak(call, voice_of(seconds(1)));
  run(seconds(3));
  EXPECT_EQ(digits(), "0 actions");
  EXPECT_EQ(transcript(call).back(), "say next verb");
}

TEST_F(GatherOnACall, SpeechIsFollowedByItsSilenceAndComesWithoutWordsThatNobodyKnows) {
  const std::string call = asks("input=\"dtmf speech\" speechTimeout=\"2\"", "<Say>Speak!</Say>");
  switchboard.speak(call, voice_of(seconds(4)));
  switchboard.press(call, "1");  // the first kind wins
  run(milliseconds(5'999));
  EXPECT_TRUE(asked_for("Gather action").empty());
  run(milliseconds(1));
  const Webhook action = asked_for("Gather action").at(0);
  EXPECT_TRUE(has_param(action, "SpeechResult"));
  EXPECT_EQ(param(action, "SpeechResult"), "");
  EXPECT_FALSE(has_param(action, "Digits"));
}

TEST_F(GatherOnACall, SpeechComesWithItsWordsWhereTheyAreKnown) {
  const std::string call = asks("input=\"speech\" speechTimeout=\"1\"");
  switchboard.speak(call, voice_of(seconds(2)), "Ana Ruiz");
  run(seconds(5));
  const Webhook action = asked_for("Gather action").at(0);
  EXPECT_EQ(param(action, "SpeechResult"), "Ana Ruiz");
  EXPECT_EQ(param(action, "Confidence"), "0.9");
}

TEST_F(GatherOnACall, KeysWinOverSpeechWhenTheyComeFirst) {
  const std::string call = asks("input=\"speech dtmf\"");
  switchboard.press(call, "1");
  switchboard.speak(call, voice_of(seconds(1)));
  run(seconds(5));
  EXPECT_EQ(digits(), "1");
  EXPECT_FALSE(has_param(asked_for("Gather action")[0], "SpeechResult"));
}

TEST_F(GatherOnACall, AGatherOfSpeechTakesNoKeys) {
  const std::string call = asks("input=\"speech\" numDigits=\"1\"");
  switchboard.press(call, "1");
  run(seconds(5));
  EXPECT_EQ(digits(), "0 actions");
}

}  // namespace
}  // namespace simulator
