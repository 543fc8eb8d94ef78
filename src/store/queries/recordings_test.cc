#include "store/queries/recordings.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/queries/accounts.h"
#include "store/queries/alarms.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};

class Recordings : public testing::Test {
 protected:
  Recordings() {
    auto opened = open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(migrate(*database_).ok());
    write([](Transaction& tx) {
      tx.run(
          "INSERT INTO call_out_records (id, receipt_number, day, source, verified,"
          " authentication_method, created_at) VALUES (7, 114, '2026-11-23', 'phone', 1, 'pin', "
          "0)");
    });
  }
  void write(const Job& job) { database_->write(job); }

  static bool hear(Transaction& tx, RecordingState state, std::int64_t duration = 0,
                   base::Moment now = start, std::string sid = "RE1") {
    return hear_of_recording(tx, {std::move(sid), "CA1", state, duration}, now);
  }
  static RecordingId keep(Transaction& tx, base::Moment now, const std::string& sid = "RE1") {
    hear(tx, RecordingState::ready, 5, now, sid);
    const RecordingId id = due_recordings(tx, now, 5).at(0).id;
    mark_recording_kept(tx, id, {"audio/wav", "recording-1.sealed", 80'044, 5}, now);
    return id;
  }
  static RecordingState state(Transaction& tx, RecordingId id = RecordingId(1)) {
    return find_recording(tx, id).value().state;
  }
  static std::string url(Transaction& tx) {
    const auto row = tx.run("SELECT recording_url, recording_duration FROM call_out_records").at(0);
    return row.text_or_empty(0) + " " + std::to_string(row.maybe_integer(1).value_or(-1));
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
};

TEST_F(Recordings, TheFirstWordMakesTheRowWhateverItIs) {
  for (const auto first : {RecordingState::announced, RecordingState::ready, RecordingState::absent,
                           RecordingState::failed}) {
    write([&](Transaction& tx) {
      const std::string sid = "RE" + std::string(code_of(first));
      EXPECT_TRUE(hear(tx, first, 0, start, sid));
      EXPECT_FALSE(hear(tx, first, 0, start, sid));
    });
  }
  write([](Transaction& tx) {
    EXPECT_EQ(tx.run("SELECT COUNT(*) FROM recordings").at(0).integer(0), 4);
  });
}

TEST_F(Recordings, AStateMovesOnlyForwardUnlessAFileTurnsUpAfterAll) {
  struct Case {
    RecordingState first, second, end;
  };
  using enum RecordingState;
  for (const Case& one : std::initializer_list<Case>{{announced, ready, ready},
                                                     {announced, absent, absent},
                                                     {announced, failed, failed},
                                                     {ready, announced, ready},
                                                     {ready, absent, ready},
                                                     {ready, failed, ready},
                                                     {absent, announced, absent},
                                                     {absent, failed, absent},
                                                     {absent, ready, ready},
                                                     {failed, announced, failed},
                                                     {failed, ready, ready}}) {
    write([&](Transaction& tx) {
      const std::string sid =
          "RE" + std::string(code_of(one.first)) + std::string(code_of(one.second));
      hear(tx, one.first, 0, start, sid);
      hear(tx, one.second, 0, start, sid);
      EXPECT_EQ(
          tx.run("SELECT state FROM recordings WHERE recording_sid = $1", {sid}).at(0).text(0),
          code_of(one.end))
          << sid;
    });
  }
  write([](Transaction& tx) {
    const RecordingId id = keep(tx, start);
    for (const auto late : {announced, ready, absent, failed}) hear(tx, late);
    mark_recording_absent(tx, id);
    mark_recording_failed(tx, id, start);
    EXPECT_EQ(state(tx, id), kept);
  });
}

TEST_F(Recordings, AReadyOneIsFetchedAtOnceAndAnAnnouncedOneWhenNobodySaysThatItIsReady) {
  write([](Transaction& tx) {
    hear(tx, RecordingState::announced, 4);
    EXPECT_TRUE(due_recordings(tx, start + 29s, 5).empty());
    EXPECT_EQ(due_recordings(tx, start + 30s, 5).size(), 1u);
    EXPECT_EQ(next_recording_due(tx), start + 30s);
    hear(tx, RecordingState::ready, 5, start + 3s);
    const auto due = due_recordings(tx, start + 3s, 5);
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].recording_sid, "RE1");
    EXPECT_EQ(due[0].created_at, start);
    EXPECT_EQ(find_recording(tx, due[0].id)->duration, 5) << "the length after trimming";
    mark_recording_retry(tx, due[0].id, start + 9s);
    EXPECT_TRUE(due_recordings(tx, start + 8s, 5).empty());
    EXPECT_EQ(due_recordings(tx, start + 9s, 5).at(0).attempts, 1);
  });
}

TEST_F(Recordings, NothingIsFetchedOfAnAbsentOrFailedOne) {
  write([](Transaction& tx) {
    hear(tx, RecordingState::absent, 0, start, "RE1");
    hear(tx, RecordingState::failed, 0, start, "RE2");
    EXPECT_EQ(next_recording_due(tx), std::nullopt);
  });
}

TEST_F(Recordings, OfACallBelongToItsCallOutWhichShowsTheFirst) {
  write([](Transaction& tx) {
    hear(tx, RecordingState::announced, 4, start, "RE1");
    hear(tx, RecordingState::announced, 9, start, "RE2");
    link_recordings(tx, "CA1", CallOutId(7));
    link_recordings(tx, "CA1", CallOutId(7));
    EXPECT_EQ(url(tx), "/api/v1/recordings/1 4");
    hear(tx, RecordingState::ready, 3, start, "RE1");
    EXPECT_EQ(url(tx), "/api/v1/recordings/1 3") << "the length after trimming";
    mark_recording_absent(tx, RecordingId(1));
    EXPECT_EQ(url(tx), "/api/v1/recordings/2 9") << "the first held nothing";
    EXPECT_EQ(recordings_of(tx, CallOutId(7)).size(), 2u);
    EXPECT_EQ(recordings_of(tx, CallOutId(7))[1].call_out, CallOutId(7));
    hear(tx, RecordingState::absent, 0, start, "RE2");
    EXPECT_EQ(url(tx), " -1") << "nothing was left";
    EXPECT_TRUE(recordings_of(tx, CallOutId(8)).empty());
  });
}

TEST_F(Recordings, AKeptOneSaysWhatItIs) {
  write([](Transaction& tx) {
    hear(tx, RecordingState::announced, 4);
    link_recordings(tx, "CA1", CallOutId(7));
    const RecordingId id = keep(tx, start);
    const Recording recording = find_recording(tx, id).value();
    EXPECT_EQ(recording.state, RecordingState::kept);
    EXPECT_EQ(recording.call_out, CallOutId(7));
    EXPECT_EQ(recording.content_type, "audio/wav");
    EXPECT_EQ(recording.file_name, "recording-1.sealed");
    EXPECT_EQ(recording.duration, 5);
    EXPECT_EQ(url(tx), "/api/v1/recordings/1 5");
    EXPECT_FALSE(find_recording(tx, RecordingId(2)));
  });
}

TEST_F(Recordings, OneThatTheProviderSaysHasFailedIsAnAlarmWhateverIsHeardFirst) {
  write([](Transaction& tx) {
    hear(tx, RecordingState::announced, 5, start, "RE1");
    link_recordings(tx, "CA1", CallOutId(7));
    hear(tx, RecordingState::failed, 0, start, "RE1");
    hear(tx, RecordingState::failed, 0, start, "RE1");
    EXPECT_EQ(tx.run("SELECT call_out_id FROM alarms").at(0).integer(0), 7);
    EXPECT_EQ(open_alarms(tx), 1);
    hear(tx, RecordingState::failed, 0, start, "RE2");
    EXPECT_EQ(open_alarms(tx), 2) << "of no call-out yet";
  });
}

TEST_F(Recordings, OneThatIsGivenUpRaisesAnAlarmOnce) {
  write([](Transaction& tx) {
    hear(tx, RecordingState::ready);
    link_recordings(tx, "CA1", CallOutId(7));
    mark_recording_failed(tx, RecordingId(1), start);
    mark_recording_failed(tx, RecordingId(1), start);
    EXPECT_EQ(state(tx), RecordingState::failed);
    const auto alarms = tx.run("SELECT kind, call_out_id FROM alarms");
    ASSERT_EQ(alarms.size(), 1u);
    EXPECT_EQ(alarms[0].text(0), "recording_lost");
    EXPECT_EQ(alarms[0].integer(1), 7);
  });
}

TEST_F(Recordings, TheProvidersCopyStaysSevenDaysUnlessTheSettingSaysElse) {
  write([](Transaction& tx) {
    const RecordingId id = keep(tx, start);
    EXPECT_TRUE(deletable_there(tx, start + 7 * 24h - 1s, 5).empty());
    EXPECT_EQ(next_recording_due(tx), start + 7 * 24h);
    EXPECT_EQ(deletable_there(tx, start + 7 * 24h, 5).at(0).id, id);
    for (const char* never : {"never", "", "-1", "7 days", "99999999999"}) {
      put_setting(tx, "recordings_at_provider_days", never, {}, start);
      EXPECT_TRUE(deletable_there(tx, start + 9999 * 24h, 5).empty()) << never;
      EXPECT_EQ(next_recording_due(tx), std::nullopt) << never;
    }
    put_setting(tx, "recordings_at_provider_days", "0", {}, start);
    EXPECT_EQ(deletable_there(tx, start, 5).at(0).recording_sid, "RE1");
    EXPECT_EQ(next_recording_due(tx), start);
  });
}

TEST_F(Recordings, ADeletionIsTriedAgainLaterAndOnceDoneNeverAgain) {
  write([](Transaction& tx) {
    put_setting(tx, "recordings_at_provider_days", "0", {}, start);
    const RecordingId id = keep(tx, start);
    mark_recording_retry(tx, id, start + 9s);
    EXPECT_TRUE(deletable_there(tx, start + 8s, 5).empty());
    EXPECT_EQ(next_recording_due(tx), start + 9s);
    EXPECT_EQ(deletable_there(tx, start + 9s, 5).at(0).attempts, 1);
    mark_deleted_there(tx, id, start + 9s);
    EXPECT_TRUE(deletable_there(tx, start + 99s, 5).empty());
    EXPECT_EQ(next_recording_due(tx), std::nullopt);
    EXPECT_EQ(state(tx, id), RecordingState::kept) << "ours stays";
  });
}

TEST_F(Recordings, WhatIsNotKeptHereIsNeverDeletedThere) {
  write([](Transaction& tx) {
    put_setting(tx, "recordings_at_provider_days", "0", {}, start);
    hear(tx, RecordingState::ready, 5, start, "RE1");
    hear(tx, RecordingState::ready, 5, start, "RE2");
    hear(tx, RecordingState::ready, 5, start, "RE3");
    mark_recording_failed(tx, RecordingId(2), start);
    mark_recording_absent(tx, RecordingId(3));
    EXPECT_TRUE(deletable_there(tx, start + 9999h, 5).empty());
  });
}

TEST_F(Recordings, ATranscriptIsKeptSealedOnce) {
  const platform::Vault vault(platform::DataKey{}, platform::system_random());
  write([&](Transaction& tx) {
    hear(tx, RecordingState::ready);
    add_transcript(tx, vault, "RE1", "TR1", true, "canary fever", start);
    add_transcript(tx, vault, "RE1", "TR1", true, "another", start);
    add_transcript(tx, vault, "RE1", "TR2", false, "", start);
    add_transcript(tx, vault, "RE9", "TR9", true, "of no recording", start);
    const auto rows = tx.run("SELECT transcript, state FROM transcripts ORDER BY id");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(vault.open("transcripts.transcript", rows[0].bytes(0)), "canary fever");
    EXPECT_EQ(rows[0].text(1), "completed");
    EXPECT_TRUE(rows[1].is_null(0));
    EXPECT_EQ(rows[1].text(1), "failed");
  });
}

}  // namespace
}  // namespace store
