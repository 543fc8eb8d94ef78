// What every database of the house promises, whichever it is. Each driver is instantiated at the
// end.
#include <atomic>
#include <limits>
#include <memory>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "store/database.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

struct Opened {
  std::shared_ptr<void> place;  // outlives the database: a folder, a server
  std::shared_ptr<Database> database;
};
struct Driver {
  std::string name;
  Opened (*open)();
};

class DatabaseContract : public testing::TestWithParam<Driver> {
 protected:
  DatabaseContract() : opened_(GetParam().open()) {
    database().write([&](Transaction& tx) {
      if (database().dialect() == Dialect::sqlite) {
        tx.run(
            "CREATE TABLE things (id INTEGER PRIMARY KEY, word TEXT NOT NULL, data BLOB) STRICT");
      } else {
        tx.run("CREATE TABLE things (id BIGINT PRIMARY KEY, word TEXT NOT NULL, data BYTEA)");
      }
      tx.run("CREATE TABLE parts (thing BIGINT REFERENCES things (id))");
    });
  }

  Database& database() { return *opened_.database; }

  std::int64_t count() {
    std::int64_t number = 0;
    database().read(
        [&](Transaction& tx) { number = tx.run("SELECT COUNT(*) FROM things").at(0).integer(0); });
    return number;
  }

 private:
  Opened opened_;
};

Job add(std::int64_t id, const std::string& word = "word") {
  return [id, word](Transaction& tx) {
    tx.run("INSERT INTO things (id, word) VALUES ($1, $2)", {id, word});
  };
}

template <class Exception>
bool is(const std::exception_ptr& outcome) {
  if (!outcome) return false;
  try {
    std::rethrow_exception(outcome);
  } catch (const Exception&) {
    return true;
  } catch (...) {
    return false;
  }
}

TEST_P(DatabaseContract, ValuesComeBackAsTheyWentIn) {
  const base::Bytes bytes{0, 1, 0, 255};
  database().write([&](Transaction& tx) {
    constexpr Sql insert = "INSERT INTO things (id, word, data) VALUES ($1, $2, $3)";
    tx.run(insert, {std::numeric_limits<std::int64_t>::max(), "García 'x' \"y\" $1 ;", bytes});
    tx.run(insert, {std::numeric_limits<std::int64_t>::min(), "", base::Bytes()});
    tx.run(insert, {0, std::string(100'000, 'x'), std::nullopt});
  });
  database().read([&](Transaction& tx) {
    const Rows rows = tx.run("SELECT id, word, data FROM things ORDER BY id");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].integer(0), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(rows[0].text(1), "");
    EXPECT_FALSE(rows[0].is_null(2));
    EXPECT_EQ(rows[0].bytes(2), base::Bytes());
    EXPECT_EQ(rows[1].text(1).size(), 100'000u);
    EXPECT_TRUE(rows[1].is_null(2));
    EXPECT_EQ(rows[2].integer(0), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(rows[2].text(1), "García 'x' \"y\" $1 ;");
    EXPECT_EQ(rows[2].bytes(2), bytes);
  });
}

TEST_P(DatabaseContract, ParametersAreBoundByTheirNumberNotByTheirPlace) {
  database().read([&](Transaction& tx) {
    const Rows rows =
        tx.run("SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)", {"first", "second"});
    EXPECT_EQ(rows.at(0).text(0), "second");
    EXPECT_EQ(rows.at(0).text(1), "first");
    EXPECT_EQ(rows.at(0).text(2), "second");
  });
}

TEST_P(DatabaseContract, MoreThanNineParametersAreBound) {
  database().read([&](Transaction& tx) {
    const Rows rows = tx.run(
        "SELECT CAST($11 AS TEXT), CAST($1 AS TEXT) WHERE 'x' IN ($2, $3, $4, $5, $6, $7, $8, $9, "
        "$10)",
        {"one", "x", "x", "x", "x", "x", "x", "x", "x", "x", "eleven"});
    EXPECT_EQ(rows.at(0).text(0), "eleven");
    EXPECT_EQ(rows.at(0).text(1), "one");
  });
}

TEST_P(DatabaseContract, TooManyOrTooFewParametersAreAFailure) {
  EXPECT_THROW(database().write([](Transaction& tx) {
    tx.run("INSERT INTO things (id, word) VALUES ($1, 'x')", {1, 2});
  }),
               Failure);
  EXPECT_THROW(database().write([](Transaction& tx) {
    tx.run("INSERT INTO things (id, word) VALUES ($1, $2)", {1});
  }),
               Failure);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseContract, AColumnTakesItsTypeOnly) {
  EXPECT_THROW(database().write([](Transaction& tx) {
    tx.run("INSERT INTO things (id, word) VALUES ($1, 'x')", {"not a number"});
  }),
               Failure);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseContract, AskingForAnotherTypeIsAFailure) {
  database().write(add(1));
  EXPECT_THROW(
      database().read([](Transaction& tx) { tx.run("SELECT word FROM things").at(0).integer(0); }),
      Failure);
}

TEST_P(DatabaseContract, AStatementCanReturnWhatItWrote) {
  database().write([](Transaction& tx) {
    constexpr Sql claim =
        "INSERT INTO things (id, word) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING RETURNING word";
    EXPECT_EQ(tx.run(claim, {1, "first"}).at(0).text(0), "first");
    EXPECT_TRUE(tx.run(claim, {1, "second"}).empty());
  });
}

TEST_P(DatabaseContract, AFailedJobOfABatchIsRolledBackAlone) {
  const std::vector<Job> jobs{add(1),
                              [](Transaction& tx) {
                                add(2)(tx);
                                throw std::domain_error("changed my mind");
                              },
                              add(3)};
  const auto outcomes = database().write(jobs);
  ASSERT_EQ(outcomes.size(), 3u);
  EXPECT_FALSE(outcomes[0]);
  EXPECT_TRUE(is<std::domain_error>(outcomes[1]));
  EXPECT_FALSE(outcomes[2]);
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseContract, ATakenKeyIsAConflictAndFailsItsJobAlone) {
  const std::vector<Job> jobs{add(1), add(1), add(2)};
  const auto outcomes = database().write(jobs);
  EXPECT_FALSE(outcomes.at(0));
  EXPECT_TRUE(is<Conflict>(outcomes.at(1)));
  EXPECT_FALSE(outcomes.at(2));
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseContract, AnotherRefusalIsNoConflict) {
  const std::vector<Job> jobs{
      [](Transaction& tx) { tx.run("INSERT INTO things (id) VALUES (1)"); },
      [](Transaction& tx) { tx.run("INSERT INTO parts (thing) VALUES (77)"); },
      [](Transaction& tx) { tx.run("SELECT no_such_column FROM things"); },
      [](Transaction& tx) {
        tx.run("SELECT 1; SELECT 2");
      }};
  for (const auto& outcome : database().write(jobs)) {
    EXPECT_TRUE(is<Failure>(outcome));
    EXPECT_FALSE(is<Conflict>(outcome));
  }
}

TEST_P(DatabaseContract, AJobThatLooksAwayFromAFailureHasFailed) {
  const std::vector<Job> jobs{[](Transaction& tx) {
    add(1)(tx);
    EXPECT_THROW(add(1)(tx), Conflict);
    EXPECT_THROW(add(2)(tx), Conflict);
  }};
  EXPECT_TRUE(is<Conflict>(database().write(jobs).at(0)));
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseContract, AFailureNeverTellsWhatWasBound) {
  database().write(add(4711, "secret"));
  try {
    database().write(add(4711, "secret"));
    FAIL() << "the key is taken";
  } catch (const Conflict& conflict) {
    EXPECT_EQ(std::string(conflict.what()).find("4711"), std::string::npos) << conflict.what();
    EXPECT_EQ(std::string(conflict.what()).find("secret"), std::string::npos) << conflict.what();
  }
}

TEST_P(DatabaseContract, OneJobRethrowsWhatItThrew) {
  EXPECT_THROW(database().write([](Transaction&) { throw std::domain_error("no"); }),
               std::domain_error);
  EXPECT_THROW(database().read([](Transaction&) { throw std::domain_error("no"); }),
               std::domain_error);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseContract, NoJobsAreNoWork) {
  EXPECT_TRUE(database().write(std::span<const Job>()).empty());
}

TEST_P(DatabaseContract, AReadSeesOnlyWhatIsCommitted) {
  database().write([&](Transaction& tx) {
    add(1)(tx);
    EXPECT_EQ(count(), 0);
  });
  EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseContract, AReadKeepsItsSnapshot) {
  database().read([&](Transaction& tx) {
    EXPECT_EQ(tx.run("SELECT COUNT(*) FROM things").at(0).integer(0), 0);
    database().write(add(1));
    EXPECT_EQ(tx.run("SELECT COUNT(*) FROM things").at(0).integer(0), 0);
  });
  EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseContract, AReadCannotWrite) {
  EXPECT_THROW(database().read(add(1)), Failure);
  EXPECT_EQ(count(), 0);
  database().write(add(1));
  EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseContract, AnyThreadMayReadAndWrite) {
  constexpr int threads = 4;
  constexpr int each = 25;
  std::atomic<int> failures = 0;
  const auto work = [&](int worker) {
    for (int i = 0; i < each; ++i) {
      const std::vector<Job> jobs{add(worker * each + i)};
      if (database().write(jobs).at(0)) ++failures;
      if (count() <= i) ++failures;
    }
  };
  std::vector<std::thread> workers;
  workers.reserve(threads);
  for (int worker = 0; worker < threads; ++worker) workers.emplace_back(work, worker);
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(count(), threads * each);
}

Opened open_new_sqlite() {
  auto folder = std::make_shared<test_support::TemporaryFolder>();
  auto database = open_sqlite({.file = *folder / "callout.db", .vfs = {}});
  if (!database) throw Failure(database.problem().what);
  return {folder, std::move(database).value()};
}

INSTANTIATE_TEST_SUITE_P(Drivers, DatabaseContract,
                         testing::Values(Driver{"sqlite", open_new_sqlite}),
                         [](const auto& driver) { return driver.param.name; });

}  // namespace
}  // namespace store
