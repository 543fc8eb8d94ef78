#include <atomic>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

class Backup : public testing::Test {
 protected:
  std::unique_ptr<Database> open(const std::string& name) const {
    auto opened = open_sqlite({.file = folder / name, .vfs = {}});
    if (!opened) throw Failure(opened.problem().what);
    return std::move(opened).value();
  }

  test_support::TemporaryFolder folder;
};

Job add(std::int64_t id) {
  return [id](Transaction& tx) {
    tx.run("INSERT INTO things VALUES ($1, $2)", {id, std::string(3000, 'x')});
  };
}

std::int64_t count(Database& database) {
  std::int64_t number = 0;
  database.read([&](Transaction& tx) {
    EXPECT_EQ(tx.run("PRAGMA integrity_check").at(0).text(0), "ok");
    number = tx.run("SELECT COUNT(*) FROM things").at(0).integer(0);
  });
  return number;
}

TEST_F(Backup, HoldsWhatWasAcknowledgedBeforeItWhileTheWritingGoesOn) {
  auto live = open("callout.db");
  live->write(
      [](Transaction& tx) { tx.run("CREATE TABLE things (id INTEGER PRIMARY KEY, word TEXT)"); });
  std::atomic<std::int64_t> acknowledged = 0;
  std::atomic<bool> is_over = false;
  std::thread writer([&] {
    for (std::int64_t id = 1; !is_over; ++id) {
      live->write(add(id));
      acknowledged = id;
    }
  });
  for (int backup = 0; backup < 5; ++backup) {
    const std::string name = "backup" + std::to_string(backup);
    const std::int64_t before = acknowledged;
    const auto made = backup_sqlite(folder / "callout.db", folder / name);
    ASSERT_TRUE(made.ok()) << made.problem().what;
    EXPECT_EQ(made.value(), folder / name);
    EXPECT_GE(count(*open(name)), before);
  }
  is_over = true;
  writer.join();
  EXPECT_EQ(count(*live), acknowledged);
}

TEST_F(Backup, IsForItsOwnerAloneAndLeavesNothingBeside) {
  open("callout.db")->write([](Transaction& tx) { tx.run("CREATE TABLE things (id INTEGER)"); });
  ASSERT_TRUE(backup_sqlite(folder / "callout.db", folder / "copy").ok());
  struct stat status{};
  ASSERT_EQ(stat((folder / "copy").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
  for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
    const std::string name = file.path().filename().string();
    EXPECT_TRUE(name == "copy" || name.starts_with("callout.db")) << name;
  }
}

TEST_F(Backup, NeverOverwrites) {
  open("callout.db");
  std::ofstream(folder / "precious") << "x";
  const auto made = backup_sqlite(folder / "callout.db", folder / "precious");
  ASSERT_FALSE(made.ok());
  EXPECT_NE(made.problem().what.find("precious is there already"), std::string::npos);
  EXPECT_EQ(std::filesystem::file_size(folder / "precious"), 1u);
}

TEST_F(Backup, SaysWhatIsMissing) {
  EXPECT_FALSE(backup_sqlite(folder / "callout.db", folder / "copy").ok());
  EXPECT_FALSE(std::filesystem::exists(folder / "copy"));
  open("callout.db");
  EXPECT_FALSE(backup_sqlite(folder / "callout.db", folder / "no/such/folder").ok());
}

TEST_F(Backup, OfAFileThatIsNoDatabaseLeavesNothing) {
  std::ofstream(folder / "other") << std::string(5000, 'x');
  EXPECT_FALSE(backup_sqlite(folder / "other", folder / "copy").ok());
  EXPECT_FALSE(std::filesystem::exists(folder / "copy"));
  EXPECT_FALSE(std::filesystem::exists(folder / "copy.part"));
}

}  // namespace
}  // namespace store
