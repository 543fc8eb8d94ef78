#include <gtest/gtest.h>

#include "simulator/live_call_test.h"
#include "simulator/speech_time.h"

namespace simulator {
namespace {

class VerbsOfACall : public testing::Test, protected SmallWorld {};

TEST_F(VerbsOfACall, ASayTakesAsLongAsItsWords) {
  says("<Say voice=\"Polly.Lupe\" language=\"es-US\">Hola, gracias.</Say>");
  const std::string call = ring();
  const milliseconds length = speech_time("Hola, gracias.", "es-US");
  const Heard said = switchboard.view(call)->transcript.at(1);
  EXPECT_EQ(said.voice, "Polly.Lupe");
  EXPECT_EQ(said.language, "es-US");
  EXPECT_EQ(said.length, length);
  run(length - milliseconds(1));
  EXPECT_EQ(doing(call), "saying");
  run(milliseconds(1));
  EXPECT_EQ(doing(call), "over");
}

TEST_F(VerbsOfACall, ASayIsRepeated) {
  says("<Say loop=\"3\">Again</Say>");
  const std::string call = ring();
  run_out();
  EXPECT_EQ(transcript(call),
            (Strings{"answer", "say Again", "say Again", "say Again", "hang_up"}));
}

TEST_F(VerbsOfACall, ASayForEverIsHeardAThousandTimes) {
  says("<Say loop=\"0\">x</Say>");
  const std::string call = ring();
  run_out();
  EXPECT_EQ(transcript(call).size(), 1002U);
  EXPECT_EQ(status(call), "completed");
}

TEST_F(VerbsOfACall, APlayIsHeardWithItsWholeAddress) {
  says("<Play>/sounds/hello.mp3</Play><Play digits=\"1w2\"/>");
  const std::string call = ring();
  EXPECT_EQ(doing(call), "playing");
  run_out();
  EXPECT_EQ(transcript(call), (Strings{"answer", "play https://app.example/sounds/hello.mp3",
                                       "play 1w2", "hang_up"}));
}

http::Response wav(milliseconds length) {
  return {.content_type = "audio/wav; rate=8000", .body = wav_of(silence_of(length))};
}

TEST_F(VerbsOfACall, APlayIsFetchedOnceWithoutTheCallsParametersAndTakesItsLength) {
  page("/hello.wav", wav(seconds(4)));
  says("<Play loop=\"2\">/hello.wav</Play><Say>on</Say>");
  const std::string call = ring();
  const auto fetched = asked_for("Play");
  ASSERT_EQ(fetched.size(), 1U);
  EXPECT_EQ(fetched[0].to.url, "https://app.example/hello.wav");
  EXPECT_EQ(fetched[0].to.method, http::Method::get);
  EXPECT_TRUE(fetched[0].params.empty());
  run(milliseconds(7'999));
  EXPECT_EQ(doing(call), "playing");
  run(milliseconds(1));
  EXPECT_EQ(transcript(call).back(), "say on");
  EXPECT_EQ(asked_for("Play").size(), 1U);
}

TEST_F(VerbsOfACall, APlayOfWhatIsNoSoundIsLeftOut) {
  page("/hello.wav", http::Response{.content_type = "text/html", .body = "<html/>"});
  says("<Play>/hello.wav</Play><Say>on</Say>");
  const std::string call = ring();
  EXPECT_EQ(transcript(call), (Strings{"answer", "say on"}));
  EXPECT_EQ(complaints(), (Codes{13420}));
}

TEST_F(VerbsOfACall, AGatherPlaysWhatItFetchesAndThenWaits) {
  page("/menu.wav", wav(seconds(6)));
  says("<Gather action=\"/done\" numDigits=\"1\" timeout=\"2\"><Play>/menu.wav</Play></Gather>");
  const std::string call = ring();
  run(milliseconds(7'999));
  EXPECT_EQ(doing(call), "gathering");
  run(milliseconds(1));
  EXPECT_EQ(doing(call), "over");
}

TEST_F(VerbsOfACall, HangingUpWhileASoundIsFetchedEndsTheCall) {
  page("/hello.wav", wav(seconds(4)));
  page("/next", "<Play>/hello.wav</Play><Say>on</Say>");
  says("<Pause length=\"2\"/><Redirect>/next</Redirect>");
  const std::string call = ring();
  run(seconds(2));
  is_slow = true;
  run(seconds(1));
  switchboard.hang_up(call);
  is_slow = false;
  run_out();
  EXPECT_EQ(transcript(call).back(), "hang_up");
  EXPECT_EQ(status(call), "completed");
}

TEST_F(VerbsOfACall, APlayOfNoAddressIsLeftOut) {
  says("<Play>ftp://x.example/a.mp3</Play><Say>on</Say>");
  const std::string call = ring();
  EXPECT_EQ(transcript(call).back(), "say on");
  EXPECT_EQ(complaints(), (Codes{11100}));
}

TEST_F(VerbsOfACall, AnAnswerThatIsSoundIsPlayedAndThenItHangsUp) {
  page("/voice/incoming", http::Response{.content_type = "audio/mpeg", .body = "ID3"});
  const std::string call = ring();
  run_out();
  EXPECT_EQ(transcript(call), (Strings{"answer", "play " + first_page, "hang_up"}));
}

TEST_F(VerbsOfACall, AnAnswerThatIsPlainTextIsReadAloud) {
  page("/voice/incoming",
       http::Response{.content_type = "text/plain; charset=utf-8", .body = "Hello\nyou"});
  const std::string call = ring();
  EXPECT_EQ(transcript(call).back(), "say Hello you");
}

TEST_F(VerbsOfACall, ALeadingPauseDelaysTheAnswer) {
  says("<Pause length=\"4\"/><Say>now</Say>");
  const std::string call = ring();
  run(milliseconds(3'999));
  EXPECT_EQ(status(call), "ringing");
  EXPECT_EQ(doing(call), "ringing");
  EXPECT_TRUE(transcript(call).empty());
  run(milliseconds(1));
  EXPECT_EQ(status(call), "in-progress");
  EXPECT_EQ(transcript(call), (Strings{"answer", "say now"}));
}

TEST_F(VerbsOfACall, APauseWithinTheCallIsSilence) {
  says("<Say>one</Say><Pause length=\"2\"/>");
  const std::string call = ring();
  run(speech_time("one", "en-US"));
  EXPECT_EQ(doing(call), "pausing");
  run(seconds(2));
  EXPECT_EQ(doing(call), "over");
}

TEST_F(VerbsOfACall, ARedirectGoesOnWithAnotherDocument) {
  says("<Redirect>\n  next?a=1&amp;b=2\n</Redirect><Say>unreachable</Say>");
  page("/voice/next?a=1&b=2", "<Say>there</Say>");
  const std::string call = ring();
  const Webhook asked = asked_for("Redirect").at(0);
  EXPECT_EQ(asked.to.url, "https://app.example/voice/next?a=1&b=2");
  EXPECT_EQ(asked.to.method, http::Method::post);
  EXPECT_EQ(param(asked, "CallStatus"), "in-progress");
  EXPECT_EQ(transcript(call).back(), "say there");
}

TEST_F(VerbsOfACall, ARedirectMayBeAGetAndRelativeToTheNewDocument) {
  says("<Redirect method=\"GET\">deep/first</Redirect>");
  page("/voice/deep/first", "<Redirect>second</Redirect>");
  page("/voice/deep/second", "<Say>there</Say>");
  const std::string call = ring();
  EXPECT_EQ(asked_for("Redirect").at(0).to.method, http::Method::get);
  EXPECT_EQ(transcript(call).back(), "say there");
}

TEST_F(VerbsOfACall, ARedirectKeepsTheConnectionOverrides) {
  says("<Redirect>next#rc=3&amp;rp=all</Redirect>");
  page("/voice/next", "<Say>there</Say>");
  ring();
  EXPECT_EQ(asked_for("Redirect").at(0).to.url, "https://app.example/voice/next#rc=3&rp=all");
}

TEST_F(VerbsOfACall, HangupAnswersAndEnds) {
  says("<Hangup/><Say>unreachable</Say>");
  const std::string call = ring();
  EXPECT_EQ(transcript(call), (Strings{"answer", "hang_up"}));
  EXPECT_EQ(status(call), "completed");
}

TEST_F(VerbsOfACall, TheEndOfTheDocumentHangsUp) {
  says("");
  const std::string call = ring();
  EXPECT_EQ(transcript(call), (Strings{"answer", "hang_up"}));
  EXPECT_EQ(status(call), "completed");
}

TEST_F(VerbsOfACall, ALeadingRejectDoesNotAnswer) {
  says("<Reject/>");
  const std::string rejected = ring();
  EXPECT_EQ(status(rejected), "no-answer");
  EXPECT_FALSE(switchboard.view(rejected)->record.started);
  says("<Reject reason=\"busy\"/>");
  const std::string busy = ring();
  EXPECT_EQ(status(busy), "busy");
  run_out();
  EXPECT_EQ(param(asked_for("call busy").at(0), "CallDuration"), "0");
}

TEST_F(VerbsOfACall, ALaterRejectIsAHangup) {
  says("<Say>no</Say><Reject reason=\"busy\"/>");
  const std::string call = ring();
  run_out();
  EXPECT_EQ(status(call), "completed");
}

TEST_F(VerbsOfACall, TheSameAddressAgainIsTheWholeOneAndARelativeOneKeepsItsUser) {
  world.numbers[0].voice.url = "https://me:pw@app.example/voice/incoming#rc=2";
  pages["https://me:pw@app.example/voice/incoming"] =
      document("<Record playBeep=\"false\" maxLength=\"1\"/>");
  const std::string again = ring();
  run(seconds(1));
  EXPECT_EQ(asked_for("Record action").at(0).to.url, world.numbers[0].voice.url);
  switchboard.hang_up(again);
  pages["https://me:pw@app.example/voice/incoming"] = document("<Redirect>next</Redirect>");
  ring();
  EXPECT_EQ(asked_for("Redirect").at(0).to.url, "https://me:pw@app.example/voice/next");
}

TEST_F(VerbsOfACall, ASoundIsHeardWithoutThePasswordOfItsAddress) {
  world.numbers[0].voice.url = "https://me:pw@app.example/voice/incoming#rc=2";
  pages["https://me:pw@app.example/voice/incoming"] =
      http::Response{.content_type = "audio/mpeg", .body = "ID3"};
  EXPECT_EQ(transcript(ring()).back(), "play https://app.example/voice/incoming");
}

TEST_F(VerbsOfACall, ADialIsNotAnsweredByAnybody) {
  says("<Dial timeout=\"10\" action=\"dialled\">+15550100777</Dial>");
  page("/voice/dialled", "<Say>nobody</Say>");
  const std::string call = ring();
  EXPECT_EQ(status(call), "in-progress");
  run(milliseconds(9'999));
  EXPECT_TRUE(asked_for("Dial action").empty());
  run(milliseconds(1));
  const Webhook action = asked_for("Dial action").at(0);
  EXPECT_EQ(param(action, "DialCallStatus"), "no-answer");
  EXPECT_EQ(param(action, "DialCallSid").substr(0, 2), "CA");
  EXPECT_EQ(transcript(call).back(), "say nobody");
}

TEST_F(VerbsOfACall, ADialWithoutAnActionGoesOn) {
  says("<Dial>+15550100777</Dial><Say>on</Say>");
  const std::string call = ring();
  run(seconds(30));
  EXPECT_EQ(transcript(call).back(), "say on");
}

TEST_F(VerbsOfACall, StartAndStopDoNotBlock) {
  says("<Start><Transcription statusCallbackUrl=\"/t\"/></Start><Say>on</Say><Stop/>");
  const std::string call = ring();
  EXPECT_EQ(transcript(call).back(), "say on");
  EXPECT_TRUE(complaints().empty());
}

TEST_F(VerbsOfACall, SmsAndUnknownVerbsAreWarnedOfAndIgnored) {
  says("<Sms>hi</Sms><say>wrong case</say><Say Voice=\"man\">on</Say>");
  const std::string call = ring();
  EXPECT_EQ(transcript(call).back(), "say on");
  EXPECT_EQ(complaints(), (Codes{12200, 12200, 12200}));
  EXPECT_FALSE(world.complaints[0].is_error);
  EXPECT_EQ(world.complaints[0].subject, call);
}

TEST_F(VerbsOfACall, KeysOutsideOfAGatherAreLost) {
  says("<Say>listen to me first</Say><Gather numDigits=\"1\" action=\"digits\"/>");
  const std::string call = ring();
  switchboard.press(call, "1");
  run(speech_time("listen to me first", "en-US"));
  EXPECT_EQ(doing(call), "gathering");
  EXPECT_EQ(switchboard.view(call)->doing.keys, "");
}

}  // namespace
}  // namespace simulator
