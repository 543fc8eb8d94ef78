#include "store/queries/alarms.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/queries/opt_outs.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

constexpr base::Moment now{std::chrono::seconds(1'795'425'480)};

class Alarms : public testing::Test {
 protected:
  Alarms() {
    auto opened = open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(migrate(*database_).ok());
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
};

TEST_F(Alarms, TheSameOneIsRaisedOnceUntilItIsClosed) {
  database_->write([](Transaction& tx) {
    tx.run(
        "INSERT INTO call_out_records (id, receipt_number, day, source, verified,"
        " authentication_method, created_at) VALUES (1, 114, '2026-11-23', 'sms', 1, 'none', 0)");
    const NewAlarm of_call_out{.kind = AlarmKind::nobody_could_be_told, .call_out = CallOutId(1)};
    raise_alarm(tx, of_call_out, now);
    raise_alarm(tx, of_call_out, now);
    EXPECT_EQ(open_alarms(tx), 1);
    raise_alarm(tx, {.kind = AlarmKind::nobody_to_tell, .call_out = CallOutId(1)}, now);
    raise_alarm(tx, {.kind = AlarmKind::mail_configuration}, now);
    raise_alarm(tx, {.kind = AlarmKind::mail_configuration}, now);
    EXPECT_EQ(open_alarms(tx), 3);
    tx.run("UPDATE alarms SET closed_at = 1");
    raise_alarm(tx, of_call_out, now);
    EXPECT_EQ(open_alarms(tx), 1);
  });
}

TEST_F(Alarms, ARefusalForOptingOutIsRemembered) {
  database_->write([](Transaction& tx) {
    EXPECT_FALSE(is_opted_out(tx, "+15550100101"));
    tx.run(
        "INSERT INTO phone_opt_outs (phone, is_opted_out, learned_from, changed_at)"
        " VALUES ('+15550100101', 0, 'text', 0)");
    EXPECT_FALSE(is_opted_out(tx, "+15550100101"));
    note_refused_as_opted_out(tx, "+15550100101", now);
    note_refused_as_opted_out(tx, "+15550100102", now);
    EXPECT_TRUE(is_opted_out(tx, "+15550100101"));
    EXPECT_TRUE(is_opted_out(tx, "+15550100102"));
  });
}

}  // namespace
}  // namespace store
