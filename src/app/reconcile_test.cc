#include "app/reconcile.h"

#include <utility>

#include <gtest/gtest.h>

#include "app/provider_test.h"
#include "store/migrate.h"
#include "store/queries/keys.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};
constexpr const char* stranger = "+15550100199";

class Lists final : public EmptyProvider {
 public:
  bool is_configured() const override { return is_on; }
  Listed<ListedText> texts_since(base::Day day) override {
    asked_since = day;
    ++asked;
    if (is_broken) return NotYet{"status 500"};
    return texts;
  }
  Listed<ListedCall> calls_since(base::Day) override { return calls; }
  Listed<ListedRecording> recordings_since(base::Day) override {
    if (are_recordings_broken) return NotYet{"status 500"};
    return recordings;
  }
  Listed<ListedMedia> media_of(std::string_view) override { return NotYet{"status 500"}; }

  bool is_on = true;
  bool is_broken = false;
  bool are_recordings_broken = false;
  int asked = 0;
  base::Day asked_since;
  std::vector<ListedText> texts;
  std::vector<ListedCall> calls;
  std::vector<ListedRecording> recordings;
};

class ReconcilerTest : public testing::Test {
 protected:
  ReconcilerTest() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = store::open_vault(*database_, master.value(), platform::system_random(), start);
    line_.emplace(Line{.vault = std::move(vault).value(),
                       .random = platform::system_random(),
                       .time_zone = "America/New_York",
                       .own_numbers = {}});
    restart();
  }

  void restart() {
    reconciler_ = std::make_unique<Reconciler>(
        *database_, lists_, *line_, CallRules(),
        [this](const TextAnswer& answer) { return word(answer); },
        platform::Log(platform::Level::debug, log_));
  }
  LateAnswer word(const TextAnswer& answer) {
    if (std::exchange(breaks_on_words_, false)) throw std::logic_error("no words");
    if (std::holds_alternative<Silent>(answer.outcome)) return {};
    return {.words = "an answer", .to_webhook = {.body = "the same"}};
  }
  void is_sent(const std::string& sid, base::Moment moment, int media = 0) {
    lists_.texts.push_back({.sid = sid,
                            .from = stranger,
                            .body = "sick today",
                            .media_count = media,
                            .sent_at = moment});
  }
  void rings(const std::string& sid, const std::string& status, base::Moment moment) {
    lists_.calls.push_back({.sid = sid,
                            .from = stranger,
                            .status = status,
                            .began_at = moment,
                            .ended_at = moment + 1min});
  }
  std::int64_t count(const char* table) {
    std::int64_t found = 0;
    database_->read([&](store::Transaction& tx) {
      if (std::string_view(table) == "attempts")
        found = tx.run("SELECT COUNT(*) FROM attempts").at(0).integer(0);
      else
        found = tx.run("SELECT COUNT(*) FROM outbox WHERE kind = 'late_reply'").at(0).integer(0);
    });
    return found;
  }

  const test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::optional<Line> line_;
  std::shared_ptr<std::string> log_ = std::make_shared<std::string>();
  Lists lists_;
  bool breaks_on_words_ = false;
  std::unique_ptr<Reconciler> reconciler_;
};

TEST_F(ReconcilerTest, OnANewInstallationOnlyTheMomentIsRemembered) {
  is_sent("SM1", start - 5min);
  EXPECT_EQ(reconciler_->step(start).next, start + 3min);
  EXPECT_EQ(lists_.asked, 0);
  is_sent("SM2", start + 1min);
  EXPECT_EQ(reconciler_->step(start + 3min).handled, 1);
  EXPECT_EQ(count("attempts"), 1);
}

TEST_F(ReconcilerTest, AsksEveryThreeMinutesAndAtTheStart) {
  reconciler_->step(start);
  EXPECT_EQ(reconciler_->step(start + 179s).handled, 0);
  EXPECT_EQ(lists_.asked, 0);
  reconciler_->step(start + 180s);
  EXPECT_EQ(lists_.asked, 1);
  restart();
  reconciler_->step(start + 181s);
  EXPECT_EQ(lists_.asked, 2);
}

TEST_F(ReconcilerTest, TakesEachTextOnceAndAnswersIt) {
  reconciler_->step(start);
  is_sent("SM1", start + 1min);
  is_sent("SM2", start + 1min, 2);  // its pictures can't be had: its words can
  EXPECT_EQ(reconciler_->step(start + 3min).handled, 2);
  EXPECT_EQ(reconciler_->step(start + 6min).handled, 0);
  restart();
  EXPECT_EQ(reconciler_->step(start + 7min).handled, 0);
  EXPECT_EQ(count("attempts"), 2);
  EXPECT_EQ(count("late_reply"), 2);
}

TEST_F(ReconcilerTest, AFreshTextIsLeftToItsWebhookAndComesAsSoonAsItMay) {
  reconciler_->step(start);
  is_sent("SM1", start + 170s);
  const Step step = reconciler_->step(start + 180s);
  EXPECT_EQ(step.handled, 0);
  EXPECT_EQ(step.next, start + 215s);
  EXPECT_EQ(reconciler_->step(start + 215s).handled, 1);
}

TEST_F(ReconcilerTest, LooksBackToWhereItStoodButAWeekAtMost) {
  reconciler_->step(start);
  reconciler_->step(start + 3min);
  restart();
  reconciler_->step(start + std::chrono::days(3));
  EXPECT_EQ(lists_.asked_since, std::chrono::floor<std::chrono::days>(start - 15min));
  reconciler_->step(start + std::chrono::days(30));
  EXPECT_EQ(lists_.asked_since,
            std::chrono::floor<std::chrono::days>(start) + std::chrono::days(23));
}

TEST_F(ReconcilerTest, AListThatFailsIsAskedForAgainSoonAndNothingIsSkipped) {
  reconciler_->step(start);
  is_sent("SM1", start + 1min);
  lists_.is_broken = true;
  const base::Moment later = start + std::chrono::days(2);
  EXPECT_EQ(reconciler_->step(later).next, later + 30s);
  lists_.is_broken = false;
  EXPECT_EQ(reconciler_->step(later + 30s).handled, 1);
}

TEST_F(ReconcilerTest, ACallWaitsForTheListOfItsRecordings) {
  reconciler_->step(start);
  rings("CA1", "completed", start + 30s);
  rings("CA2", "in-progress", start + 30s);
  lists_.recordings.push_back({.sid = "RE1",
                               .call_sid = "CA1",
                               .status = "completed",
                               .duration = 9,
                               .made_at = start + 40s});
  lists_.are_recordings_broken = true;
  EXPECT_EQ(reconciler_->step(start + 3min).handled, 0);
  lists_.are_recordings_broken = false;
  EXPECT_EQ(reconciler_->step(start + 4min).handled, 1);
  EXPECT_EQ(count("attempts"), 1);
  database_->read([](store::Transaction& tx) {
    const auto rows = tx.run("SELECT source, verified FROM call_out_records");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text(0), "phone");
    EXPECT_FALSE(rows[0].flag(1));
  });
}

TEST_F(ReconcilerTest, WhatBreaksOneDoesNotKeepTheOthersOut) {
  reconciler_->step(start);
  is_sent("SM1", start + 1min);
  is_sent("SM2", start + 2min);
  breaks_on_words_ = true;
  EXPECT_EQ(reconciler_->step(start + 3min).handled, 1);
  EXPECT_EQ(count("attempts"), 1);
  EXPECT_EQ(reconciler_->step(start + 6min).handled, 1);
  EXPECT_EQ(count("attempts"), 2);
}

TEST_F(ReconcilerTest, StopsAfterTheThingAtHandAndGoesOnAtTheNextStart) {
  reconciler_->step(start);
  is_sent("SM1", start + 1min);
  reconciler_->stop();
  EXPECT_EQ(reconciler_->step(start + 3min).handled, 0);
  restart();
  EXPECT_EQ(reconciler_->step(start + 3min).handled, 1);
}

TEST_F(ReconcilerTest, AsksNobodyWithoutAnAccount) {
  lists_.is_on = false;
  EXPECT_FALSE(reconciler_->step(start).next);
  lists_.is_on = true;
  reconciler_->step(start + 3min);
  EXPECT_EQ(lists_.asked, 0);  // the installation begins here
}

}  // namespace
}  // namespace app
