#include "store/migrate.h"

#include <array>
#include <cstdio>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/migration_script.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

const std::array<Migration, 3> three{{
    {1, "0001_first.sql", "CREATE TABLE a (id INTEGER);\nINSERT INTO a VALUES (1);\n"},
    {2, "0002_second.sql", "CREATE TABLE b (id INTEGER);\n"},
    {3, "0003_third.sql", "ALTER TABLE a ADD COLUMN word TEXT;\nINSERT INTO b VALUES (1);\n"},
}};

class Migrate : public testing::Test {
 protected:
  std::unique_ptr<Database> open() const {
    auto opened = open_sqlite({.file = folder / "callout.db", .vfs = {}});
    if (!opened) throw Failure(opened.problem().what);
    return std::move(opened).value();
  }

  pid_t start_migrating() const {
    const pid_t child = fork();
    if (child != 0) return child;
    try {
      _exit(migrate(*open(), three).ok() ? 0 : 2);
    } catch (const std::exception& exception) {
      std::fprintf(stderr, "%s\n", exception.what());
      _exit(1);
    }
  }

  test_support::TemporaryFolder folder;
};

std::int64_t number(Database& database, Sql query) {
  std::int64_t value = 0;
  database.read([&](Transaction& tx) { value = tx.run(query).at(0).integer(0); });
  return value;
}

TEST_F(Migrate, BringsAnEmptyDatabaseToTheNewestVersion) {
  auto database = open();
  const auto migrated = migrate(*database, three);
  ASSERT_TRUE(migrated.ok());
  EXPECT_EQ(migrated.value().from, 0);
  EXPECT_EQ(migrated.value().to, 3);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM a WHERE word IS NULL"), 1);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM schema_migrations WHERE name LIKE '000%.sql'"),
            3);
}

TEST_F(Migrate, RunsEachMigrationOnce) {
  auto database = open();
  ASSERT_TRUE(migrate(*database, std::span(three).first(1)).ok());
  const auto rest = migrate(*database, three);
  EXPECT_EQ(rest.value().from, 1);
  EXPECT_EQ(rest.value().to, 3);
  const auto nothing = migrate(*database, three);
  EXPECT_EQ(nothing.value().from, 3);
  EXPECT_EQ(nothing.value().to, 3);
  EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM a"), 1);
}

TEST_F(Migrate, AMigrationThatFailsLeavesNothingOfItself) {
  auto database = open();
  const std::array<Migration, 2> wrong{
      {three[0],
       {2, "0002_wrong.sql", "CREATE TABLE b (id INTEGER);\nINSERT INTO c VALUES (1);\n"}}};
  EXPECT_THROW(migrate(*database, wrong), Failure);
  EXPECT_EQ(number(*database, "SELECT MAX(version) FROM schema_migrations"), 1);
  EXPECT_TRUE(migrate(*database, three).ok());
}

TEST_F(Migrate, ADatabaseNewerThanTheProgramIsAProblem) {
  auto database = open();
  ASSERT_TRUE(migrate(*database, three).ok());
  const auto migrated = migrate(*database, std::span(three).first(2));
  ASSERT_FALSE(migrated.ok());
  EXPECT_EQ(migrated.problem().what,
            "the database has schema version 3, this program knows up to 2");
}

// Another process is quicker each time, between our look at the version and our own migration.
class Overtaken final : public Database {
 public:
  Overtaken(Database& mine, Database& other) : mine_(mine), other_(other) {}
  Dialect dialect() const override { return mine_.dialect(); }
  using Database::write;
  std::vector<std::exception_ptr> write(std::span<const Job> jobs) override {
    if (++writes_ == 2) {
      EXPECT_TRUE(migrate(other_, three).ok());
    }
    return mine_.write(jobs);
  }
  void read(const Job& job) override { mine_.read(job); }
  void on_change(OnChange listener) override { mine_.on_change(std::move(listener)); }

 private:
  Database& mine_;
  Database& other_;
  int writes_ = 0;
};

TEST_F(Migrate, AQuickerProcessIsNoticedInsideTheTransaction) {
  auto mine = open();
  auto other = open();
  Overtaken overtaken(*mine, *other);
  ASSERT_TRUE(migrate(overtaken, three).ok());
  EXPECT_EQ(number(*mine, "SELECT COUNT(*) FROM a"), 1);
  EXPECT_EQ(number(*mine, "SELECT COUNT(*) FROM b"), 1);
}

TEST_F(Migrate, FourProcessesStartingAtOnceOnAnEmptyFile) {
  std::array<pid_t, 4> children{};
  for (int round = 0; round < 5; ++round) {
    for (pid_t& child : children) child = start_migrating();
    for (const pid_t child : children) {
      int status = 0;
      waitpid(child, &status, 0);
      EXPECT_EQ(status, 0);
    }
    auto database = open();
    EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM schema_migrations"), 3);
    EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM a"), 1);
    EXPECT_EQ(number(*database, "SELECT COUNT(*) FROM b"), 1);
    database.reset();
    for (const char* name : {"callout.db", "callout.db-wal", "callout.db-shm"}) {
      std::filesystem::remove(folder / name);
    }
  }
}

TEST_F(Migrate, TheSchemaOfThisReleaseRuns) {
  auto database = open();
  const auto migrated = migrate(*database);
  ASSERT_TRUE(migrated.ok());
  EXPECT_GE(migrated.value().to, 1);
  EXPECT_EQ(migrate(*database).value().from, migrated.value().to);
}

TEST(Migrations, AreTheSameVersionsForBothDatabasesWithoutGaps) {
  const auto sqlite = migrations(Dialect::sqlite);
  const auto postgres = migrations(Dialect::postgres);
  ASSERT_EQ(sqlite.size(), postgres.size());
  for (std::size_t i = 0; i < sqlite.size(); ++i) {
    EXPECT_EQ(sqlite[i].version, static_cast<int>(i) + 1);
    EXPECT_EQ(sqlite[i].name, postgres[i].name);
  }
}

TEST(MigrationScript, IsCutAtSemicolonsThatEndALine) {
  const auto statements = statements_of("CREATE a;\n\n  CREATE\n b;  \nCREATE c;-- last\n");
  ASSERT_EQ(statements.size(), 3u);
  EXPECT_EQ(statements[0], "CREATE a");
  EXPECT_EQ(statements[1], "CREATE\n b");
  EXPECT_EQ(statements[2], "CREATE c");
}

TEST(MigrationScript, IsNotCutInsideCommentsAndQuotes) {
  const auto statements = statements_of(
      "-- one; it's\n/* two;\n */ INSERT 'it''s;\n' -- three;\n, \"odd;\n\";\n-- end;\n");
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(statements[0], "INSERT 'it''s;\n' -- three;\n, \"odd;\n\"");
}

TEST(MigrationScript, KeepsATriggerOnOneLineWhole) {
  const auto statements = statements_of("CREATE TRIGGER t BEGIN SELECT 1; END;\nCREATE b");
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[0], "CREATE TRIGGER t BEGIN SELECT 1; END");
  EXPECT_EQ(statements[1], "CREATE b");
}

TEST(MigrationScript, OfCommentsAndBlanksHasNoStatements) {
  EXPECT_TRUE(statements_of("").empty());
  EXPECT_TRUE(statements_of(" \n-- nothing\n;\n/* open").empty());
}

}  // namespace
}  // namespace store
