#include "store/queries/keys.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

constexpr auto now = base::Moment(std::chrono::seconds(1'795'361'045));

class Keys : public testing::Test {
 protected:
  Keys() { EXPECT_TRUE(migrate(database()).ok()); }

  Database& database() { return *database_; }
  base::Result<platform::Vault> open(char digit) {
    std::string hex(64, digit);
    hex.front() = 'f';
    const auto key = platform::SecretKey::parse(hex);
    return open_vault(database(), key.value(), platform::system_random(), now);
  }

 private:
  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_ =
      open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
};

TEST_F(Keys, OfANewDatabaseAreMadeOnceAndStay) {
  EXPECT_FALSE(has_data_key(database()));
  const auto first = open('1');
  ASSERT_TRUE(first.ok());
  EXPECT_TRUE(has_data_key(database()));
  const base::Bytes sealed = first.value().seal("pto_requests.reason", "flu");
  const auto second = open('1');
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(second.value().open("pto_requests.reason", sealed), "flu");
}

TEST_F(Keys, OpenWithTheirOwnSecretKeyOnly) {
  ASSERT_TRUE(open('1').ok());
  const auto wrong = open('2');
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.problem().field, "CALLOUT_SECRET_KEY");
  EXPECT_TRUE(open('1').ok()) << "nothing was changed";
}

}  // namespace
}  // namespace store
