#include "app/fetch_documents.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "app/provider_test.h"
#include "store/migrate.h"
#include "store/queries/keys.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};

class Archive final : public EmptyProvider {
 public:
  bool is_configured() const override { return is_on; }
  std::variant<Media, NotYet, Never> fetch_message_media(std::string_view message_sid,
                                                         std::string_view media_sid) override {
    asked.push_back(std::string(message_sid) + "/" + std::string(media_sid));
    return answer;
  }
  bool is_on = true;
  std::vector<std::string> asked;
  std::variant<Media, NotYet, Never> answer = Media{"image/JPEG; name=x", "canary picture"};
};

class FetchDocuments : public testing::Test {
 protected:
  FetchDocuments() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = store::open_vault(*database_, master.value(), platform::system_random(), start);
    vault_.emplace(std::move(vault).value());
    database_->write([](store::Transaction& tx) {
      tx.run(
          "INSERT INTO attempts (id, channel, from_number, kind, state, received_at)"
          " VALUES (1, 'sms', '+15550100123', 'picture', 'closed', 0)");
      store::add_document(tx, store::AttemptId(1), {}, "MM1", "ME1", "image/jpeg", start);
    });
    fetcher_ = std::make_unique<DocumentFetcher>(
        *database_, archive_, *vault_, platform::system_random(),
        platform::Log(platform::Level::debug, log_), folder_ / "documents");
  }

  std::string state() {
    std::string text;
    database_->read([&](store::Transaction& tx) {
      text = tx.run("SELECT state FROM documents").at(0).text(0);
    });
    return text;
  }
  std::string only_file() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "documents")) {
      files.push_back(entry.path());
    }
    return files.size() == 1 ? files.front().string() : "";
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::optional<platform::Vault> vault_;
  std::shared_ptr<std::string> log_ = std::make_shared<std::string>();
  Archive archive_;
  std::unique_ptr<DocumentFetcher> fetcher_;
};

TEST_F(FetchDocuments, APictureIsKeptSealedAndForUsOnly) {
  const Step step = fetcher_->step(start);
  EXPECT_EQ(step.handled, 1);
  EXPECT_EQ(step.next, std::nullopt);
  EXPECT_EQ(archive_.asked, std::vector<std::string>{"MM1/ME1"});
  EXPECT_EQ(state(), "kept");
  const std::string file = only_file();
  ASSERT_NE(file, "");
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::ifstream stream(file, std::ios::binary);
  const base::Bytes sealed{std::istreambuf_iterator<char>(stream), {}};
  EXPECT_EQ(vault_->open(document_place, sealed), "canary picture");
  EXPECT_EQ(fetcher_->step(start).handled, 0);
}

TEST_F(FetchDocuments, WhatIsNotThereYetIsTriedAgainForADay) {
  archive_.answer = NotYet{"status 404"};
  base::Moment now = start;
  int tries = 0;
  while (state() == "waiting") {
    ASSERT_LT(++tries, 200);
    const Step step = fetcher_->step(now);
    if (step.next) now = *step.next;
  }
  EXPECT_EQ(state(), "failed");
  EXPECT_GE(now, start + 24h);
  EXPECT_LE(now, start + 26h);
}

TEST_F(FetchDocuments, WhatWillNeverComeFailsAtOnce) {
  archive_.answer = Never{"not an id"};
  fetcher_->step(start);
  EXPECT_EQ(state(), "failed");
}

TEST_F(FetchDocuments, AnotherTypeIsNotKept) {
  archive_.answer = Media{"text/html", "<script>"};
  fetcher_->step(start);
  EXPECT_EQ(state(), "failed");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "documents"));
}

TEST_F(FetchDocuments, ATooLargeOneIsNotKept) {
  archive_.answer = Media{"application/pdf", std::string(largest_document + 1, 'x')};
  fetcher_->step(start);
  EXPECT_EQ(state(), "failed");
}

TEST_F(FetchDocuments, ADiskThatDoesNotTakeItIsNoSuccess) {
  {
    std::ofstream in_the_way(folder_ / "documents");
  }
  fetcher_->step(start);
  EXPECT_EQ(state(), "waiting");
}

TEST_F(FetchDocuments, NothingIsAskedWithoutAnAccount) {
  archive_.is_on = false;
  EXPECT_EQ(fetcher_->step(start).handled, 0);
  EXPECT_TRUE(archive_.asked.empty());
}

}  // namespace
}  // namespace app
