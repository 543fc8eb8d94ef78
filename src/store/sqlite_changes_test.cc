// Who listens for changes hears of each that is durable, and of none that is not.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "sqlite_vfs/sqlite_on_a_faulty_disk.h"
#include "store/migrate.h"
#include "store/topics.h"

namespace store {
namespace {

using test_support::FaultyVfs;

std::string words(Topics topics) {
  std::string text;
  for (const Topic topic : all_topics) {
    if (topics.has(topic)) text += std::string(code_of(topic)) + " ";
  }
  return text;
}

class SqliteChanges : public test_support::SqliteOnAFaultyDisk {
 protected:
  SqliteChanges() : database(open()) {
    EXPECT_TRUE(migrate(*database).ok());
    database->on_change([this](Topics topics) { heard.push_back(words(topics)); });
  }

  std::unique_ptr<Database> database;
  std::vector<std::string> heard;
};

void add_alarm(Transaction& tx) {
  tx.run("INSERT INTO alarms (kind, raised_at) VALUES ('notice_failed', 0)");
}
void add_call_out(Transaction& tx) {
  tx.run(
      "INSERT INTO call_out_records (receipt_number, day, source, verified,"
      " authentication_method, created_at) VALUES"
      " ((SELECT COUNT(*) FROM call_out_records), '2026-11-23', 'phone', 1, 'pin', 0)");
}
void add_counter(Transaction& tx) {
  tx.run("INSERT INTO counters (name, value) VALUES ('a test', 1)");
}

using Heard = std::vector<std::string>;

TEST_F(SqliteChanges, ACommitSaysWhatItTouched) {
  database->write(add_alarm);
  database->write([](Transaction& tx) {
    add_call_out(tx);
    add_alarm(tx);
  });
  EXPECT_EQ(heard, (Heard{"alarms ", "call_outs alarms "}));
}

TEST_F(SqliteChanges, JobsOfOneBatchAreOneAnnouncement) {
  const std::vector<Job> jobs{add_call_out, add_counter, add_alarm, add_call_out};
  database->write(jobs);
  EXPECT_EQ(heard, Heard{"call_outs alarms "});
}

TEST_F(SqliteChanges, ChangingAndDeletingRowsIsHeardOf) {
  database->write(add_alarm);
  database->write([](Transaction& tx) { tx.run("UPDATE alarms SET raised_at = 1"); });
  database->write([](Transaction& tx) {
    tx.run(
        "INSERT INTO alarms (id, kind, raised_at) VALUES (1, 'notice_failed', 2)"
        " ON CONFLICT (id) DO UPDATE SET raised_at = 3");
  });
  database->write([](Transaction& tx) { tx.run("DELETE FROM alarms WHERE raised_at = 3"); });
  EXPECT_EQ(heard, (Heard{"alarms ", "alarms ", "alarms ", "alarms "}));
}

TEST_F(SqliteChanges, WhatNoPageShowsIsNotAnnounced) {
  database->write(add_counter);
  database->write([](Transaction& tx) { tx.run("SELECT COUNT(*) FROM alarms"); });
  database->write([](Transaction& tx) { tx.run("UPDATE alarms SET raised_at = 1"); });
  EXPECT_EQ(heard, Heard{});
}

TEST_F(SqliteChanges, AJobThatFailedHidesNoOtherAndIsForgotten) {
  const std::vector<Job> jobs{add_call_out, [](Transaction& tx) {
                                add_alarm(tx);
                                throw std::runtime_error("changed my mind");
                              }};
  database->write(jobs);
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_NE(heard[0].find("call_outs"), std::string::npos);
  database->write(add_counter);
  EXPECT_EQ(heard.size(), 1U);
}

TEST_F(SqliteChanges, ItIsDurableAndVisibleWhenItIsHeardOf) {
  std::int64_t seen = 0;
  int syncs = 0;
  auto reader = open(Use::tool);
  database->on_change([&](Topics) {
    reader->read(
        [&](Transaction& tx) { seen = tx.run("SELECT COUNT(*) FROM alarms").at(0).integer(0); });
    syncs = vfs.syncs();
  });
  vfs.forget_counts();
  database->write(add_alarm);
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(syncs, 1);
}

TEST_F(SqliteChanges, AFailedCommitAnnouncesNothingThenOrLater) {
  vfs.fail_write(1, SQLITE_FULL, FaultyVfs::Lasts::until_mended);
  const std::vector<Job> jobs{add_alarm, add_call_out};
  EXPECT_EQ(how_many<Failure>(database->write(jobs)), 2);
  EXPECT_EQ(heard, Heard{});
  vfs.mend();
  database->write(add_counter);
  EXPECT_EQ(heard, Heard{});
  database->write(add_alarm);
  EXPECT_EQ(heard, Heard{"alarms "});
}

TEST_F(SqliteChanges, AFailedSyncAnnouncesNothing) {
  vfs.fail_sync(1, SQLITE_IOERR_FSYNC, FaultyVfs::Lasts::once);
  EXPECT_THROW(database->write(add_alarm), Broken);
  EXPECT_EQ(heard, Heard{});
}

TEST_F(SqliteChanges, AListenerThatThrowsSpoilsNoCommit) {
  database->on_change([](Topics) { throw std::runtime_error("deaf"); });
  database->write(add_alarm);
  database->read([](Transaction& tx) {
    EXPECT_EQ(tx.run("SELECT COUNT(*) FROM alarms").at(0).integer(0), 1);
  });
}

TEST_F(SqliteChanges, EveryTableOfATopicExistsAndIsHeardOf) {
  for (const char* table : {"call_out_records", "call_out_messages", "pto_requests", "recordings",
                            "transcripts", "attempts", "questions", "alarms", "outbox"}) {
    EXPECT_TRUE(topic_of(table)) << table;
    database->read([table](Transaction& tx) {
      EXPECT_EQ(tx.run("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1"
                       " AND sql NOT LIKE '%WITHOUT ROWID%'",
                       {table})
                    .at(0)
                    .integer(0),
                1)
          << table;
    });
  }
  EXPECT_EQ(topic_of("sessions"), std::nullopt);
}

}  // namespace
}  // namespace store
