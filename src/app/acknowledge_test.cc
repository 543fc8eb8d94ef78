#include "app/acknowledge.h"

#include <atomic>
#include <functional>

#include "app/acts_test.h"
#include "app/assign_call_out.h"
#include "app/reject_call_out.h"

namespace app {
namespace {

using notice::Kind;

class AcknowledgeOnTheWeb : public ActsTest {
 protected:
  SeenOutcome see(const Actor& who, store::CallOutId id) {
    return in(
        [&](store::Transaction& tx) { return acknowledge_on_the_web(tx, *line_, who, id, now); });
  }
};

template <class Came>
bool is(const SeenOutcome& outcome) {
  return std::holds_alternative<Came>(outcome);
}

TEST_F(AcknowledgeOnTheWeb, TheEmployeeIsToldByWhomAndTheOthersThatNothingIsToDo) {
  const store::CallOut call_out = calls_out(anas);
  ASSERT_TRUE(is<Seen>(see(boss, call_out.id)));
  EXPECT_EQ(waiting(Kind::seen_by, ana, "sms"), 1);
  EXPECT_EQ(waiting(Kind::seen_by_another, rival, "sms"), 1);
  EXPECT_EQ(waiting(Kind::seen_by_another, boss, "sms"), 0);
  EXPECT_EQ(audited("call-out acknowledged", "call_out_records", call_out.id.value(), boss), 1);
  EXPECT_EQ(text("SELECT acknowledged_as FROM call_out_records WHERE id = $1", {call_out.id}),
            "Bo B");
}

TEST_F(AcknowledgeOnTheWeb, OnceMoreByTheSamePersonIsTheSameAndTellsNobody) {
  const store::CallOut call_out = calls_out(anas);
  ASSERT_TRUE(is<Seen>(see(boss, call_out.id)));
  ASSERT_TRUE(is<Seen>(see(boss, call_out.id)));
  EXPECT_EQ(waiting(Kind::seen_by, ana, "sms"), 1);
  EXPECT_EQ(audited("call-out acknowledged", "call_out_records", call_out.id.value(), boss), 1);
}

TEST_F(AcknowledgeOnTheWeb, SomebodyElseLearnsWhoWasFirst) {
  const store::CallOut call_out = calls_out(anas);
  ASSERT_TRUE(is<Seen>(see(boss, call_out.id)));
  const auto second = see(rival, call_out.id);
  ASSERT_TRUE(is<SeenAlready>(second));
  EXPECT_EQ(std::get<SeenAlready>(second).by, "Bo Boss");
  EXPECT_EQ(std::get<SeenAlready>(second).at, now);
}

TEST_F(AcknowledgeOnTheWeb, OfManyAtOnceOneIsFirst) {
  const store::CallOut call_out = calls_out(anas);
  std::atomic<int> first = 0;
  std::vector<std::function<void()>> all;
  for (const Actor* who : {&boss, &rival, &hana})
    all.emplace_back([&, who] { first += is<Seen>(see(*who, call_out.id)) ? 1 : 0; });
  at_once(all);
  EXPECT_EQ(first, 1);
  EXPECT_EQ(waiting(Kind::seen_by, ana, "sms"), 1);
}

TEST_F(AcknowledgeOnTheWeb, AnUnverifiedOneTellsTheOthersWhoWereAlertedByItsNumber) {
  const store::CallOut call_out = stranger_texts();
  ASSERT_TRUE(is<Seen>(see(boss, call_out.id)));
  EXPECT_EQ(waiting(Kind::seen_by_another, hana, "sms"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'seen_by'"), 0);
  in([&](store::Transaction& tx) {
    for (const auto& one : store::claim_due(tx, line_->vault, notice::Channel::sms, "me", now,
                                            std::chrono::seconds(30), 9)) {
      if (one.kind != Kind::seen_by_another) continue;
      EXPECT_EQ(one.facts.phone, "+15550100199");
    }
  });
}

TEST_F(AcknowledgeOnTheWeb, AnotherTeamsIsNotThereAndOnesOwnIsNotOnesToSee) {
  const store::CallOut call_out = calls_out(anas);
  EXPECT_TRUE(is<NotThere>(see(bill, call_out.id)));
  EXPECT_TRUE(is<NotThere>(see(ada, call_out.id)));
  EXPECT_TRUE(is<NotThere>(see(boss, store::CallOutId(999))));
  EXPECT_TRUE(is<NotYours>(see(ana, call_out.id)));
  EXPECT_TRUE(is<NotThere>(see(boss, calls_out(leas).id)));
  EXPECT_EQ(number("SELECT COUNT(*) FROM audit_entries WHERE action = 'call-out acknowledged'"), 0);
}

TEST_F(AcknowledgeOnTheWeb, WhatWasRejectedOrMergedCanNotBeSeenAnyMore) {
  const store::CallOut rejected = stranger_texts();
  const store::CallOut merged = stranger_texts("sick today", "+15550100198");
  calls_out(anas);
  in([&](store::Transaction& tx) {
    reject_call_out(tx, *line_, boss, rejected.id, now);
    assign_call_out(tx, *line_, boss, {.call_out = merged.id, .member = anas}, now);
  });
  const auto outcome = see(rival, rejected.id);
  ASSERT_TRUE(is<NotPossibleNow>(outcome));
  EXPECT_EQ(std::get<NotPossibleNow>(outcome).state, "rejected");
  EXPECT_EQ(std::get<NotPossibleNow>(outcome).by, "Bo Boss");
  ASSERT_TRUE(is<NotPossibleNow>(see(rival, merged.id)));
}

}  // namespace
}  // namespace app
