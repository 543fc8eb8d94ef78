#include "app/outbox_worker.h"

#include <stdexcept>
#include <utility>

#include <gtest/gtest.h>

#include "postman.h"
#include "store/migrate.h"
#include "store/queries/alarms.h"
#include "store/queries/keys.h"
#include "store/queries/opt_outs.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using notice::Channel;
using notice::Kind;
using test_support::Postman;

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};

class Worker : public testing::Test {
 protected:
  Worker() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = store::open_vault(*database_, master.value(), platform::system_random(), start);
    vault_.emplace(std::move(vault).value());
    worker_ = make_worker();
  }

  std::unique_ptr<OutboxWorker> make_worker() {
    return std::make_unique<OutboxWorker>(
        *database_, postman_, *vault_, [this] { return now_; }, platform::system_random(),
        platform::Log(platform::Level::debug, log_));
  }

  notice::NoticeId add(Kind kind = Kind::receipt, const std::string& name = "Ana") {
    notice::Facts facts;
    facts.first_name = name;
    notice::NoticeId id;
    database_->write([&](store::Transaction& tx) {
      id = store::enqueue(tx, *vault_,
                          {.kind = kind,
                           .channel = Channel::sms,
                           .user = {},
                           .address = "+15550100123",
                           .facts = facts},
                          now_);
    });
    return id;
  }

  Step step() { return worker_->step(now_); }

  store::Delivery state(notice::NoticeId id) {
    std::optional<store::Delivery> delivery;
    database_->read([&](store::Transaction& tx) { delivery = store::notice_by_id(tx, id); });
    return delivery.value();
  }
  std::int64_t alarms() {
    std::int64_t count = 0;
    database_->read([&](store::Transaction& tx) { count = store::open_alarms(tx); });
    return count;
  }
  std::string error_class(notice::NoticeId id) {
    std::string text;
    database_->read([&](store::Transaction& tx) {
      text = tx.run("SELECT error_class FROM outbox WHERE id = $1", {id}).at(0).text_or_empty(0);
    });
    return text;
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::optional<platform::Vault> vault_;
  std::shared_ptr<std::string> log_ = std::make_shared<std::string>();
  base::Moment now_ = start;
  Postman postman_;
  std::unique_ptr<OutboxWorker> worker_;
};

TEST_F(Worker, ANoticeLeavesOnceAndKeepsTheProvidersId) {
  const auto id = add();
  EXPECT_EQ(step().handled, 1);
  EXPECT_EQ(postman_.sent, std::vector<std::string>{"Hello Ana"});
  EXPECT_EQ(state(id).state, "accepted");
  EXPECT_EQ(state(id).provider_id, "SM" + std::to_string(id.value()));
  EXPECT_EQ(step().handled, 0);
  EXPECT_EQ(postman_.sent.size(), 1u);
}

TEST_F(Worker, ACodeToSignInWithDoesNotLeaveAfterItExpired) {
  const auto id = add(Kind::sign_in_code);
  const auto receipt = add();
  now_ += 10min;
  step();
  EXPECT_EQ(postman_.sent.size(), 1u) << "the receipt alone";
  EXPECT_EQ(state(receipt).state, "accepted");
  EXPECT_EQ(state(id).state, "failed");
  EXPECT_EQ(error_class(id), "gave_up");
  EXPECT_EQ(alarms(), 0);
}

TEST_F(Worker, ACodeToSignInWithIsNotTriedAgainWhenThatWouldBeTooLate) {
  const auto id = add(Kind::sign_in_code);
  now_ += 9min + 59s;
  postman_.next.push_back(NotAccepted{.error = ErrorClass::retry});
  step();
  EXPECT_EQ(state(id).state, "failed");
  EXPECT_EQ(alarms(), 0);
}

TEST_F(Worker, TheRenderingIsStoredBeforeItLeavesAndUsedForEachTry) {
  const auto id = add();
  postman_.on_send = [&] {
    database_->read([&](store::Transaction& tx) {
      EXPECT_EQ(store::find_notice(tx, *vault_, id)->rendering, "Hello Ana");
    });
  };
  postman_.next.push_back(NotAccepted{.error = ErrorClass::retry});
  step();
  now_ += 5min;
  step();
  EXPECT_EQ(postman_.sent.size(), 2u);
  EXPECT_EQ(postman_.renderings, 1);
}

TEST_F(Worker, TriesComeLaterAndLaterUpToFiveMinutes) {
  const auto id = add();
  std::chrono::seconds longest{0};
  for (int attempt = 0; attempt < 12; ++attempt) {
    postman_.next.push_back(NotAccepted{.error = ErrorClass::retry, .code = 20429});
    const Step done = step();
    ASSERT_TRUE(done.next.has_value());
    const auto wait = *done.next - now_;
    EXPECT_GE(wait, 1s);
    EXPECT_LE(wait, std::min<std::chrono::seconds>(5min, 2s * (1 << attempt)));
    longest = std::max(longest, wait);
    now_ = *done.next;
  }
  EXPECT_GT(longest, 20s);
  EXPECT_EQ(state(id).state, "waiting");
}

TEST_F(Worker, AStopEndsAfterTheNoticeAtHandAndPutsTheOthersBack) {
  const auto first = add();
  const auto second = add();
  const auto third = add();
  postman_.on_send = [&] {
    worker_->stop();
  };
  step();
  EXPECT_EQ(postman_.sent.size(), 1u);
  EXPECT_EQ(state(first).state, "accepted");
  EXPECT_EQ(state(second).state, "waiting");
  EXPECT_EQ(state(third).state, "waiting");
  EXPECT_EQ(step().handled, 0) << "it is stopped";
  worker_ = make_worker();
  postman_.on_send = {};
  step();
  EXPECT_EQ(postman_.sent.size(), 3u);
  EXPECT_EQ(postman_.looks, 0) << "nothing was in doubt";
}

TEST_F(Worker, NothingIsClaimedWhileTheSenderIsNotConfigured) {
  const auto id = add();
  postman_.is_on = false;
  EXPECT_EQ(step().handled, 0);
  EXPECT_EQ(state(id).state, "waiting");
  EXPECT_EQ(state(id).attempts, 0);
}

TEST_F(Worker, AfterADayItGivesUp) {
  const auto tried = add();
  postman_.next.assign(3, NotAccepted{.error = ErrorClass::retry});
  step();
  now_ += 24h;
  const auto fresh = add(Kind::receipt, "Bo");
  step();
  EXPECT_EQ(state(tried).state, "failed");
  EXPECT_EQ(error_class(tried), "gave_up");
  EXPECT_EQ(postman_.sent.back(), "Hello Bo");
  EXPECT_EQ(state(fresh).state, "waiting");
}

TEST_F(Worker, APermanentRefusalEndsItAndAnAlertWithoutAnotherWayRaisesAnAlarm) {
  const auto alert = add(Kind::unclear_text);
  postman_.next.push_back(NotAccepted{.error = ErrorClass::permanent, .code = 21211});
  step();
  EXPECT_EQ(state(alert).state, "failed");
  EXPECT_EQ(alarms(), 1);
}

TEST_F(Worker, ARefusalForOptingOutIsRememberedAndNothingMoreIsSentThere) {
  const auto first = add();
  postman_.next.push_back(NotAccepted{.error = ErrorClass::opted_out, .code = 21610});
  step();
  const auto second = add();
  step();
  EXPECT_EQ(postman_.sent.size(), 1u);
  EXPECT_EQ(error_class(first), "opted_out");
  EXPECT_EQ(error_class(second), "opted_out");
  database_->read(
      [](store::Transaction& tx) { EXPECT_TRUE(store::is_opted_out(tx, "+15550100123")); });
}

TEST_F(Worker, WrongSettingsRaiseOneAlarmAndTheNoticeWaits) {
  const auto id = add();
  postman_.next.assign(2, NotAccepted{.error = ErrorClass::configuration, .code = 20003});
  step();
  now_ += 5min;
  step();
  EXPECT_EQ(alarms(), 1);
  EXPECT_EQ(state(id).state, "waiting");
  now_ += 5min;
  step();
  EXPECT_EQ(state(id).state, "accepted");
}

TEST_F(Worker, ATryInDoubtIsLookedUpBeforeItIsSentAgain) {
  const auto id = add();
  postman_.next.push_back(NotAccepted{.error = ErrorClass::retry, .code = 0, .in_doubt = true});
  step();
  postman_.found = std::optional<std::string>("SM99");
  now_ += 5min;
  step();
  EXPECT_EQ(postman_.looks, 1);
  EXPECT_EQ(postman_.sent.size(), 1u);
  EXPECT_EQ(state(id).state, "accepted");
  EXPECT_EQ(state(id).provider_id, "SM99");
}

TEST_F(Worker, WhatTheLookUpDoesNotFindIsSentAgain) {
  const auto id = add();
  postman_.next.push_back(NotAccepted{.error = ErrorClass::retry, .code = 0, .in_doubt = true});
  step();
  now_ += 5min;
  step();
  EXPECT_EQ(postman_.looks, 1);
  EXPECT_EQ(postman_.sent.size(), 2u);
  EXPECT_EQ(state(id).state, "accepted");
}

TEST_F(Worker, WhileTheLookUpFailsItStaysInDoubtAndIsNotSent) {
  add();
  postman_.next.push_back(NotAccepted{.error = ErrorClass::retry, .code = 0, .in_doubt = true});
  step();
  postman_.found = NotAccepted{.error = ErrorClass::retry};
  for (int minute = 0; minute < 3; ++minute) {
    now_ += 5min;
    step();
  }
  EXPECT_EQ(postman_.looks, 3);
  EXPECT_EQ(postman_.sent.size(), 1u);
}

TEST_F(Worker, AWorkerThatDiedWhileSendingLeavesItInDoubtForTheNext) {
  const auto id = add();
  database_->write([&](store::Transaction& tx) {
    store::claim_due(tx, *vault_, Channel::sms, "died", now_, 30s, 20);
    store::keep_rendering(tx, *vault_, id, "Hello Ana");
  });
  now_ += 29s;
  EXPECT_EQ(step().handled, 0);
  now_ += 1s;
  postman_.found = std::optional<std::string>("SM5");
  EXPECT_EQ(step().handled, 1);
  EXPECT_TRUE(postman_.sent.empty());
  EXPECT_EQ(state(id).provider_id, "SM5");
}

TEST_F(Worker, ASlowProviderDoesNotLetTheLeaseOfTheNextOnesRunOut) {
  for (int count = 0; count < 5; ++count) add();
  auto other = make_worker();
  bool is_inside = false;
  postman_.on_send = [&] {
    now_ += 12s;
    if (is_inside) return;
    is_inside = true;
    // Another node comes by all the time; only what this one holds no longer is sent twice.
    other->step(now_);
    is_inside = false;
  };
  step();
  EXPECT_GE(postman_.sent.size(), 5u);
  const auto in_doubt_sends = static_cast<int>(postman_.sent.size()) - 5;
  EXPECT_EQ(in_doubt_sends, 0);
}

TEST_F(Worker, OneThatHasNoWordsDoesNotHoldUpTheOthers) {
  const auto unsayable = add(Kind::receipt, "unsayable");
  const auto fine = add();
  step();
  EXPECT_EQ(error_class(unsayable), "no_words");
  EXPECT_EQ(state(fine).state, "accepted");
}

TEST_F(Worker, OneThatBreaksItsSenderDoesNotHoldUpTheOthers) {
  const auto breaking = add();
  const auto fine = add();
  bool is_first = true;
  postman_.on_send = [&] {
    if (std::exchange(is_first, false)) throw std::runtime_error("broken");
  };
  step();
  EXPECT_EQ(state(breaking).state, "waiting");
  EXPECT_EQ(state(fine).state, "accepted");
}

TEST_F(Worker, TheLogHoldsNoAddressAndNoWords) {
  add();
  postman_.next.push_back(NotAccepted{.error = ErrorClass::retry, .code = 20429});
  step();
  now_ += 5min;
  step();
  EXPECT_NE(log_->find("notice"), std::string::npos);
  EXPECT_EQ(log_->find("5550100123"), std::string::npos);
  EXPECT_EQ(log_->find("Ana"), std::string::npos);
}

}  // namespace
}  // namespace app
