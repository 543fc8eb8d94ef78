#include "store/queries/accounts.h"

#include <chrono>

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/queries/people_import.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

constexpr auto now = base::Moment(std::chrono::seconds(1'795'361'045));
constexpr auto day = std::chrono::hours(24);

class Accounts : public testing::Test {
 protected:
  Accounts() {
    EXPECT_TRUE(migrate(*database_).ok());
    ImportedPerson ana;
    ana.employee_number = "1001";
    ana.name = "Ana Ruiz";
    ana.email = "Ana@example.org";
    ana.team = "Clinical";
    ana.roles = {people::Role::employee, people::Role::administrator};
    write([&](Transaction& tx) {
      EXPECT_FALSE(has_administrator(tx));
      import_person(tx, ana, {.time_zone = "UTC", .today = {}, .now = now});
    });
  }

  void write(const Job& job) { database_->write(job); }

 private:
  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_ =
      open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
};

TEST_F(Accounts, AreFoundByTheirAddressInAnyCase) {
  write([](Transaction& tx) {
    const auto account = account_with_email(tx, "aNA@EXAMPLE.ORG");
    ASSERT_TRUE(account);
    EXPECT_EQ(account->name, "Ana Ruiz");
    EXPECT_EQ(account->roles.size(), 2u);
    EXPECT_TRUE(has_administrator(tx));
    EXPECT_FALSE(account_with_email(tx, "bob@example.org"));
    EXPECT_FALSE(account_with_email(tx, ""));
  });
}

TEST_F(Accounts, WithANewPasswordLoseTheirSessions) {
  write([](Transaction& tx) {
    const auto user = account_with_email(tx, "ana@example.org")->user;
    tx.run(R"sql(
        INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, confirmed_at, expires_at)
        VALUES ($1, $2, 1, 1, 1, 2))sql",
           {base::Bytes{1}, user});
    set_password(tx, user, "$argon2id$hash", now);
    EXPECT_EQ(tx.run(R"sql(SELECT COUNT(*) FROM sessions)sql").at(0).integer(0), 0);
    EXPECT_EQ(tx.run(R"sql(SELECT password_hash FROM users)sql").at(0).text(0), "$argon2id$hash");
  });
}

TEST_F(Accounts, GetLinksThatWorkOnceAndOnlyInTime) {
  write([](Transaction& tx) {
    add_token(tx, administrator_link, "secret-token", now, now + day);
    EXPECT_FALSE(use_token(tx, administrator_link, "another-token", now));
    EXPECT_FALSE(use_token(tx, "sign-in", "secret-token", now)) << "for another purpose";
    EXPECT_FALSE(use_token(tx, administrator_link, "secret-token", now + day)) << "too late";
    EXPECT_TRUE(use_token(tx, administrator_link, "secret-token", now));
    EXPECT_FALSE(use_token(tx, administrator_link, "secret-token", now)) << "a second time";
  });
}

TEST_F(Accounts, GetLinksThatCanBeVoidedByPurpose) {
  write([](Transaction& tx) {
    add_token(tx, administrator_link, "first", now, now + day);
    add_token(tx, "sign-in", "other", now, now + day);
    void_tokens(tx, administrator_link, now);
    add_token(tx, administrator_link, "second", now, now + day);
    EXPECT_FALSE(use_token(tx, administrator_link, "first", now));
    EXPECT_TRUE(use_token(tx, administrator_link, "second", now));
    EXPECT_TRUE(use_token(tx, "sign-in", "other", now));
  });
}

TEST_F(Accounts, KeepSettingsByName) {
  write([](Transaction& tx) {
    EXPECT_FALSE(setting(tx, "escalate_after"));
    put_setting(tx, "escalate_after", "15", {}, now);
    put_setting(tx, "escalate_after", "5", {}, now);
    EXPECT_EQ(setting(tx, "escalate_after"), "5");
  });
}

}  // namespace
}  // namespace store
