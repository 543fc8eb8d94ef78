#include "simulator/rest_transcriptions.h"

#include <gtest/gtest.h>

#include "simulator/rest_test.h"

namespace simulator {
namespace {

struct Transcriptions : RestWorld {
  Transcriptions() {
    keep("RE1", Transcription{.sid = "TR1",
                              .status = "completed",
                              .text = "I have a fever.",
                              .created = world.now,
                              .updated = world.now});
    keep("RE2", Transcription{
                    .sid = "TR2", .status = "failed", .created = world.now, .updated = world.now});
    keep("RE3", {});
  }
  void keep(std::string sid, std::optional<Transcription> transcription) {
    world.keep(Recording{.sid = std::move(sid),
                         .call_sid = "CA1",
                         .status = "completed",
                         .started = world.now,
                         .length = milliseconds(4'400),
                         .transcription = std::move(transcription)});
  }
  std::string sids(const std::string& path) {
    std::string all;
    const auto page = json_of(get(path));
    for (const auto& one : page.at("transcriptions").as_array())
      all += text_of(one.as_object(), "sid") + " ";
    return all;
  }
};

TEST(RestTranscriptions, HaveTheDocumentedTypes) {
  Transcriptions rest;
  const auto written = json_of(rest.get("/Transcriptions/TR1.json"));
  EXPECT_EQ(text_of(written, "transcription_text"), "I have a fever.");
  EXPECT_EQ(text_of(written, "status"), "completed");
  EXPECT_EQ(text_of(written, "recording_sid"), "RE1");
  EXPECT_EQ(text_of(written, "duration"), "4");
  EXPECT_TRUE(written.at("duration").is_string());
  EXPECT_EQ(text_of(written, "date_created"), "Sun, 22 Nov 2026 15:04:05 +0000");
  EXPECT_TRUE(json_of(rest.get("/Transcriptions/TR2.json")).at("transcription_text").is_null());
}

TEST(RestTranscriptions, AreListedForAllAndForOneRecording) {
  Transcriptions rest;
  EXPECT_EQ(rest.sids("/Transcriptions.json"), "TR2 TR1 ");
  EXPECT_EQ(rest.sids("/Recordings/RE1/Transcriptions.json"), "TR1 ");
  EXPECT_EQ(rest.sids("/Recordings/RE3/Transcriptions.json"), "");
  EXPECT_EQ(rest.get("/Recordings/RE9/Transcriptions.json").status, 404);
}

TEST(RestTranscriptions, AreFoundUnderTheirOwnRecordingOnly) {
  Transcriptions rest;
  EXPECT_EQ(rest.get("/Recordings/RE1/Transcriptions/TR1.json").status, 200);
  EXPECT_EQ(rest.get("/Recordings/RE2/Transcriptions/TR1.json").status, 404);
  EXPECT_EQ(refusal_in(rest.get("/Transcriptions/TR9.json")), "20404 404");
}

TEST(RestTranscriptions, AreDeletedAloneOrWithTheirRecording) {
  Transcriptions rest;
  EXPECT_EQ(rest.remove("/Transcriptions/TR1.json").status, 204);
  EXPECT_EQ(rest.sids("/Transcriptions.json"), "TR2 ");
  EXPECT_EQ(rest.get("/Recordings/RE1.json").status, 200);
  EXPECT_EQ(rest.remove("/Recordings/RE2.json").status, 204);
  EXPECT_EQ(rest.sids("/Transcriptions.json"), "");
}

}  // namespace
}  // namespace simulator
