#include "app/note_delivery.h"

#include <gtest/gtest.h>

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

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};

class NoteDelivery : public testing::Test {
 protected:
  NoteDelivery() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = store::open_vault(*database_, master.value(), platform::system_random(), start);
    vault_.emplace(std::move(vault).value());
    id_ = add();
    send(start, "SM1");
  }

  notice::NoticeId add() {
    notice::NoticeId id;
    database_->write([&](store::Transaction& tx) {
      id = store::enqueue(tx, *vault_,
                          {.kind = Kind::unclear_text,
                           .channel = Channel::sms,
                           .user = {},
                           .address = "+15550100123",
                           .facts = {}},
                          start);
    });
    return id;
  }
  void send(base::Moment now, const std::string& provider_id) {
    database_->write([&](store::Transaction& tx) {
      for (const auto& notice : store::claim_due(tx, *vault_, Channel::sms, "me", now, 30s, 20)) {
        if (!provider_id.empty()) store::mark_accepted(tx, notice.id, provider_id, now);
      }
    });
  }
  void report(const std::string& status, ErrorClass error = ErrorClass::permanent, int code = 0,
              const std::string& provider_id = "SM1", base::Moment now = start) {
    database_->write([&](store::Transaction& tx) {
      note_delivery(tx, *vault_,
                    {.notice = id_,
                     .provider_id = provider_id,
                     .status = status,
                     .error_code = code,
                     .error = error},
                    now);
    });
  }
  store::Delivery delivery() {
    std::optional<store::Delivery> found;
    database_->read([&](store::Transaction& tx) { found = store::notice_by_id(tx, id_); });
    return found.value();
  }
  std::int64_t alarms() {
    std::int64_t count = 0;
    database_->read([&](store::Transaction& tx) { count = store::open_alarms(tx); });
    return count;
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::optional<platform::Vault> vault_;
  notice::NoticeId id_;
};

TEST_F(NoteDelivery, AStatusMovesForwardOnly) {
  report("sent");
  report("queued");
  report("sending");
  EXPECT_EQ(delivery().provider_status, "sent");
  report("delivered");
  EXPECT_EQ(delivery().state, "delivered");
  report("undelivered");
  report("sent");
  EXPECT_EQ(delivery().state, "delivered");
  EXPECT_EQ(delivery().provider_status, "delivered");
}

TEST_F(NoteDelivery, AnUnknownStatusOrMessageChangesNothing) {
  report("exploded");
  database_->write([&](store::Transaction& tx) {
    note_delivery(tx, *vault_, {.notice = {}, .provider_id = "SM9", .status = "failed"}, start);
    note_delivery(tx, *vault_, {.notice = {}, .provider_id = "", .status = "failed"}, start);
    note_delivery(tx, *vault_,
                  {.notice = notice::NoticeId(99), .provider_id = "SM9", .status = "failed"},
                  start);
  });
  EXPECT_EQ(delivery().state, "accepted");
  EXPECT_EQ(delivery().provider_status, "");
}

TEST_F(NoteDelivery, TheProvidersIdFindsItToo) {
  database_->write([&](store::Transaction& tx) {
    note_delivery(tx, *vault_, {.notice = {}, .provider_id = "SM1", .status = "delivered"}, start);
  });
  EXPECT_EQ(delivery().state, "delivered");
}

TEST_F(NoteDelivery, APassingErrorIsTriedAgainThreeTimesAndThenTakesAnotherWay) {
  base::Moment now = start;
  for (int attempt = 1; attempt <= 3; ++attempt) {
    const std::string sid = "SM" + std::to_string(attempt);
    report("undelivered", ErrorClass::retry, 30003, sid, now);
    EXPECT_EQ(delivery().state, "waiting");
    EXPECT_EQ(delivery().provider_status, "");
    now += 5min;
    send(now, "SM" + std::to_string(attempt + 1));
    EXPECT_EQ(delivery().state, "accepted");
  }
  EXPECT_EQ(alarms(), 0);
  report("undelivered", ErrorClass::retry, 30003, "SM4", now);
  EXPECT_EQ(delivery().state, "failed");
  EXPECT_EQ(alarms(), 1) << "an alert with no other way";
}

TEST_F(NoteDelivery, AnotherErrorIsFinalAtOnce) {
  report("failed", ErrorClass::permanent, 30005);
  EXPECT_EQ(delivery().state, "failed");
  EXPECT_EQ(alarms(), 1);
  report("failed", ErrorClass::permanent, 30005);
  EXPECT_EQ(alarms(), 1);
}

TEST_F(NoteDelivery, OptingOutIsRemembered) {
  report("failed", ErrorClass::opted_out, 21610);
  database_->read(
      [](store::Transaction& tx) { EXPECT_TRUE(store::is_opted_out(tx, "+15550100123")); });
}

TEST_F(NoteDelivery, WrongSettingsAreAnAlarmOfTheirOwn) {
  report("undelivered", ErrorClass::configuration, 30034);
  EXPECT_EQ(delivery().state, "failed");
  EXPECT_EQ(alarms(), 2);
}

TEST_F(NoteDelivery, ALateReportOfAnEarlierTryCountsOnlyWhenItArrived) {
  report("undelivered", ErrorClass::retry, 30003, "SM1");
  report("undelivered", ErrorClass::retry, 30003, "SM1");
  EXPECT_EQ(delivery().state, "waiting");
  send(start + 5min, "SM2");
  report("failed", ErrorClass::permanent, 30005, "SM1");
  EXPECT_EQ(delivery().state, "accepted");
  report("delivered", ErrorClass::permanent, 0, "SM1");
  EXPECT_EQ(delivery().state, "delivered");
}

TEST_F(NoteDelivery, AReportMayBeFasterThanTheAnswerToSending) {
  id_ = add();
  send(start, "");
  report("delivered", ErrorClass::permanent, 0, "SM7");
  EXPECT_EQ(delivery().state, "delivered");
  EXPECT_EQ(delivery().provider_id, "SM7");
}

}  // namespace
}  // namespace app
