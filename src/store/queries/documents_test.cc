#include "store/queries/documents.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};

class Documents : public testing::Test {
 protected:
  Documents() {
    auto opened = open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(migrate(*database_).ok());
    write([](Transaction& tx) {
      tx.run(
          "INSERT INTO attempts (id, channel, from_number, kind, state, received_at)"
          " VALUES (1, 'sms', '+15550100123', 'picture', 'closed', 0)");
    });
  }
  void write(const Job& job) { database_->write(job); }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
};

TEST_F(Documents, APictureAnnouncedTwiceIsOne) {
  write([](Transaction& tx) {
    add_document(tx, AttemptId(1), {}, "MM1", "ME1", "image/jpeg", start);
    add_document(tx, AttemptId(1), {}, "MM1", "ME1", "image/jpeg", start + 5s);
    const auto due = due_documents(tx, start, 5);
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].message_sid, "MM1");
    EXPECT_EQ(due[0].media_sid, "ME1");
    EXPECT_EQ(due[0].created_at, start);
  });
}

TEST_F(Documents, OneIsDueUntilItIsKeptOrFailed) {
  write([](Transaction& tx) {
    add_document(tx, AttemptId(1), {}, "MM1", "ME1", "image/jpeg", start);
    const DocumentId id = due_documents(tx, start, 5).at(0).id;
    mark_retry(tx, id, start + 9s);
    EXPECT_TRUE(due_documents(tx, start + 8s, 5).empty());
    EXPECT_EQ(next_document_due(tx), start + 9s);
    EXPECT_EQ(due_documents(tx, start + 9s, 5).at(0).attempts, 1);
    mark_kept(tx, id, {"image/png", "document-1.sealed", 12}, start + 9s);
    mark_failed(tx, id);
    EXPECT_EQ(next_document_due(tx), std::nullopt);
    const auto row = tx.run("SELECT state, content_type, file_name, size FROM documents").at(0);
    EXPECT_EQ(row.text(0), "kept");
    EXPECT_EQ(row.text(1), "image/png");
    EXPECT_EQ(row.text(2), "document-1.sealed");
    EXPECT_EQ(row.integer(3), 12);
  });
}

}  // namespace
}  // namespace store
