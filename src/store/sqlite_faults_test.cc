// What becomes of acknowledged work when the disk counts, fills up or fails.
#include <filesystem>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "sqlite_vfs/sqlite_on_a_faulty_disk.h"

namespace store {
namespace {

using test_support::FaultyVfs;
using test_support::SqliteOnAFaultyDisk;
using test_support::TemporaryFolder;

// More pages than the log may hold before the server checkpoints.
void add_6_megabytes(Transaction& tx) {
  tx.run(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) "
      "INSERT INTO things (word) SELECT hex(zeroblob(2000)) FROM n");
}

TEST_F(SqliteOnAFaultyDisk, OneJobIsOneSync) {
  auto database = open_with_table();
  for (int id = 1; id <= 5; ++id) {
    database->write(add(id));
    EXPECT_EQ(vfs.syncs(), id);
  }
}

TEST_F(SqliteOnAFaultyDisk, ManyJobsInOneBatchAreOneSync) {
  auto database = open_with_table();
  EXPECT_EQ(how_many<Failure>(database->write(add_all(1, 200))), 0);
  EXPECT_EQ(vfs.syncs(), 1);
  EXPECT_EQ(count(*database), 200);
}

TEST_F(SqliteOnAFaultyDisk, ReadingAndChangingNothingAreNoSync) {
  auto database = open_with_table();
  count(*database);
  database->write([](Transaction& tx) { tx.run("SELECT 1"); });
  EXPECT_EQ(vfs.syncs(), 0);
}

TEST_F(SqliteOnAFaultyDisk, AFailedSyncBreaksTheDatabaseForGood) {
  auto database = open_with_table();
  database->write(add(1));
  vfs.fail_sync(1, SQLITE_IOERR_FSYNC, FaultyVfs::Lasts::once);
  EXPECT_EQ(how_many<Broken>(database->write(add_all(2, 4))), 3);
  vfs.forget_counts();
  EXPECT_EQ(how_many<Broken>(database->write(add_all(5, 6))), 2);
  EXPECT_EQ(vfs.syncs(), 0) << "a failed sync must not be tried again";
  EXPECT_EQ(count(*database), 1);
  database.reset();
  EXPECT_EQ(vfs.syncs(), 0) << "nor by a checkpoint at the end";
  EXPECT_GE(count(*open()), 1);
}

TEST_F(SqliteOnAFaultyDisk, AFailedWriteAtTheCommitBreaksTheDatabase) {
  auto database = open_with_table();
  vfs.fail_write(1, SQLITE_IOERR_WRITE, FaultyVfs::Lasts::once);
  EXPECT_EQ(how_many<Broken>(database->write(add_all(1, 3))), 3);
  EXPECT_EQ(how_many<Broken>(database->write(add_all(1, 3))), 3);
  database.reset();
  EXPECT_EQ(count(*open()), 0);
}

TEST_F(SqliteOnAFaultyDisk, AFullDiskFailsTheBatchAndItGoesOnWhenThereIsRoom) {
  auto database = open_with_table();
  vfs.fail_write(1, SQLITE_FULL, FaultyVfs::Lasts::until_mended);
  for (int again = 0; again < 3; ++again) {
    const auto outcomes = database->write(add_all(1, 3));
    EXPECT_EQ(how_many<Failure>(outcomes), 3);
    EXPECT_EQ(how_many<Broken>(outcomes), 0);
  }
  vfs.mend();
  EXPECT_EQ(how_many<Failure>(database->write(add_all(1, 3))), 0);
  EXPECT_EQ(count(*database), 3);
}

TEST_F(SqliteOnAFaultyDisk, AFullDiskFailsAlsoTheJobsThatHadCollided) {
  auto database = open_with_table();
  vfs.fail_write(1, SQLITE_FULL);
  const std::vector<Job> jobs{add(1), add(1)};
  EXPECT_EQ(how_many<Failure>(database->write(jobs)), 2);
  vfs.fail_write(1, SQLITE_FULL);
  EXPECT_THROW(database->write(add(1)), Failure);
  database->write(add(1));
}

TEST_F(SqliteOnAFaultyDisk, AnErrorInsideAJobThatKillsTheTransactionFailsTheWholeBatch) {
  auto database = open_with_table();
  vfs.fail_write(1, SQLITE_FULL);  // the cache spills into the log long before the commit
  const std::vector<Job> jobs{add(1),
                              [](Transaction& tx) {
                                for (int id = 2; id < 3000; ++id) {
                                  tx.run("INSERT INTO things (id, word) VALUES ($1, $2)",
                                         {id, std::string(4000, 'x')});
                                }
                              },
                              add(5000)};
  EXPECT_EQ(how_many<Failure>(database->write(jobs)), 3);
  EXPECT_EQ(count(*database), 0);
  database->write(add(1));
}

// Eight write calls while the n-th write or sync fails: how many of them were acknowledged.
class EveryFault : public SqliteOnAFaultyDisk {
 protected:
  std::int64_t write_through_fault(const SqliteOptions& here, int nth, int code) {
    auto database = open(here);
    database->write(make_table);
    if (code == SQLITE_IOERR_FSYNC) {
      vfs.fail_sync(nth, code);
    } else {
      vfs.fail_write(nth, code);
    }
    std::int64_t acknowledged = 0;
    for (int id = 1; id <= 8; ++id) {
      if (how_many<Failure>(database->write(add_all(id, id))) == 0) ++acknowledged;
    }
    vfs.mend();
    return acknowledged;
  }

  void try_one(int nth, int code) {
    const TemporaryFolder another;
    SqliteOptions here = options();
    here.file = another / "callout.db";
    const std::int64_t acknowledged = write_through_fault(here, nth, code);
    auto again = open(here);
    EXPECT_GE(count(*again), acknowledged);
    EXPECT_LE(count(*again), acknowledged + 1);  // the one whose sync failed may be there
    again->read(
        [](Transaction& tx) { EXPECT_EQ(tx.run("PRAGMA integrity_check").at(0).text(0), "ok"); });
  }
};

TEST_F(EveryFault, LosesNothingThatWasAcknowledged) {
  for (int nth = 1; nth <= 12; ++nth) {
    for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
      try_one(nth, code);
    }
  }
}

TEST_F(SqliteOnAFaultyDisk, OnlyTheServerCheckpoints) {
  auto tool = open_with_table(Use::tool);
  tool->write(add_6_megabytes);
  tool->write(add_6_megabytes);
  tool.reset();
  const auto after_tool = std::filesystem::file_size(folder / "callout.db-wal");
  EXPECT_GT(after_tool, 10'000'000u);
  EXPECT_LT(std::filesystem::file_size(folder / "callout.db"), 100'000u);
  {
    auto server = open();
    server->write(add(1'000'000));
    EXPECT_GT(std::filesystem::file_size(folder / "callout.db"), 10'000'000u);
  }
  EXPECT_EQ(std::filesystem::file_size(folder / "callout.db-wal"), 0u);
}

TEST_F(SqliteOnAFaultyDisk, AFailedSyncOfACheckpointStopsLaterWritesOnly) {
  auto tool = open_with_table(Use::tool);
  tool->write(add_6_megabytes);
  tool.reset();
  auto server = open();
  vfs.fail_sync(2, SQLITE_IOERR_FSYNC);  // the first is the commit's own
  server->write(add(1'000'000));
  EXPECT_THROW(server->write(add(1'000'001)), Broken);
  server.reset();
  EXPECT_EQ(count(*open()), 1501);
}

TEST_F(SqliteOnAFaultyDisk, AFailedSyncInsideAJobBreaksTheDatabaseToo) {
  open_with_table().reset();
  auto database = open();  // with an empty log, whose beginning is synced as soon as a job spills
  vfs.fail_sync(1, SQLITE_IOERR_FSYNC);
  const std::vector<Job> jobs{add(1'000'000), add_6_megabytes};
  EXPECT_EQ(how_many<Broken>(database->write(jobs)), 2);
  EXPECT_THROW(database->write(add(1)), Broken);
}

// As long as some read is always under way the log can't begin anew, and each commit leaves a
// little more to copy.
TEST_F(SqliteOnAFaultyDisk, ReadersThatComeAndGoDoNotMakeEveryCommitACheckpoint) {
  auto database = open_with_table();
  database->write(add(1));
  const auto write_under_a_read = [&](const Job& job) {
    database->read([&](Transaction& tx) {
      tx.run("SELECT COUNT(*) FROM things");
      database->write(job);
    });
  };
  write_under_a_read(add_6_megabytes);
  vfs.forget_counts();
  for (int id = 1'000'000; id < 1'000'010; ++id) write_under_a_read(add(id));
  EXPECT_EQ(vfs.syncs(), 10);
}

}  // namespace
}  // namespace store
