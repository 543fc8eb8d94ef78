#include "store/queries/outbox.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/queries/alarms.h"
#include "store/queries/keys.h"
#include "store/queries/notice_facts.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using notice::Channel;
using notice::Kind;

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};
constexpr people::UserId boss{7};

notice::Facts all_facts() {
  return {.name = "Ana García",
          .first_name = "Ana",
          .position = "RN",
          .team = "Clinical",
          .source = "sms",
          .authentication = "phone_match",
          .phone = "+15550100123",
          .manager = "Bo",
          .code = "K7",
          .message = "the canary \"flu\"\n",
          .denial_reason = "the canary again",
          .pto_type = "Sick Leave",
          .is_call_out = true,
          .day = base::parse_day("2026-11-23"),
          .last_day = base::parse_day("2026-11-27"),
          .is_today = false,
          .time_of_day = 4h + 58min,
          .receipt_number = 114,
          .is_somebody_told = false,
          .out = 2,
          .of = 6,
          .during_request = "90",
          .lateness = "late",
          .late_by = 30min,
          .late_at = 0min};
}

class Outbox : public testing::Test {
 protected:
  Outbox() {
    auto opened = open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = open_vault(*database_, master.value(), platform::system_random(), start);
    vault_.emplace(std::move(vault).value());
    write([](Transaction& tx) {
      tx.run(
          "INSERT INTO users (id, name, first_name, created_at, updated_at)"
          " VALUES (7, 'Boss', 'Boss', 0, 0)");
      tx.run(
          "INSERT INTO call_out_records (id, receipt_number, day, source, verified,"
          " authentication_method, created_at) VALUES (1, 114, '2026-11-23', 'sms', 1, 'none', 0)");
    });
  }

  void write(const Job& job) { database_->write(job); }

  notice::NoticeId add(Kind kind, const std::string& address, base::Moment now = start,
                       std::optional<notice::NoticeId> instead_of = {}) {
    notice::NoticeId id;
    write([&](Transaction& tx) {
      id = enqueue(tx, *vault_,
                   {.kind = kind,
                    .channel = Channel::sms,
                    .user = boss,
                    .address = address,
                    .facts = all_facts(),
                    .call_out = CallOutId(1),
                    .instead_of = instead_of},
                   now);
    });
    return id;
  }

  std::vector<Notice> claim(base::Moment now, int limit = 20, std::string_view owner = "me") {
    std::vector<Notice> claimed;
    write([&](Transaction& tx) {
      claimed = claim_due(tx, *vault_, Channel::sms, owner, now, 30s, limit);
    });
    return claimed;
  }

  Delivery delivery(notice::NoticeId id) {
    std::optional<Delivery> found;
    write([&](Transaction& tx) { found = notice_by_id(tx, id); });
    return found.value();
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
  std::optional<platform::Vault> vault_;
};

TEST(NoticeFacts, WhatIsWrittenIsRead) {
  EXPECT_EQ(read_facts(write_facts(all_facts())), all_facts());
  EXPECT_EQ(read_facts(write_facts({})), notice::Facts{});
  EXPECT_EQ(read_facts("{}"), notice::Facts{});
  EXPECT_EQ(read_facts(R"({"name":"Ana","of_a_later_version":[1]})")->name, "Ana");
}

TEST(NoticeFacts, WhatIsNoSuchJsonIsNothing) {
  for (const char* json : {"", "[]", "{", R"({"name":1})", R"({"out":"2"})", R"({"day":"soon"})",
                           R"({"last_day":7})", R"({"is_today":1})", R"({"late_by":1.5})"}) {
    EXPECT_FALSE(read_facts(json)) << json;
  }
}

TEST_F(Outbox, ANoticeIsClaimedAsItWasPutIn) {
  const auto id = add(Kind::call_out_recorded, "+15550100101");
  const auto claimed = claim(start);
  ASSERT_EQ(claimed.size(), 1u);
  EXPECT_EQ(claimed[0].id, id);
  EXPECT_EQ(claimed[0].kind, Kind::call_out_recorded);
  EXPECT_EQ(claimed[0].user, boss);
  EXPECT_EQ(claimed[0].address, "+15550100101");
  EXPECT_EQ(claimed[0].facts, all_facts());
  EXPECT_EQ(claimed[0].rendering, "");
  EXPECT_EQ(claimed[0].call_out, CallOutId(1));
  EXPECT_EQ(claimed[0].attempts, 0);
  EXPECT_FALSE(claimed[0].in_doubt);
  EXPECT_EQ(claimed[0].created_at, start);
}

TEST_F(Outbox, TheFileHoldsNoWordOfTheFacts) {
  add(Kind::receipt, "+15550100101");
  write([&](Transaction& tx) {
    const auto sealed = tx.run("SELECT arguments_sealed FROM outbox").front().bytes(0);
    EXPECT_EQ(std::string(sealed.begin(), sealed.end()).find("canary"), std::string::npos);
  });
}

TEST_F(Outbox, AlertsAreClaimedBeforeReceipts) {
  add(Kind::receipt, "+15550100101");
  const auto alert = add(Kind::call_out_recorded, "+15550100102", start + 5s);
  const auto claimed = claim(start + 10s, 1);
  ASSERT_EQ(claimed.size(), 1u);
  EXPECT_EQ(claimed[0].id, alert);
  EXPECT_EQ(claim(start + 10s).size(), 1u);
}

TEST_F(Outbox, ALeaseHoldsOthersOffUntilItRunsOutAndThenTheNoticeIsInDoubt) {
  add(Kind::receipt, "+15550100101");
  EXPECT_EQ(claim(start).size(), 1u);
  EXPECT_TRUE(claim(start + 29s).empty());
  const auto again = claim(start + 30s, 20, "other");
  ASSERT_EQ(again.size(), 1u);
  EXPECT_TRUE(again[0].in_doubt);
  EXPECT_EQ(again[0].attempts, 1);
  write([&](Transaction& tx) {
    EXPECT_FALSE(renew_lease(tx, again[0].id, "me", start + 90s));
    EXPECT_TRUE(renew_lease(tx, again[0].id, "other", start + 90s));
  });
  EXPECT_TRUE(claim(start + 61s).empty());
}

TEST_F(Outbox, NextDueIsTheNextTryOrTheEndOfALease) {
  const auto next = [&] {
    std::optional<base::Moment> moment;
    database_->read([&](Transaction& tx) { moment = next_due(tx, Channel::sms); });
    return moment;
  };
  EXPECT_EQ(next(), std::nullopt);
  const auto id = add(Kind::receipt, "+15550100101");
  EXPECT_EQ(next(), start);
  claim(start);
  EXPECT_EQ(next(), start + 30s);
  write([&](Transaction& tx) { mark_retry(tx, id, start + 4s, "retry", 20429, false); });
  EXPECT_EQ(next(), start + 4s);
  EXPECT_TRUE(claim(start + 3s).empty());
  EXPECT_FALSE(claim(start + 4s).front().in_doubt);
  write([&](Transaction& tx) { mark_accepted(tx, id, "SM1", start + 5s); });
  EXPECT_EQ(next(), std::nullopt);
}

TEST_F(Outbox, TheRenderingIsKept) {
  const auto id = add(Kind::receipt, "+15550100101");
  write([&](Transaction& tx) {
    keep_rendering(tx, *vault_, id, "Recorded, Ana.");
    EXPECT_EQ(find_notice(tx, *vault_, id)->rendering, "Recorded, Ana.");
  });
}

TEST_F(Outbox, WhatACallbackSettledFirstStaysSettled) {
  const auto delivered = add(Kind::receipt, "+15550100101");
  const auto lost = add(Kind::receipt, "+15550100102");
  claim(start);
  write([&](Transaction& tx) {
    mark_delivered(tx, delivered, "SM1", start);
    mark_accepted(tx, delivered, "SM1", start + 1s);
    mark_failed(tx, delivered, "permanent", 1, start + 1s);
    mark_retry(tx, lost, start + 60s, "undelivered", 30003, false);
    mark_accepted(tx, lost, "SM2", start + 1s);
  });
  EXPECT_EQ(delivery(delivered).state, "delivered");
  EXPECT_EQ(delivery(delivered).provider_id, "SM1");
  EXPECT_EQ(delivery(lost).state, "waiting");
}

TEST_F(Outbox, OnlyWhatIsStillWaitingIsDropped) {
  const auto waiting = add(Kind::receipt, "+15550100101");
  write([&](Transaction& tx) { drop(tx, waiting, start); });
  EXPECT_EQ(delivery(waiting).state, "dropped");
  const auto leaving = add(Kind::receipt, "+15550100101");
  EXPECT_EQ(claim(start).size(), 1u);
  write([&](Transaction& tx) { drop(tx, leaving, start); });
  EXPECT_EQ(delivery(leaving).state, "sending");
}

TEST_F(Outbox, ANoticeIsFoundByTheProvidersId) {
  const auto id = add(Kind::receipt, "+15550100101");
  claim(start);
  write([&](Transaction& tx) {
    mark_accepted(tx, id, "SM1", start);
    note_provider_status(tx, id, "sent");
    EXPECT_EQ(notice_by_provider_id(tx, "SM1")->id, id);
    EXPECT_EQ(notice_by_provider_id(tx, "SM1")->provider_status, "sent");
    EXPECT_FALSE(notice_by_provider_id(tx, "SM2"));
    EXPECT_FALSE(notice_by_id(tx, notice::NoticeId(99)));
  });
}

TEST_F(Outbox, OneThatCannotBeReadFailsWithAnAlarmAndTheOthersLeave) {
  const auto altered = add(Kind::call_out_recorded, "+15550100101");
  const auto fine = add(Kind::call_out_recorded, "+15550100102");
  write([&](Transaction& tx) {
    tx.run("UPDATE outbox SET arguments_sealed = $2 WHERE id = $1", {altered, base::Bytes{1, 2}});
  });
  const auto claimed = claim(start);
  ASSERT_EQ(claimed.size(), 1u);
  EXPECT_EQ(claimed[0].id, fine);
  EXPECT_EQ(delivery(altered).state, "failed");
  write([](Transaction& tx) { EXPECT_EQ(open_alarms(tx), 1); });
}

TEST_F(Outbox, ToldOfListsTheOthersOfTheSameNewsAndHowTheyWent) {
  add(Kind::call_out_updated, "+15550100100");  // an earlier update: other news
  const auto mine = add(Kind::call_out_updated, "+15550100101", start + 60s);
  const auto failed = add(Kind::call_out_updated, "+15550100102", start + 60s);
  const auto dropped = add(Kind::call_out_updated, "+15550100103", start + 60s);
  add(Kind::receipt, "+15550100104", start + 60s);
  const auto next = add(Kind::call_out_updated, "+15550100105", start + 120s, mine);
  write([&](Transaction& tx) {
    mark_failed(tx, failed, "permanent", 21211, start);
    drop(tx, dropped, start);
    mark_escalated(tx, mine);
    const auto told = told_of(tx, *find_notice(tx, *vault_, next));
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[0].address, "+15550100101");
    EXPECT_EQ(told[0].user, boss);
    EXPECT_EQ(told[0].outcome, Told::Outcome::overdue);
    EXPECT_EQ(told[1].outcome, Told::Outcome::failed);
  });
}

TEST_F(Outbox, AlertsThatNobodyAcceptedAreOverdueOnce) {
  const auto late = add(Kind::call_out_recorded, "+15550100101");
  add(Kind::receipt, "+15550100102");
  const auto accepted = add(Kind::call_out_recorded, "+15550100103");
  add(Kind::call_out_recorded, "+15550100104", start + 60s);
  claim(start);
  write([&](Transaction& tx) {
    mark_accepted(tx, accepted, "SM1", start);
    EXPECT_EQ(overdue_alerts(tx, start), std::vector{late});
    mark_escalated(tx, late);
    EXPECT_TRUE(overdue_alerts(tx, start).empty());
  });
}

}  // namespace
}  // namespace store
