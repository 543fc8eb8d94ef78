#include "store/sqlite.h"

#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sqlite_vfs/sqlite_on_a_faulty_disk.h"

namespace store {
namespace {

class Sqlite : public test_support::SqliteOnAFaultyDisk {};

template <class Work>
pid_t start_process(Work work) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    _exit(work());
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "%s\n", exception.what());
    _exit(99);
  }
}

int exit_code(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(Sqlite, ASecondServerIsRefusedUntilTheFirstHasEnded) {
  auto first = open();
  const auto second = open_sqlite(options());
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.problem().field, "DATABASE_URL");
  EXPECT_NE(second.problem().what.find("another `callout serve`"), std::string::npos);
  EXPECT_TRUE(open_sqlite(options(Use::tool)).ok());
  first.reset();
  EXPECT_TRUE(open_sqlite(options()).ok());
}

TEST_F(Sqlite, AToolInAnotherProcessWritesBesideTheServer) {
  constexpr int each = 40;
  const pid_t tool = start_process([&] {
    auto database = open(Use::tool);
    database->write(make_table);
    for (int id = 1; id <= each; ++id) database->write(add(1000 + id));
    return 0;
  });
  auto database = open();
  database->write(make_table);
  for (int id = 1; id <= each; ++id) database->write(add(id));
  EXPECT_EQ(exit_code(tool), 0);
  EXPECT_EQ(count(*database), 2 * each);
}

TEST_F(Sqlite, ABusyFileIsWaitedForAndThenAFailure) {
  auto server = open_with_table();
  SqliteOptions impatient = options(Use::tool);
  impatient.busy_timeout = std::chrono::milliseconds(20);
  auto tool = open_sqlite(impatient);
  ASSERT_TRUE(tool.ok());
  server->write([&](Transaction& tx) {
    add(1)(tx);
    EXPECT_THROW(tool.value()->write(add(2)), Failure);
  });
  tool.value()->write(add(2));
  EXPECT_EQ(count(*server), 2);
}

TEST_F(Sqlite, ADeferredReferenceThatDanglesFailsItsJobAlone) {
  auto database = open_with_table();
  database->write([](Transaction& tx) {
    tx.run(
        "CREATE TABLE parts (thing INTEGER REFERENCES things (id) DEFERRABLE INITIALLY DEFERRED) "
        "STRICT");
  });
  const std::vector<Job> jobs{add(1),
                              [](Transaction& tx) { tx.run("INSERT INTO parts VALUES (7)"); },
                              [](Transaction& tx) {
                                tx.run("INSERT INTO parts VALUES (2)");
                                add(2)(tx);
                              }};
  const auto outcomes = database->write(jobs);
  EXPECT_FALSE(outcomes[0]);
  EXPECT_TRUE(outcomes[1]);
  EXPECT_FALSE(outcomes[2]);
  EXPECT_EQ(count(*database), 2);
}

TEST_F(Sqlite, AJobThatEndsTheTransactionFailsItsBatch) {
  auto database = open_with_table();
  const std::vector<Job> jobs{[](Transaction& tx) { tx.run("ROLLBACK"); }, add(1)};
  EXPECT_EQ(how_many<Failure>(database->write(jobs)), 2);
  database->write(add(1));
  EXPECT_EQ(count(*database), 1);
}

TEST_F(Sqlite, CommittedRowsOutliveAProcessThatDied) {
  const pid_t child = start_process([&] {
    auto database = open_with_table();
    database->write(add_all(1, 10));
    _exit(0);  // here, before anything is closed
    return 0;
  });
  ASSERT_EQ(exit_code(child), 0);
  EXPECT_EQ(count(*open()), 10);
}

TEST_F(Sqlite, TextKeepsANulInside) {
  auto database = open_with_table();
  const std::string text("a\0b", 3);
  database->write([&](Transaction& tx) { tx.run("INSERT INTO things VALUES (1, $1)", {text}); });
  database->read(
      [&](Transaction& tx) { EXPECT_EQ(tx.run("SELECT word FROM things").at(0).text(0), text); });
}

TEST_F(Sqlite, AMessageWithAValueInItIsNotPassedOn) {
  auto database = open_with_table();
  try {
    database->read([](Transaction& tx) { tx.run("SELECT json_extract('{}', $1)", {"my secret"}); });
    FAIL() << "not a path";
  } catch (const Failure& failure) {
    EXPECT_EQ(std::string(failure.what()).find("secret"), std::string::npos) << failure.what();
  }
}

TEST_F(Sqlite, AFloatingPointColumnIsAFailure) {
  auto database = open_with_table();
  EXPECT_THROW(database->read([](Transaction& tx) { tx.run("SELECT 0.5"); }), Failure);
}

TEST_F(Sqlite, ParametersWithOtherNamesAreRefused) {
  auto database = open_with_table();
  EXPECT_THROW(database->read([](Transaction& tx) { tx.run("SELECT ?", {1}); }), Failure);
  EXPECT_THROW(database->read([](Transaction& tx) { tx.run("SELECT :a", {1}); }), Failure);
  EXPECT_THROW(database->read([](Transaction& tx) { tx.run("SELECT $2", {1}); }), Failure);
}

TEST_F(Sqlite, ANewFileIsForItsOwnerAlone) {
  const auto mode = [&](const std::string& name) {
    struct stat status{};
    EXPECT_EQ(stat((folder / name).c_str(), &status), 0) << name;
    return status.st_mode & 0777u;
  };
  auto database = open_with_table();
  for (const char* name :
       {"callout.db", "callout.db-wal", "callout.db-shm", "callout.db.serve.lock"}) {
    EXPECT_EQ(mode(name), 0600u) << name;
  }
}

TEST_F(Sqlite, AFileThatIsNoDatabaseIsAProblem) {
  std::ofstream(folder / "callout.db") << std::string(5000, 'x');
  const auto opened = open_sqlite(options());
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.problem().field, "DATABASE_URL");
  EXPECT_NE(opened.problem().what.find("not a SQLite database"), std::string::npos);
}

TEST_F(Sqlite, AMissingFolderIsAProblem) {
  for (const Use use : {Use::serve, Use::tool}) {
    SqliteOptions nowhere = options(use);
    nowhere.file = folder / "no/such/callout.db";
    const auto opened = open_sqlite(nowhere);
    ASSERT_FALSE(opened.ok());
    EXPECT_NE(opened.problem().what.find("No such file"), std::string::npos)
        << opened.problem().what;
  }
}

}  // namespace
}  // namespace store
