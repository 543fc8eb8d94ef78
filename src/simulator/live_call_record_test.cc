#include "simulator/live_call_record.h"

#include <gtest/gtest.h>

#include "simulator/live_call_test.h"
#include "simulator/sound.h"

namespace simulator {
namespace {

constexpr milliseconds beep{500};
constexpr std::size_t header = 44;
const std::string transcribed = "transcribe=\"true\" maxLength=\"119\" transcribeCallback=\"text\"";

class RecordOnACall : public testing::Test, protected SmallWorld {
 protected:
  /// The call, at the end of the beep.
  std::string records(const std::string& attributes) {
    says("<Record action=\"done\" recordingStatusCallback=\"recorded\" " + attributes +
         "/><Say>next verb</Say>");
    page("/voice/done", "<Say>thanks</Say>");
    const std::string call = ring();
    run(beep);
    return call;
  }
  Webhook action() const {
    const auto actions = asked_for("Record action");
    EXPECT_EQ(actions.size(), 1U);
    return actions.empty() ? Webhook() : actions[0];
  }
  const Recording& recording() const {
    EXPECT_EQ(world.recordings.size(), 1U);
    return world.recordings.at(0);
  }
};

TEST_F(RecordOnACall, AKeyEndsItAndTheCallerStaysOnTheLine) {
  const std::string call = records("");
  EXPECT_EQ(doing(call), "recording");
  switchboard.speak(call, voice_of(seconds(2)));
  run(seconds(3));
  switchboard.press(call, "5");
  run({});
  EXPECT_EQ(param(action(), "Digits"), "5");
  EXPECT_EQ(param(action(), "CallStatus"), "in-progress");
  EXPECT_EQ(param(action(), "RecordingDuration"), "3");
  EXPECT_EQ(param(action(), "RecordingSid"), recording().sid);
  EXPECT_EQ(param(action(), "RecordingUrl"), "http://provider.example/2010-04-01/Accounts/" +
                                                 world.account.sid + "/Recordings/" +
                                                 recording().sid);
  EXPECT_EQ(param(action(), "From"), ana);
  EXPECT_EQ(transcript(call).back(), "say thanks");
}

TEST_F(RecordOnACall, ABeepComesFirstUnlessItIsSwitchedOff) {
  says("<Record/>");
  const std::string call = ring();
  EXPECT_EQ(transcript(call).back(), "beep");
  EXPECT_EQ(doing(call), "playing");
  says("<Record playBeep=\"false\"/>");
  const std::string silent = ring();
  EXPECT_EQ(transcript(silent), (Strings{"answer"}));
  EXPECT_EQ(doing(silent), "recording");
}

TEST_F(RecordOnACall, OnlyItsOwnKeysEndIt) {
  const std::string call = records("finishOnKey=\"#*\"");
  switchboard.press(call, "123");
  EXPECT_EQ(doing(call), "recording");
  switchboard.press(call, "*");
  run({});
  EXPECT_EQ(param(action(), "Digits"), "*");
}

TEST_F(RecordOnACall, SilenceAfterSpeechEndsIt) {
  const std::string call = records("timeout=\"3\"");
  run(seconds(1));
  switchboard.speak(call, voice_of(seconds(4)));
  run(seconds(7) - milliseconds(1));
  EXPECT_TRUE(asked_for("Record action").empty());
  run(milliseconds(1));
  EXPECT_EQ(param(action(), "Digits"), "");
  EXPECT_EQ(param(action(), "RecordingDuration"), "8");
}

TEST_F(RecordOnACall, APauseInTheSpeechThatIsLongerThanTheTimeoutEndsIt) {
  const std::string call = records("timeout=\"2\"");
  switchboard.speak(call, voice_of(seconds(1)) + silence_of(seconds(4)) + voice_of(seconds(1)));
  run(seconds(3));
  EXPECT_EQ(param(action(), "RecordingDuration"), "3");
}

TEST_F(RecordOnACall, AShorterPauseDoesNot) {
  const std::string call = records("timeout=\"5\"");
  switchboard.speak(call, voice_of(seconds(1)) + silence_of(seconds(4)) + voice_of(seconds(1)));
  run(milliseconds(10'999));
  EXPECT_TRUE(asked_for("Record action").empty());
  run(milliseconds(1));
  EXPECT_EQ(param(action(), "RecordingDuration"), "11");
}

TEST_F(RecordOnACall, WithoutATimeoutOnlyTheGreatestLengthEndsIt) {
  records("timeout=\"0\" maxLength=\"60\"");
  run(milliseconds(59'999));
  EXPECT_TRUE(asked_for("Record action").empty());
  run(milliseconds(1));
  EXPECT_EQ(param(action(), "RecordingDuration"), "60");
  EXPECT_EQ(param(action(), "Digits"), "");
}

TEST_F(RecordOnACall, TheGreatestLengthEndsWhatIsStillBeingSaid) {
  const std::string call = records("maxLength=\"2\" trim=\"do-not-trim\"");
  switchboard.speak(call, voice_of(seconds(10)));
  run(seconds(2));
  EXPECT_EQ(param(action(), "RecordingDuration"), "2");
  EXPECT_EQ(recording().wav.size(), header + 2 * 16'000);
}

TEST_F(RecordOnACall, HangingUpAsksTheActionOfACompletedCallAndIgnoresItsAnswer) {
  const std::string call = records("");
  switchboard.speak(call, voice_of(seconds(2)));
  run(seconds(1));
  switchboard.hang_up(call);
  run_out();
  EXPECT_EQ(order(),
            (Strings{"incoming call", "Record action", "call completed", "recording completed"}));
  EXPECT_EQ(param(action(), "Digits"), "hangup");
  EXPECT_EQ(param(action(), "CallStatus"), "completed");
  EXPECT_EQ(recording().length, seconds(1));  // the rest was said to nobody
  EXPECT_EQ(transcript(call).back(), "hang_up");
  EXPECT_EQ(status(call), "completed");
}

TEST_F(RecordOnACall, TheWordOfTheRecordingComesWhenItsSoundCanBeFetched) {
  const std::string call = records("");
  switchboard.speak(call, silence_of(seconds(1)) + voice_of(seconds(3)));
  run(seconds(5));
  switchboard.press(call, "1");
  EXPECT_EQ(recording().status, "processing");
  EXPECT_EQ(recording().ready_at, world.now + world.chaos.media_delay);
  run(world.chaos.media_delay - milliseconds(1));
  EXPECT_TRUE(asked_for("recording completed").empty());
  run(milliseconds(1));
  EXPECT_EQ(recording().status, "completed");
  const Webhook word = asked_for("recording completed").at(0);
  EXPECT_EQ(word.to.url, "https://app.example/voice/recorded");
  EXPECT_EQ(word.expects, Expects::nothing);
  EXPECT_EQ(param(word, "RecordingStatus"), "completed");
  EXPECT_EQ(param(word, "RecordingDuration"), "3");  // without the silence at its ends
  EXPECT_EQ(param(word, "RecordingChannels"), "1");
  EXPECT_EQ(param(word, "RecordingSource"), "RecordVerb");
  EXPECT_EQ(param(word, "ErrorCode"), "0");
  EXPECT_EQ(param(word, "CallSid"), call);
  EXPECT_EQ(param(word, "RecordingStartTime").size(), 31U);
  for (const char* none : {"From", "To", "Direction", "CallStatus"})
    EXPECT_FALSE(has_param(word, none)) << none;
}

TEST_F(RecordOnACall, ItsSoundIsAWavOfWhatWasSaidAfterTheBeep) {
  says("<Record trim=\"do-not-trim\" playBeep=\"true\"/>");
  const std::string call = ring();
  switchboard.speak(call, voice_of(milliseconds(1'500)));
  run(beep + milliseconds(2'000));
  switchboard.press(call, "#");
  EXPECT_EQ(recording().wav, wav_of(voice_of(milliseconds(1'500)).substr(500 * 16) +
                                    silence_of(milliseconds(1'000))));
}

TEST_F(RecordOnACall, SilenceAloneIsKeptByDefaultAndActs) {
  const std::string call = records("");
  run(seconds(5));
  EXPECT_EQ(param(action(), "RecordingDuration"), "5");
  EXPECT_EQ(recording().wav, wav_of(silence_of(seconds(5))));
  EXPECT_EQ(transcript(call).back(), "say thanks");
}

TEST_F(RecordOnACall, SilenceAloneIsDroppedWhereAnAccountDoes) {
  world.chaos.drops_silent_recordings = true;
  const std::string call = records("recordingStatusCallbackEvent=\"completed absent\"");
  run(seconds(5));
  EXPECT_EQ(transcript(call).back(), "say next verb");
  run_out();
  EXPECT_EQ(order(), (Strings{"incoming call", "recording absent", "call completed"}));
  EXPECT_FALSE(has_param(asked_for("recording absent")[0], "RecordingDuration"));
  EXPECT_EQ(param(asked_for("recording absent")[0], "ErrorCode"), "16102");
  EXPECT_EQ(recording().status, "absent");
  EXPECT_EQ(recording().error_code, 16102);
}

TEST_F(RecordOnACall, OneThatHadNotBegunIsAbsentForAnotherReason) {
  world.chaos.drops_silent_recordings = true;
  says("<Record recordingStatusCallback=\"recorded\" recordingStatusCallbackEvent=\"absent\"/>");
  const std::string call = ring();
  run(milliseconds(100));
  switchboard.hang_up(call);
  run_out();
  EXPECT_EQ(param(asked_for("recording absent").at(0), "ErrorCode"), "16101");
}

TEST_F(RecordOnACall, HangingUpWithoutAWordIsAbsentWhereAnAccountDropsSilence) {
  world.chaos.drops_silent_recordings = true;
  const std::string call = records("");
  switchboard.hang_up(call);
  run_out();
  EXPECT_EQ(order(), (Strings{"incoming call", "call completed"}));
}

TEST_F(RecordOnACall, HangingUpDuringTheBeepIsARecordingWithoutLength) {
  says("<Record action=\"done\"/>");
  const std::string call = ring();
  run(milliseconds(100));
  switchboard.hang_up(call);
  EXPECT_EQ(param(action(), "RecordingDuration"), "0");
  EXPECT_EQ(recording().wav.size(), header);
}

TEST_F(RecordOnACall, EachEventIsToldThatWasAskedFor) {
  const std::string call = records("recordingStatusCallbackEvent=\"in-progress completed\"");
  run({});
  EXPECT_EQ(asked_for("recording in-progress").size(), 1U);
  EXPECT_EQ(recording().status, "in-progress");
  switchboard.press(call, "1");
  run_out();
  EXPECT_EQ(asked_for("recording completed").size(), 1U);
}

TEST_F(RecordOnACall, WithoutAnAddressNobodyIsTold) {
  says("<Record/>");
  const std::string call = ring();
  run(seconds(1));
  switchboard.hang_up(call);
  run_out();
  EXPECT_EQ(order(), (Strings{"incoming call", "Record action", "call completed"}));
}

TEST_F(RecordOnACall, WhatIsKnownToBeSaidIsTranscribedLater) {
  const std::string call = records(transcribed);
  switchboard.speak(call, voice_of(seconds(2)), "I have a fever.");
  switchboard.speak(call, voice_of(seconds(2)), "Sorry.");
  run(seconds(4));
  switchboard.press(call, "1");
  EXPECT_EQ(recording().transcription->status, "in-progress");
  EXPECT_EQ(recording().transcription->text, "");
  run(world.chaos.media_delay + world.chaos.transcription_delay - milliseconds(1));
  EXPECT_TRUE(asked_for("transcription completed").empty());
  run(milliseconds(1));
  const Webhook word = asked_for("transcription completed").at(0);
  EXPECT_EQ(param(word, "TranscriptionStatus"), "completed");
  EXPECT_EQ(param(word, "TranscriptionText"), "I have a fever. Sorry.");
  EXPECT_EQ(param(word, "TranscriptionSid"), recording().transcription->sid);
  EXPECT_EQ(recording().transcription->status, "completed");
  EXPECT_EQ(recording().transcription->text, "I have a fever. Sorry.");
}

TEST_F(RecordOnACall, OnlyWhatWasRecordedIsTranscribed) {
  says("<Say>Wait for the beep.</Say><Record action=\"done\" " + transcribed + "/>");
  page("/voice/done", "<Say>thanks</Say>");
  const std::string call = ring();
  switchboard.speak(call, voice_of(milliseconds(200)), "Hello?");
  run(seconds(4));
  EXPECT_EQ(doing(call), "recording");
  switchboard.speak(call, voice_of(seconds(4)), "I have a fever.");
  run(seconds(4));
  switchboard.press(call, "1");
  run_out();
  EXPECT_EQ(recording().transcription->text, "I have a fever.");
}

TEST_F(RecordOnACall, OnABadDayTheTranscriptionFails) {
  world.chaos.fails_transcriptions = true;
  const std::string call = records(transcribed);
  switchboard.speak(call, voice_of(seconds(4)), "I have a fever.");
  run(seconds(4));
  switchboard.press(call, "1");
  run_out();
  EXPECT_FALSE(has_param(asked_for("transcription failed").at(0), "TranscriptionText"));
  EXPECT_EQ(recording().transcription->status, "failed");
}

TEST_F(RecordOnACall, NobodyKnowsWhatAMicrophoneHeardAndItsTranscriptionFails) {
  const std::string call = records(transcribed);
  switchboard.speak(call, voice_of(seconds(2)), "I have a fever.");
  switchboard.speak(call, voice_of(seconds(2)));
  run(seconds(4));
  switchboard.press(call, "1");
  run_out();
  const Webhook word = asked_for("transcription failed").at(0);
  EXPECT_EQ(word.to.url, "https://app.example/voice/text");
  EXPECT_EQ(param(word, "TranscriptionStatus"), "failed");
  EXPECT_EQ(param(word, "RecordingSid"), recording().sid);
  EXPECT_EQ(param(word, "url"), "https://app.example/voice/text");
  EXPECT_EQ(param(word, "TranscriptionSid").substr(0, 2), "TR");
  EXPECT_EQ(param(word, "From"), ana);
  EXPECT_EQ(param(word, "CallStatus"), "completed");  // as it is by then
  EXPECT_TRUE(complaints().empty());
}

TEST_F(RecordOnACall, ATranscriptionOfASecondIsWarnedOf) {
  const std::string call = records(transcribed);
  run(seconds(1));
  switchboard.press(call, "1");
  EXPECT_EQ(complaints(), (Codes{13617}));
}

TEST_F(RecordOnACall, AnAddressThatIsNoneIsComplainedOf) {
  says(
      "<Record recordingStatusCallback=\"ftp://x.example/\" "
      "transcribeCallback=\"http://a_b.example/\"/>");
  ring();
  EXPECT_EQ(complaints(), (Codes{13256, 13257}));
}

TEST_F(RecordOnACall, ARedirectionFromOutsideKeepsWhatWasSaid) {
  const std::string call = records("");
  page("/voice/elsewhere", "<Say>elsewhere</Say>");
  switchboard.speak(call, voice_of(seconds(1)));
  run(seconds(1));
  EXPECT_TRUE(switchboard.redirect(call, {"https://app.example/voice/elsewhere"}));
  run_out();
  EXPECT_TRUE(asked_for("Record action").empty());
  EXPECT_EQ(asked_for("recording completed").size(), 1U);
  EXPECT_EQ(transcript(call).at(transcript(call).size() - 2), "say elsewhere");
}

}  // namespace
}  // namespace simulator
