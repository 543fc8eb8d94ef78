#include "app/after_failure.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/queries/alarms.h"
#include "store/queries/keys.h"
#include "store/queries/opt_outs.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using notice::Channel;
using notice::Kind;

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};
constexpr people::UserId ana{1};
constexpr people::UserId boss{2};
constexpr people::UserId personnel{3};

/// Ana (RN) is out; Boss manages her team; Pat is HR. Each has a number and an address.
class AfterFailure : public testing::Test {
 protected:
  AfterFailure() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = store::open_vault(*database_, master.value(), platform::system_random(), start);
    vault_.emplace(std::move(vault).value());
    write([](store::Transaction& tx) {
      tx.run("INSERT INTO teams (id, name, created_at) VALUES (1, 'Clinical', 0)");
      tx.run(
          "INSERT INTO users (id, name, first_name, phone, email, created_at, updated_at) VALUES"
          " (1, 'Ana Ruiz', 'Ana', '+15550100101', 'ana@example.org', 0, 0),"
          " (2, 'Bo Ek', 'Bo', '+15550100102', 'bo@example.org', 0, 0),"
          " (3, 'Pat Lee', 'Pat', '+15550100103', 'pat@example.org', 0, 0)");
      tx.run(
          "INSERT INTO user_roles (user_id, role) VALUES (1, 'employee'), (2, 'manager'), (3, "
          "'hr')");
      tx.run(
          "INSERT INTO team_members (id, user_id, employee_number, team_id, created_at)"
          " VALUES (1, 1, '1', 1, 0)");
      tx.run("INSERT INTO managers (id, user_id, created_at) VALUES (1, 2, 0)");
      tx.run("INSERT INTO scopes (manager_id, team_id) VALUES (1, 1)");
      tx.run(
          "INSERT INTO call_out_records (id, receipt_number, member_id, day, source, verified,"
          " authentication_method, created_at) VALUES (1, 114, 1, '2026-11-23', 'sms', 1, 'none', "
          "0)");
    });
  }
  void write(const store::Job& job) { database_->write(job); }

  notice::NoticeId add(Kind kind, Channel channel, std::optional<people::UserId> user,
                       const std::string& address) {
    notice::Facts facts;
    facts.message = facts.denial_reason = "flu";
    notice::NoticeId id;
    write([&](store::Transaction& tx) {
      id = store::enqueue(tx, *vault_,
                          {.kind = kind,
                           .channel = channel,
                           .user = user,
                           .address = address,
                           .facts = facts,
                           .call_out = store::CallOutId(1)},
                          start);
    });
    return id;
  }
  notice::NoticeId text_to_boss() {
    return add(Kind::call_out_recorded, Channel::sms, boss, "+15550100102");
  }
  notice::NoticeId mail_to_boss() {
    return add(Kind::call_out_recorded, Channel::email, boss, "bo@example.org");
  }

  void fail(notice::NoticeId id) {
    write([&](store::Transaction& tx) {
      store::mark_failed(tx, id, "permanent", 21211, start);
      after_failure(tx, *vault_, *store::find_notice(tx, *vault_, id), start);
    });
  }
  void set_state(notice::NoticeId id, const std::string& state) {
    write([&](store::Transaction& tx) {
      tx.run("UPDATE outbox SET state = $2 WHERE id = $1", {id, state});
    });
  }
  int escalate(base::Moment now) {
    int count = 0;
    write([&](store::Transaction& tx) { count = escalate_overdue(tx, *vault_, now); });
    return count;
  }

  /// Where notices go that are waiting, in the order in which they were made.
  std::vector<std::string> waiting() {
    std::vector<std::string> addresses;
    database_->read([&](store::Transaction& tx) {
      for (const auto& row :
           tx.run("SELECT address FROM outbox WHERE state = 'waiting' ORDER BY id")) {
        addresses.push_back(row.text(0));
      }
    });
    return addresses;
  }
  std::int64_t alarms() {
    std::int64_t count = 0;
    database_->read([&](store::Transaction& tx) { count = store::open_alarms(tx); });
    return count;
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::optional<platform::Vault> vault_;
};
using Addresses = std::vector<std::string>;

TEST_F(AfterFailure, AnAlertTakesThePersonsOtherChannel) {
  const auto text = text_to_boss();
  fail(text);
  EXPECT_EQ(waiting(), (Addresses{"bo@example.org"}));
  database_->read([&](store::Transaction& tx) {
    const auto row =
        tx.run("SELECT instead_of_id, user_id, kind FROM outbox ORDER BY id DESC").at(0);
    EXPECT_EQ(row.integer(0), text.value());
    EXPECT_EQ(row.integer(1), boss.value());
    EXPECT_EQ(row.text(2), "call_out_recorded");
  });
}

TEST_F(AfterFailure, NothingMoreWhenTheOtherChannelIsUnderWayOrArrived) {
  mail_to_boss();
  fail(text_to_boss());
  EXPECT_EQ(waiting(), (Addresses{"bo@example.org"}));
  EXPECT_EQ(alarms(), 0);
}

TEST_F(AfterFailure, WhenEveryWayToOnePersonFailedHrIsTold) {
  const auto mail = mail_to_boss();
  fail(text_to_boss());
  fail(mail);
  EXPECT_EQ(waiting(), (Addresses{"+15550100103", "pat@example.org"}));
  EXPECT_EQ(alarms(), 0);
}

TEST_F(AfterFailure, HrIsLeftInPeaceWhenSomebodyElseWasTold) {
  write([](store::Transaction& tx) { tx.run("UPDATE users SET email = NULL WHERE id = 2"); });
  const auto other = add(Kind::call_out_recorded, Channel::sms, {}, "+15550100177");
  set_state(other, "accepted");
  fail(text_to_boss());
  EXPECT_TRUE(waiting().empty());
  EXPECT_EQ(alarms(), 0);
}

TEST_F(AfterFailure, AtLastThereIsOneAlarm) {
  fail(text_to_boss());
  for (int round = 0; round < 3; ++round) {
    Addresses before = waiting();
    if (before.empty()) break;
    std::vector<notice::NoticeId> ids;
    database_->read([&](store::Transaction& tx) {
      for (const auto& row : tx.run("SELECT id FROM outbox WHERE state = 'waiting' ORDER BY id")) {
        ids.push_back(row.id<notice::NoticeId>(0));
      }
    });
    for (const auto id : ids) fail(id);
  }
  EXPECT_TRUE(waiting().empty());
  EXPECT_EQ(alarms(), 1);
}

TEST_F(AfterFailure, WhoIsAbsentIsNeverToldOfThemselves) {
  write([](store::Transaction& tx) {
    tx.run("INSERT INTO user_roles (user_id, role) VALUES (1, 'hr')");
    tx.run("UPDATE users SET email = NULL WHERE id = 2");
  });
  fail(text_to_boss());
  EXPECT_EQ(waiting(), (Addresses{"+15550100103", "pat@example.org"}));
}

TEST_F(AfterFailure, WhoOptedOutIsNotTexted) {
  write([](store::Transaction& tx) {
    store::note_refused_as_opted_out(tx, "+15550100102", start);
    store::note_refused_as_opted_out(tx, "+15550100103", start);
  });
  fail(mail_to_boss());
  EXPECT_EQ(waiting(), (Addresses{"pat@example.org"}));
}

TEST_F(AfterFailure, AListedRecipientWithoutAnAccountGetsTheirOtherAddressAndNoWords) {
  write([](store::Transaction& tx) {
    tx.run(
        "INSERT INTO notice_recipients (team_id, phone, email, created_at)"
        " VALUES (1, '+15550100177', 'desk@example.org', 0)");
  });
  fail(add(Kind::call_out_recorded, Channel::sms, {}, "+15550100177"));
  EXPECT_EQ(waiting(), (Addresses{"desk@example.org"}));
  database_->read([&](store::Transaction& tx) {
    const auto id = tx.run("SELECT MAX(id) FROM outbox").at(0).id<notice::NoticeId>(0);
    EXPECT_EQ(store::find_notice(tx, *vault_, id)->facts.message, "");
  });
}

TEST_F(AfterFailure, AReceiptThatCannotBeTextedGoesByMailOnce) {
  const auto text = add(Kind::receipt, Channel::sms, ana, "+15550100101");
  fail(text);
  EXPECT_EQ(waiting(), (Addresses{"ana@example.org"}));
  fail(add(Kind::receipt, Channel::sms, ana, "+15550100101"));
  EXPECT_EQ(waiting(), (Addresses{"ana@example.org"}));
  EXPECT_EQ(alarms(), 0);
}

TEST_F(AfterFailure, ADecisionThatCannotBeMailedIsTextedWithoutItsReason) {
  write([](store::Transaction& tx) {
    tx.run(
        "INSERT INTO phone_numbers (user_id, phone, for_receipts, created_at)"
        " VALUES (1, '+15550100101', 1, 0)");
  });
  fail(add(Kind::request_denied, Channel::email, ana, "ana@example.org"));
  ASSERT_EQ(waiting(), (Addresses{"+15550100101"}));
  database_->read([&](store::Transaction& tx) {
    const auto id = tx.run("SELECT MAX(id) FROM outbox").at(0).id<notice::NoticeId>(0);
    EXPECT_EQ(store::find_notice(tx, *vault_, id)->facts.denial_reason, "");
  });
  fail(add(Kind::request_denied, Channel::sms, ana, "+15550100101"));
  EXPECT_EQ(waiting(), (Addresses{"+15550100101"})) << "each way once";
}

TEST_F(AfterFailure, ACourtesyEndsHere) {
  fail(add(Kind::sign_in_code, Channel::sms, ana, "+15550100101"));
  fail(add(Kind::seen_by_another, Channel::sms, boss, "+15550100102"));
  fail(add(Kind::seen_by, Channel::sms, ana, "+15550100101"));
  EXPECT_TRUE(waiting().empty());
  EXPECT_EQ(alarms(), 0);
}

TEST_F(AfterFailure, AnAlertNotAcceptedInTwoMinutesTakesAnotherWayOnce) {
  text_to_boss();
  EXPECT_EQ(escalate(start + 119s), 0);
  EXPECT_EQ(escalate(start + 2min), 1);
  EXPECT_EQ(waiting(), (Addresses{"+15550100102", "bo@example.org"}));
  EXPECT_EQ(escalate(start + 3min), 0);
}

TEST_F(AfterFailure, WhenNothingIsAcceptedAtAllHrAndThenAnAlarmFollow) {
  text_to_boss();
  mail_to_boss();
  EXPECT_EQ(escalate(start + 2min), 2);
  EXPECT_EQ(waiting().size(), 4u) << "two to the manager, two to HR";
  EXPECT_EQ(alarms(), 0);
  // The ones to HR were made two minutes later.
  EXPECT_EQ(escalate(start + 4min), 2);
  EXPECT_EQ(waiting().size(), 4u);
  EXPECT_EQ(alarms(), 1);
}

TEST_F(AfterFailure, AnUnverifiedCallOutIsForHrAndEveryListedRecipient) {
  write([](store::Transaction& tx) {
    tx.run("UPDATE call_out_records SET member_id = NULL WHERE id = 1");
  });
  fail(add(Kind::needs_verification, Channel::sms, personnel, "+15550100103"));
  EXPECT_EQ(waiting(), (Addresses{"pat@example.org"}));
}

}  // namespace
}  // namespace app
