#include "channels/twilio/voice_requests.h"

#include <gtest/gtest.h>

namespace twilio {
namespace {

std::optional<FailedRequest> failed(const char* url) {
  return failed_request_in({{"ErrorUrl", url}});
}

TEST(VoiceRequest, AnswersTheQuestionOfItsNumber) {
  EXPECT_EQ(question_in("question=3"), 3);
  EXPECT_EQ(question_in("other=1&question=12"), 12);
  for (const char* query : {"", "question=", "question=0", "question=-1", "question=3x",
                            "question=99999999999", "question=%", "number=3"}) {
    EXPECT_EQ(question_in(query), 0) << query;
  }
}

TEST(VoiceRequest, OfAFallbackIsTheOneThatFailed) {
  const FailedRequest record{.page = "record", .query = "question=3"};
  EXPECT_EQ(failed("https://line.example.org/twilio/voice/record?question=3"), record);
  EXPECT_EQ(failed("http://127.0.0.1:5000/twilio/voice/record?question=3#rc=2"), record);
  EXPECT_EQ(failed("https://line.example.org/call-out/twilio/voice/record?question=3"), record);
  EXPECT_EQ(failed("/twilio/voice/record?question=3"), record);
  EXPECT_EQ(failed("https://line.example.org/twilio/voice/incoming"),
            (FailedRequest{.page = "incoming", .query = ""}));
}

TEST(VoiceRequest, OfAFallbackIsNothingWhenItIsNoneOfOurs) {
  EXPECT_FALSE(failed_request_in({}));
  for (const char* url : {"", "https://line.example.org/", "https://line.example.org/twilio/sms/x",
                          "https://line.example.org/?x=/twilio/voice/record", "nonsense"}) {
    EXPECT_FALSE(failed(url)) << url;
  }
}

TEST(VoiceRequest, KeepsAGarbledCallerOut) {
  const auto call = call_in({{"CallSid", "CA1"}, {"From", "Ana Ruiz\n"}, {"StirVerstat", ""}});
  EXPECT_EQ(call.sid, "CA1");
  EXPECT_EQ(call.from, "");
  EXPECT_EQ(call_in({{"From", "anonymous"}}).from, "anonymous");
}

TEST(VoiceRequest, HasARecordingOnlyByItsId) {
  EXPECT_FALSE(recording_in({{"CallSid", "CA1"}, {"RecordingDuration", "4"}}));
  const auto news = recording_in({{"CallSid", "CA1"},
                                  {"RecordingSid", "RE1"},
                                  {"RecordingStatus", "completed"},
                                  {"RecordingDuration", "4"}});
  ASSERT_TRUE(news);
  EXPECT_EQ(news->status, "completed");
  EXPECT_EQ(news->duration, 4);
  EXPECT_EQ(recording_in({{"RecordingSid", "RE1"}, {"RecordingDuration", "-4"}})->duration, 0);
}

TEST(VoiceRequest, HasOneKeyForOneEvent) {
  const app::IncomingCall call{.sid = "CA1", .from = {}, .attestation = {}};
  const app::RecordingNews recording{
      .recording_sid = "RE1", .call_sid = "CA1", .status = "completed"};
  EXPECT_EQ(key_of_call(call), "call:CA1");
  EXPECT_EQ(key_of_answer(call, 3), "call:CA1:3");
  EXPECT_EQ(key_of_message(call, recording), "call:CA1:recorded:RE1");
  EXPECT_EQ(key_of_recording(recording), "recording:RE1:completed");
  EXPECT_EQ(key_of_transcript({.transcription_sid = "TR1"}), "transcription:TR1");
  EXPECT_EQ(key_of_status({{"CallSid", "CA1"}, {"CallStatus", "completed"}}),
            "call-status:CA1:completed");
  EXPECT_EQ(
      key_of_status({{"CallSid", "CA1"}, {"CallStatus", "completed"}, {"SequenceNumber", "0"}}),
      "call-status:CA1:completed:0");
}

}  // namespace
}  // namespace twilio
