#include <gtest/gtest.h>

#include "simulator/twiml.h"

namespace simulator {
namespace {

using std::chrono::seconds;

VoiceDocument read(const std::string& verbs) {
  return read_voice_document(
      {.content_type = "text/xml", .body = "<Response>" + verbs + "</Response>"}, "");
}
std::vector<int> codes_of(const std::string& verbs) {
  std::vector<int> codes;
  for (const Finding& finding : read(verbs).findings) codes.push_back(finding.fault.code);
  return codes;
}
template <class OneVerb>
OneVerb only(const std::string& verbs) {
  const VoiceDocument document = read(verbs);
  EXPECT_EQ(document.verbs.size(), 1U) << verbs;
  EXPECT_TRUE(document.findings.empty()) << document.findings.at(0).fault.message;
  return std::get<OneVerb>(document.verbs.at(0));
}

TEST(VoiceDocument, ASayHasItsDefaults) {
  const auto say = only<verb::Say>("<Say> Hello,\n  you <!-- not this --></Say>");
  EXPECT_EQ(say.words, "Hello, you");
  EXPECT_EQ(say.voice, "man");
  EXPECT_EQ(say.language, "en-US");
  EXPECT_EQ(say.loop, 1);
}

TEST(VoiceDocument, ASayOfMarkedSpeechIsItsWords) {
  const auto say = only<verb::Say>(
      "<Say voice=\"Polly.Joanna\">Key <prosody rate=\"slow\">one <break/>"
      "<say-as interpret-as=\"digits\">12</say-as></prosody> now</Say>");
  EXPECT_EQ(say.words, "Key one 12 now");
  EXPECT_EQ(codes_of("<Say>a <b>bold</b> word</Say>"), std::vector<int>{12200});
}

TEST(VoiceDocument, LoopsAreAtMostAThousandAndZeroIsThat) {
  EXPECT_EQ(only<verb::Say>("<Say loop=\"0\">x</Say>").loop, 1000);
  EXPECT_EQ(only<verb::Play>("<Play loop=\"7\">a.mp3</Play>").loop, 7);
  EXPECT_EQ(codes_of("<Say loop=\"-1\">x</Say>"), std::vector<int>{13510});
  EXPECT_EQ(codes_of("<Play loop=\"x\">a.mp3</Play>"), std::vector<int>{13410});
}

TEST(VoiceDocument, AGatherHasItsDefaults) {
  const auto gather = only<verb::Gather>("<Gather/>");
  EXPECT_EQ(gather.action.url, "");
  EXPECT_EQ(gather.action.method, http::Method::post);
  EXPECT_TRUE(gather.takes_keys);
  EXPECT_FALSE(gather.takes_speech);
  EXPECT_EQ(gather.timeout, seconds(5));
  EXPECT_FALSE(gather.num_digits);
  EXPECT_EQ(gather.finish_on_key, "#");
  EXPECT_FALSE(gather.action_on_empty_result);
}

TEST(VoiceDocument, AGatherIsReadWithItsPrompts) {
  const auto gather = only<verb::Gather>(
      "<Gather action=\"/a?b=1&amp;c=2\" method=\"GET\" input=\"dtmf speech\" timeout=\"7\" "
      "numDigits=\"4\" finishOnKey=\"\" actionOnEmptyResult=\"true\" speechTimeout=\"3\" "
      "language=\"es-US\"><Say>one</Say><Pause length=\"2\"/><Play>b.wav</Play></Gather>");
  EXPECT_EQ(gather.action.url, "/a?b=1&c=2");
  EXPECT_EQ(gather.action.method, http::Method::get);
  EXPECT_TRUE(gather.takes_speech);
  EXPECT_EQ(gather.timeout, seconds(7));
  EXPECT_EQ(gather.num_digits, 4);
  EXPECT_EQ(gather.finish_on_key, "");
  EXPECT_TRUE(gather.action_on_empty_result);
  EXPECT_EQ(gather.speech_timeout, seconds(3));
  EXPECT_EQ(gather.prompts.size(), 3U);
  EXPECT_EQ(std::get<verb::Pause>(gather.prompts[1]).length, seconds(2));
}

TEST(VoiceDocument, ARecordHasItsDefaults) {
  const auto record = only<verb::Record>("<Record/>");
  EXPECT_EQ(record.timeout, seconds(5));
  EXPECT_EQ(record.finish_on_key, "1234567890*#");
  EXPECT_EQ(record.max_length, seconds(3600));
  EXPECT_TRUE(record.play_beep);
  EXPECT_TRUE(record.trims_silence);
  EXPECT_EQ(record.status_events, std::vector<std::string>{"completed"});
  EXPECT_FALSE(record.transcribe);
}

TEST(VoiceDocument, ARecordIsReadWhole) {
  const auto record = only<verb::Record>(
      "<Record action=\"a\" timeout=\"0\" finishOnKey=\"#1\" maxLength=\"119\" playBeep=\"false\" "
      "trim=\"do-not-trim\" recordingStatusCallback=\"b\" recordingStatusCallbackMethod=\"GET\" "
      "recordingStatusCallbackEvent=\" in-progress  absent \" transcribe=\"true\" "
      "transcribeCallback=\"c\"/>");
  EXPECT_EQ(record.timeout, seconds(0));
  EXPECT_EQ(record.finish_on_key, "#1");
  EXPECT_FALSE(record.play_beep);
  EXPECT_FALSE(record.trims_silence);
  EXPECT_EQ(record.status_callback.url, "b");
  EXPECT_EQ(record.status_callback.method, http::Method::get);
  EXPECT_EQ(record.status_events, (std::vector<std::string>{"in-progress", "absent"}));
  EXPECT_TRUE(record.transcribe);
  EXPECT_EQ(record.transcribe_callback, "c");
}

TEST(VoiceDocument, ATranscribedRecordIsTwoMinutesWhenItDoesNotSay) {
  EXPECT_EQ(only<verb::Record>("<Record transcribe=\"true\"/>").max_length, seconds(120));
  const auto document = read("<Record transcribe=\"true\" maxLength=\"long\"/>");
  EXPECT_EQ(std::get<verb::Record>(document.verbs.at(0)).max_length, seconds(120));
}

struct BadValue {
  const char* verb;
  int code;
};

TEST(VoiceDocument, AValueThatIsNotAllowedIsWarnedOfWithItsOwnCode) {
  for (const BadValue& bad : {BadValue{"<Gather finishOnKey=\"12\"/>", 13310},
                              {"<Gather finishOnKey=\"a\"/>", 13310},
                              {"<Gather method=\"PUT\"/>", 13312},
                              {"<Gather method=\"post\"/>", 13312},
                              {"<Gather timeout=\"0\"/>", 13313},
                              {"<Gather timeout=\"5s\"/>", 13313},
                              {"<Gather numDigits=\"0\"/>", 13314},
                              {"<Gather numDigits=\"99999999999999\"/>", 13314},
                              {"<Gather><Record/></Gather>", 13320},
                              {"<Gather><Gather/></Gather>", 13320},
                              {"<Gather><Say voice=\"robot\">x</Say></Gather>", 13321},
                              {"<Gather><Say loop=\"many\">x</Say></Gather>", 13322},
                              {"<Gather input=\"voice\"/>", 13326},
                              {"<Gather speechTimeout=\"-1\"/>", 13327},
                              {"<Gather maxSpeechTime=\"61\"/>", 13328},
                              {"<Gather partialResultCallbackMethod=\"X\"/>", 13329},
                              {"<Gather language=\"en\"/>", 13331},
                              {"<Gather bargeIn=\"yes\"/>", 13332},
                              {"<Gather profanityFilter=\"no\"/>", 13333},
                              {"<Gather speechTimeout=\"auto\"/>", 13335},
                              {"<Gather actionOnEmptyResult=\"1\"/>", 13338},
                              {"<Play digits=\"1a\">x.wav</Play>", 13430},
                              {"<Say loop=\"1.5\">x</Say>", 13510},
                              {"<Say voice=\"Robot.One\">x</Say>", 13511},
                              {"<Say language=\"english\">x</Say>", 13512},
                              {"<Say/>", 13520},
                              {"<Say> <!-- --> </Say>", 13520},
                              {"<Record method=\"HEAD\"/>", 13610},
                              {"<Record timeout=\"-5\"/>", 13611},
                              {"<Record maxLength=\"0\"/>", 13612},
                              {"<Record maxLength=\"14401\"/>", 13612},
                              {"<Record finishOnKey=\"none\"/>", 13613},
                              {"<Record transcribe=\"yes\"/>", 13614},
                              {"<Record transcribe=\"true\" maxLength=\"120\"/>", 13615},
                              {"<Record playBeep=\"1\"/>", 13616},
                              {"<Record recordingStatusCallbackEvent=\"done\"/>", 13621},
                              {"<Record recordingStatusCallbackMethod=\"X\"/>", 13256},
                              {"<Record trim=\"true\"/>", 12200},
                              {"<Redirect method=\"get\">x</Redirect>", 13710},
                              {"<Reject reason=\"away\"/>", 13810},
                              {"<Pause length=\"-1\"/>", 13910},
                              {"<Pause length=\"\"/>", 13910},
                              {"<Dial timeout=\"0\">+1555</Dial>", 13212}}) {
    EXPECT_EQ(codes_of(bad.verb), std::vector<int>{bad.code}) << bad.verb;
  }
}

TEST(VoiceDocument, WhatIsNotInTheSchemaIsWarnedOfAndIgnored) {
  for (const char* verbs :
       {"<say>x</say>", "<SAY>x</SAY>", "<Sms>x</Sms>", "<Message>x</Message>", "<Enqueue/>",
        "<x:Say xmlns:x=\"urn:x\">x</x:Say>", "text", "<Play/>"}) {
    EXPECT_EQ(codes_of(verbs), std::vector<int>{12200}) << verbs;
    EXPECT_TRUE(read(verbs).verbs.empty()) << verbs;
  }
  for (const char* verbs :
       {"<Say Voice=\"man\">x</Say>", "<Gather finishonkey=\"1\"/>", "<Record finishOnkey=\"1\"/>",
        "<Record>text</Record>", "<Record><Say>x</Say></Record>", "<Gather>text</Gather>",
        "<Hangup now=\"1\"/>", "<Pause seconds=\"1\"/>"}) {
    EXPECT_EQ(codes_of(verbs), std::vector<int>{12200}) << verbs;
    EXPECT_EQ(read(verbs).verbs.size(), 1U) << verbs;
  }
}

TEST(VoiceDocument, FindingsAreWarningsBesideTheFewThatAreErrors) {
  EXPECT_FALSE(read("<say>x</say>").findings.at(0).is_error);
  EXPECT_TRUE(read("<Gather actionOnEmptyResult=\"1\"/>").findings.at(0).is_error);
}

TEST(VoiceDocument, AnAttributeThatIsNotAllowedLeavesTheDefault) {
  const auto gather = std::get<verb::Gather>(
      read("<Gather timeout=\"soon\" finishOnKey=\"##\" numDigits=\"x\" input=\"keys\"/>")
          .verbs[0]);
  EXPECT_EQ(gather.timeout, seconds(5));
  EXPECT_EQ(gather.finish_on_key, "#");
  EXPECT_FALSE(gather.num_digits);
  EXPECT_TRUE(gather.takes_keys);
}

TEST(VoiceDocument, EachVoiceHasItsLongestText) {
  const auto codes = [](const std::string& voice, std::size_t characters) {
    return codes_of("<Say voice=\"" + voice + "\">" + std::string(characters, 'x') + "</Say>");
  };
  EXPECT_TRUE(codes("man", 4096).empty());
  EXPECT_EQ(codes("man", 4097), std::vector<int>{13521});
  EXPECT_TRUE(codes("Polly.Joanna", 3000).empty());
  EXPECT_EQ(codes("Polly.Joanna", 3001), std::vector<int>{13521});
  EXPECT_TRUE(codes("Google.en-US-Standard-C", 4500).empty());
  EXPECT_EQ(codes("Google.en-US-Standard-C", 4501), std::vector<int>{13521});
}

TEST(VoiceDocument, TooManyHintsAreWarnedOf) {
  std::string hints = "a";
  for (int count = 1; count < 500; ++count) hints += ",a";
  EXPECT_TRUE(codes_of("<Gather hints=\"" + hints + "\"/>").empty());
  EXPECT_EQ(codes_of("<Gather hints=\"" + hints + ",a\"/>"), std::vector<int>{13330});
  EXPECT_EQ(codes_of("<Gather hints=\"" + std::string(101, 'x') + "\"/>"), std::vector<int>{13330});
}

TEST(VoiceDocument, AnAnswerThatIsNoDocumentIsOnlyItsError) {
  const VoiceDocument document = read_voice_document({.body = "{}"}, "");
  EXPECT_TRUE(document.verbs.empty());
  ASSERT_EQ(document.findings.size(), 1U);
  EXPECT_EQ(document.findings[0].fault.code, 12300);
  EXPECT_TRUE(document.findings[0].is_error);
}

TEST(VoiceDocument, OfTheApiIsReadLikeAnyOther) {
  EXPECT_EQ(read_voice_twiml("<Response><Say>x</Say></Response>").verbs.size(), 1U);
  EXPECT_EQ(read_voice_twiml("hello").findings.at(0).fault.code, 12100);
}

}  // namespace
}  // namespace simulator
