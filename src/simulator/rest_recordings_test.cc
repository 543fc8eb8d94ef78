#include "simulator/rest_recordings.h"

#include <gtest/gtest.h>

#include "simulator/rest_test.h"

namespace simulator {
namespace {

using std::chrono::seconds;

struct Recordings : RestWorld {
  Recordings() {
    world.keep(CallRecord{.sid = "CA1",
                          .from = their_number,
                          .to = line_number,
                          .direction = "inbound",
                          .status = "completed",
                          .created = world.now,
                          .ended = world.now});
    keep("RE1", "CA1", "completed");
    keep("RE2", "CA2", "processing");
  }
  void keep(std::string sid, std::string call_sid, std::string status) {
    world.keep(Recording{.sid = std::move(sid),
                         .call_sid = std::move(call_sid),
                         .status = std::move(status),
                         .started = world.now,
                         .length = milliseconds(4'400),
                         .wav = "RIFFsound",
                         .ready_at = world.now + seconds(2)});
  }
  std::size_t count(const std::string& path) {
    return json_of(get(path)).at("recordings").as_array().size();
  }
};

TEST(RestRecordings, HaveTheDocumentedTypes) {
  Recordings rest;
  const auto recording = json_of(rest.get("/Recordings/RE1.json"));
  EXPECT_EQ(text_of(recording, "duration"), "4");
  EXPECT_TRUE(recording.at("duration").is_string());
  EXPECT_TRUE(recording.at("channels").is_int64());
  EXPECT_TRUE(recording.at("error_code").is_null());
  EXPECT_EQ(text_of(recording, "call_sid"), "CA1");
  EXPECT_EQ(text_of(recording, "source"), "RecordVerb");
  EXPECT_EQ(text_of(recording, "status"), "completed");
  EXPECT_EQ(text_of(recording, "start_time"), "Sun, 22 Nov 2026 15:04:05 +0000");
  EXPECT_EQ(text_of(recording, "media_url"), "http://provider.example/2010-04-01/Accounts/" +
                                                 std::string(test_account) + "/Recordings/RE1");
  EXPECT_TRUE(json_of(rest.get("/Recordings/RE2.json")).at("duration").is_null());
}

TEST(RestRecordings, AnAbsentOneSaysWhy) {
  Recordings rest;
  rest.world.recording("RE2")->status = "absent";
  rest.world.recording("RE2")->error_code = 16102;
  const auto recording = json_of(rest.get("/Recordings/RE2.json"));
  EXPECT_EQ(text_of(recording, "status"), "absent");
  EXPECT_EQ(recording.at("error_code"), 16102);
}

TEST(RestRecordings, AreListedByCallAndDay) {
  Recordings rest;
  EXPECT_EQ(rest.count("/Recordings.json"), 2U);
  EXPECT_EQ(rest.count("/Recordings.json?CallSid=CA1"), 1U);
  EXPECT_EQ(rest.count("/Calls/CA1/Recordings.json"), 1U);
  EXPECT_EQ(rest.count("/Recordings.json?DateCreated%3E=2026-11-23"), 0U);
  EXPECT_EQ(rest.count("/Recordings.json?DateCreated=2026-11-22"), 2U);
  EXPECT_EQ(rest.get("/Calls/CA9/Recordings.json").status, 404);
}

TEST(RestRecordings, TheSoundIsThereAfterAWhile) {
  Recordings rest;
  EXPECT_EQ(refusal_in(rest.get("/Recordings/RE1.wav")), "20404 404");
  rest.passes(seconds(2));
  for (const char* path : {"/Recordings/RE1", "/Recordings/RE1.wav", "/Calls/CA1/Recordings/RE1"}) {
    const auto sound = rest.get(path);
    EXPECT_EQ(sound.status, 200) << path;
    EXPECT_EQ(sound.content_type, "audio/x-wav");
    EXPECT_EQ(sound.body, "RIFFsound");
  }
  EXPECT_EQ(rest.get("/Recordings/RE2.wav").status, 404);
}

TEST(RestRecordings, OneChannelAsWavIsAllThereIs) {
  Recordings rest;
  rest.passes(seconds(2));
  EXPECT_EQ(refusal_in(rest.get("/Recordings/RE1.wav?RequestedChannels=2")), "20001 400");
  EXPECT_EQ(rest.get("/Recordings/RE1.wav?RequestedChannels=1").status, 200);
  EXPECT_EQ(refusal_in(rest.get("/Recordings/RE1.mp3")), "20001 406");
}

TEST(RestRecordings, ADeletedOneIsListedOnlyWhenAskedFor) {
  Recordings rest;
  rest.passes(seconds(2));
  const auto gone = rest.remove("/Recordings/RE1.json");
  EXPECT_EQ(gone.status, 204);
  EXPECT_EQ(gone.body, "");
  EXPECT_EQ(rest.get("/Recordings/RE1.json").status, 404);
  EXPECT_EQ(rest.get("/Recordings/RE1.wav").status, 404);
  EXPECT_EQ(rest.remove("/Recordings/RE1.json").status, 404);
  EXPECT_EQ(rest.count("/Recordings.json"), 1U);
  EXPECT_EQ(rest.count("/Recordings.json?IncludeSoftDeleted=true"), 2U);
  EXPECT_EQ(text_of(json_of(rest.get("/Recordings/RE1.json?IncludeSoftDeleted=true")), "status"),
            "deleted");
  EXPECT_EQ(rest.get("/Recordings/RE1.wav?IncludeSoftDeleted=true").status, 404);
  EXPECT_EQ(rest.world.recording("RE1")->wav, "");
  EXPECT_EQ(refusal_in(rest.remove("/Recordings/RE2.json")), "20009 409");
}

}  // namespace
}  // namespace simulator
