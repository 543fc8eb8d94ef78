#include "store/queries/watermarks.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};

TEST(Watermarks, EachIsNothingUntilItIsSetAndThenItsNewest) {
  const test_support::TemporaryFolder folder;
  auto database = std::move(open_sqlite({.file = folder / "callout.db", .vfs = ""})).value();
  ASSERT_TRUE(migrate(*database).ok());
  database->write([](Transaction& tx) {
    EXPECT_FALSE(watermark(tx, "texts"));
    set_watermark(tx, "texts", start);
    set_watermark(tx, "calls", start);
    set_watermark(tx, "texts", start + std::chrono::minutes(3));
    EXPECT_EQ(watermark(tx, "texts"), start + std::chrono::minutes(3));
    EXPECT_EQ(watermark(tx, "calls"), start);
  });
}

}  // namespace
}  // namespace store
