// A database file of the test's own on a disk that fails on demand, and small jobs for it.
#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "sqlite_vfs/faulty_vfs.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace test_support {

class SqliteOnAFaultyDisk : public testing::Test {
 protected:
  using Use = store::SqliteOptions::Use;

  store::SqliteOptions options(Use use = Use::serve) const {
    return {.file = folder / "callout.db", .vfs = vfs.name(), .use = use};
  }
  static std::unique_ptr<store::Database> open(const store::SqliteOptions& options) {
    auto opened = store::open_sqlite(options);
    if (!opened) throw store::Failure(opened.problem().what);
    return std::move(opened).value();
  }
  std::unique_ptr<store::Database> open(Use use = Use::serve) const { return open(options(use)); }
  std::unique_ptr<store::Database> open_with_table(Use use = Use::serve) {
    auto database = open(use);
    database->write(make_table);
    vfs.forget_counts();
    return database;
  }

  static void make_table(store::Transaction& tx) {
    tx.run("CREATE TABLE IF NOT EXISTS things (id INTEGER PRIMARY KEY, word TEXT) STRICT");
  }
  static store::Job add(std::int64_t id) {
    return [id](store::Transaction& tx) {
      tx.run("INSERT INTO things (id, word) VALUES ($1, 'word')", {id});
    };
  }
  static std::vector<store::Job> add_all(std::int64_t first, std::int64_t last) {
    std::vector<store::Job> jobs;
    for (std::int64_t id = first; id <= last; ++id) jobs.push_back(add(id));
    return jobs;
  }
  static std::int64_t count(store::Database& database) {
    std::int64_t number = 0;
    database.read([&](store::Transaction& tx) {
      number = tx.run("SELECT COUNT(*) FROM things").at(0).integer(0);
    });
    return number;
  }
  /// How many of the outcomes are an Exception; others count as none.
  template <class Exception>
  static int how_many(const std::vector<std::exception_ptr>& outcomes) {
    int number = 0;
    for (const std::exception_ptr& outcome : outcomes) {
      try {
        if (outcome) std::rethrow_exception(outcome);
      } catch (const Exception&) {
        ++number;
      } catch (...) {  // NOLINT(bugprone-empty-catch): another outcome
      }
    }
    return number;
  }

  TemporaryFolder folder;
  FaultyVfs vfs{"faulty"};
};

}  // namespace test_support
