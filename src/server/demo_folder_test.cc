#include "server/demo_folder.h"

#include <fstream>

#include <gtest/gtest.h>

#include "store/serve_lock.h"
#include "temporary_folder.h"

namespace server {
namespace {

class DemoFolder : public ::testing::Test {
 protected:
  void put(const std::string& name) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / name) << "something";
  }

  test_support::TemporaryFolder parent_;
  std::filesystem::path folder_ = parent_ / "data" / "demo";
};

TEST_F(DemoFolder, IsMadeWhereThereIsNone) {
  EXPECT_EQ(prepare_demo_folder(folder_, false), std::nullopt);
  EXPECT_TRUE(std::filesystem::is_directory(folder_));
}

TEST_F(DemoFolder, KeepsWhatIsThereUntilItShallBeFresh) {
  ASSERT_EQ(prepare_demo_folder(folder_, false), std::nullopt);
  put("callout.db");
  ASSERT_EQ(prepare_demo_folder(folder_, false), std::nullopt);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "callout.db"));
  ASSERT_EQ(prepare_demo_folder(folder_, true), std::nullopt);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "callout.db"));
}

TEST_F(DemoFolder, NeverTouchesWhatIsNotTheDemos) {
  put("callout.db");
  for (const bool is_fresh : {false, true}) {
    const auto why = prepare_demo_folder(folder_, is_fresh);
    ASSERT_TRUE(why);
    EXPECT_NE(why->find("not the demo's"), std::string::npos) << *why;
    EXPECT_TRUE(std::filesystem::exists(folder_ / "callout.db"));
  }
}

TEST_F(DemoFolder, IsNotTakenFromADemoThatIsRunning) {
  ASSERT_EQ(prepare_demo_folder(folder_, false), std::nullopt);
  put("callout.db");
  {
    const auto running = store::ServeLock::take(folder_ / "callout.db");
    ASSERT_TRUE(running);
    const auto why = prepare_demo_folder(folder_, true);
    ASSERT_TRUE(why);
    EXPECT_NE(why->find("is running"), std::string::npos) << *why;
    EXPECT_TRUE(std::filesystem::exists(folder_ / "callout.db"));
  }
  EXPECT_EQ(prepare_demo_folder(folder_, true), std::nullopt);
}

TEST_F(DemoFolder, SaysWhyItCannotBeMade) {
  std::ofstream(parent_ / "data") << "a file";
  const auto why = prepare_demo_folder(folder_, false);
  ASSERT_TRUE(why);
  EXPECT_NE(why->find("DATA_DIR"), std::string::npos) << *why;
}

}  // namespace
}  // namespace server
