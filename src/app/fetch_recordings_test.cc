#include "app/fetch_recordings.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "app/kept_recording.h"
#include "app/provider_test.h"
#include "app/sound_test.h"
#include "store/migrate.h"
#include "store/queries/accounts.h"
#include "store/queries/alarms.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using store::RecordingState;

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};

class Archive final : public EmptyProvider {
 public:
  bool is_configured() const override { return is_on; }
  std::variant<Media, NotYet, Never> fetch_recording(std::string_view sid) override {
    asked.push_back("GET " + std::string(sid));
    return answer;
  }
  bool delete_recording(std::string_view sid) override {
    asked.push_back("DELETE " + std::string(sid));
    return deletes;
  }
  bool is_on = true;
  bool deletes = true;
  std::vector<std::string> asked;
  std::variant<Media, NotYet, Never> answer = Media{"audio/x-wav", wav_of_seconds(3)};
};

class FetchRecordings : public testing::Test {
 protected:
  FetchRecordings() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    ready("RE1");
    fetcher_ =
        std::make_unique<RecordingFetcher>(*database_, archive_, vault_, platform::system_random(),
                                           platform::Log(platform::Level::debug, log_),
                                           RecordingFetcher::Place{folder_ / "recordings", 120s});
  }

  void ready(const std::string& sid) {
    database_->write([&](store::Transaction& tx) {
      store::hear_of_recording(tx, {sid, "CA1", RecordingState::ready, 5}, start);
    });
  }
  void provider_keeps_for(const char* days) {
    database_->write([&](store::Transaction& tx) {
      store::put_setting(tx, "recordings_at_provider_days", days, {}, start);
    });
  }
  store::Recording recording(std::int64_t id = 1) {
    std::optional<store::Recording> found;
    database_->read(
        [&](store::Transaction& tx) { found = store::find_recording(tx, store::RecordingId(id)); });
    return found.value();
  }
  RecordingState state() { return recording().state; }
  std::optional<base::Bytes> waveform() {
    std::optional<base::Bytes> heights;
    database_->read([&](store::Transaction& tx) {
      heights = tx.run("SELECT waveform FROM recordings").at(0).maybe_bytes(0);
    });
    return heights;
  }
  std::int64_t alarms() {
    std::int64_t count = 0;
    database_->read([&](store::Transaction& tx) { count = store::open_alarms(tx); });
    return count;
  }
  RecordingState after_answer(std::string type, std::string bytes) {
    archive_.answer = Media{std::move(type), std::move(bytes)};
    fetcher_->step(start);
    return state();
  }
  std::filesystem::path file() const { return folder_ / "recordings" / "recording-1.sealed"; }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  platform::Vault vault_{platform::DataKey{}, platform::system_random()};
  std::shared_ptr<std::string> log_ = std::make_shared<std::string>();
  Archive archive_;
  std::unique_ptr<RecordingFetcher> fetcher_;
};

TEST_F(FetchRecordings, ARecordingIsKeptSealedAndForUsOnly) {
  EXPECT_EQ(fetcher_->step(start).handled, 1);
  EXPECT_EQ(archive_.asked, std::vector<std::string>{"GET RE1"});
  const store::Recording kept = recording();
  EXPECT_EQ(kept.state, RecordingState::kept);
  EXPECT_EQ(kept.content_type, "audio/wav");
  EXPECT_EQ(kept.duration, 3) << "as the file says, not as it was announced";
  EXPECT_EQ(std::filesystem::status(file()).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::ifstream stream(file(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  EXPECT_EQ(bytes.find("RIFF"), std::string::npos);
  EXPECT_EQ(open_recording(vault_, folder_ / "recordings", kept), wav_of_seconds(3));
  EXPECT_EQ(waveform(), base::Bytes(100, 93));
  EXPECT_EQ(fetcher_->step(start).handled, 0);
}

TEST_F(FetchRecordings, AKeptFileOpensOnlyUnalteredAndInItsOwnPlace) {
  ready("RE2");
  fetcher_->step(start);
  const std::filesystem::path folder = folder_ / "recordings";
  const store::Recording first = recording(1);
  store::Recording exchanged = recording(2);
  exchanged.file_name = first.file_name;
  EXPECT_FALSE(open_recording(vault_, folder, exchanged)) << "another's file";
  std::filesystem::resize_file(file(), std::filesystem::file_size(file()) - 1);
  EXPECT_FALSE(open_recording(vault_, folder, first)) << "cut short";
  std::filesystem::remove(file());
  EXPECT_FALSE(open_recording(vault_, folder, first)) << "gone";
}

TEST_F(FetchRecordings, WhatIsNotThereYetIsTriedAgainForADayAndThenIsAnAlarm) {
  archive_.answer = NotYet{"status 404"};
  base::Moment now = start;
  int tries = 0;
  while (state() == RecordingState::ready) {
    ASSERT_LT(++tries, 200);
    EXPECT_EQ(alarms(), 0);
    const Step step = fetcher_->step(now);
    if (step.next) now = *step.next;
  }
  EXPECT_EQ(state(), RecordingState::failed);
  EXPECT_GE(now, start + 24h);
  EXPECT_LE(now, start + 26h);
  EXPECT_EQ(alarms(), 1);
  EXPECT_NE(log_->find("recording lost"), std::string::npos);
}

TEST_F(FetchRecordings, AServerThatWasDownForDaysDoesNotGiveUpAtTheFirstFailure) {
  archive_.answer = NotYet{"status 503"};
  base::Moment now = start + 100h;
  for (int tries = 1; tries < 5; ++tries) {
    const Step step = fetcher_->step(now);
    ASSERT_EQ(state(), RecordingState::ready) << tries;
    now = step.next.value();
  }
  fetcher_->step(now);
  EXPECT_EQ(state(), RecordingState::failed);
}

TEST_F(FetchRecordings, ItComesWhenItIsThere) {
  archive_.answer = NotYet{"status 404"};
  const Step step = fetcher_->step(start);
  ASSERT_TRUE(step.next);
  archive_.answer = Media{"audio/wav", wav_of_seconds(3)};
  EXPECT_EQ(fetcher_->step(*step.next - 1s).handled, 0);
  fetcher_->step(*step.next);
  EXPECT_EQ(state(), RecordingState::kept);
}

TEST_F(FetchRecordings, WhatWillNeverComeIsAnAlarmAtOnce) {
  archive_.answer = Never{"not an id"};
  fetcher_->step(start);
  EXPECT_EQ(state(), RecordingState::failed);
  EXPECT_EQ(alarms(), 1);
}

TEST_F(FetchRecordings, OneWithoutAnySoundIsAbsent) {
  EXPECT_EQ(after_answer("audio/x-wav", wav_of("")), RecordingState::absent);
  EXPECT_EQ(alarms(), 0);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "recordings"));
}

TEST_F(FetchRecordings, TheKindsOfSoundThatAreKept) {
  for (const char* type : {"audio/wav", "audio/x-wav", "audio/wave", "Audio/WAV; rate=8000"}) {
    database_->write([](store::Transaction& tx) { tx.run("DELETE FROM recordings"); });
    ready("RE1");
    after_answer(type, wav_of_seconds(1));
    database_->read([&](store::Transaction& tx) {
      EXPECT_EQ(tx.run("SELECT state FROM recordings").at(0).text(0), "kept") << type;
    });
  }
}

TEST_F(FetchRecordings, AnMp3IsKeptWithTheLengthThatWasSaid) {
  EXPECT_EQ(after_answer("audio/mpeg", "\xff\xfb\x90 sound"), RecordingState::kept);
  EXPECT_EQ(recording().content_type, "audio/mpeg");
  EXPECT_EQ(recording().duration, 5);
  EXPECT_EQ(waveform(), std::nullopt) << "it can't be told without decoding";
}

TEST_F(FetchRecordings, AnotherTypeIsNotKept) {
  EXPECT_EQ(after_answer("text/html", wav_of_seconds(1)), RecordingState::failed);
}
TEST_F(FetchRecordings, APageCalledSoundIsNotKept) {
  EXPECT_EQ(after_answer("audio/x-wav", "<html>sign in</html>"), RecordingState::failed);
}
TEST_F(FetchRecordings, AWavCalledMp3IsNotKept) {
  EXPECT_EQ(after_answer("audio/mpeg", wav_of_seconds(1)), RecordingState::failed);
}
TEST_F(FetchRecordings, ATooLargeOneIsNotKept) {
  EXPECT_EQ(after_answer("audio/wav", wav_of(std::string(recording_limit(120s), 'x'))),
            RecordingState::failed);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "recordings"));
}

TEST(RecordingLimit, FollowsTheLongestRecordingWithinBounds) {
  EXPECT_GE(recording_limit(120s), 120u * 16'000 + 44);
  EXPECT_GE(recording_limit(0s), 60u * 16'000);
  EXPECT_EQ(recording_limit(600s), 2u * 600 * 16'000);
  EXPECT_EQ(recording_limit(3600s), largest_recording);
  EXPECT_GE(recording_limit(3600s), 3600u * 16'000 + 44);
  EXPECT_EQ(recording_limit(1'000'000h), largest_recording);
}

TEST_F(FetchRecordings, ADiskThatDoesNotTakeItIsNoSuccess) {
  {
    std::ofstream in_the_way(folder_ / "recordings");
  }
  fetcher_->step(start);
  EXPECT_EQ(state(), RecordingState::ready);
}

TEST_F(FetchRecordings, NothingIsAskedWithoutAnAccount) {
  archive_.is_on = false;
  EXPECT_EQ(fetcher_->step(start).handled, 0);
  EXPECT_TRUE(archive_.asked.empty());
}

TEST_F(FetchRecordings, TheProvidersCopyIsDeletedAWeekLater) {
  EXPECT_EQ(fetcher_->step(start).next, start + 7 * 24h);
  EXPECT_EQ(fetcher_->step(start + 7 * 24h - 1s).handled, 0);
  const Step step = fetcher_->step(start + 7 * 24h);
  EXPECT_EQ(step.handled, 1);
  EXPECT_EQ(step.next, std::nullopt);
  EXPECT_EQ(archive_.asked, (std::vector<std::string>{"GET RE1", "DELETE RE1"}));
  EXPECT_EQ(state(), RecordingState::kept);
}

TEST_F(FetchRecordings, TheProvidersCopyStaysForEverIfTheSettingSaysSo) {
  provider_keeps_for("never");
  EXPECT_EQ(fetcher_->step(start).next, std::nullopt);
  EXPECT_EQ(fetcher_->step(start + 9999h).handled, 0);
}

TEST_F(FetchRecordings, ADeletionThatFailsIsTriedAgainAndNeverKeepsAnotherRecordingWaiting) {
  provider_keeps_for("0");
  archive_.deletes = false;
  fetcher_->step(start);
  const Step failed = fetcher_->step(start);
  ASSERT_TRUE(failed.next);
  EXPECT_GT(*failed.next, start);
  ready("RE2");
  fetcher_->step(*failed.next);
  EXPECT_EQ(archive_.asked, (std::vector<std::string>{"GET RE1", "DELETE RE1", "GET RE2"}));
  archive_.deletes = true;
  fetcher_->step(*failed.next);
  fetcher_->step(*failed.next);
  EXPECT_EQ(fetcher_->step(*failed.next).next, std::nullopt);
  EXPECT_EQ(archive_.asked.size(), 5u);
}

TEST_F(FetchRecordings, OneThatIsNotSafeHereIsNeverDeletedThere) {
  provider_keeps_for("0");
  archive_.answer = Never{"too large"};
  fetcher_->step(start);
  EXPECT_EQ(fetcher_->step(start + 9999h).handled, 0);
  EXPECT_EQ(archive_.asked, std::vector<std::string>{"GET RE1"});
}

}  // namespace
}  // namespace app
