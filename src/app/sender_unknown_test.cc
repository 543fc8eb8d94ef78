#include "app/acknowledge.h"
#include "app/acts_test.h"
#include "app/assign_call_out.h"
#include "app/reject_call_out.h"
#include "app/take_text.h"
#include "store/queries/assignments.h"

namespace app {
namespace {

using notice::Kind;
using store::CallOutState;

constexpr const char* strangers = "+15550100199";

/// Somebody whom nobody knows has texted, and answers "what is your full name?" later.
class NameOfAStranger : public ActsTest {
 protected:
  NameOfAStranger() { hear("sick today"); }

  TextOutcome hear(const std::string& words) {
    return in([&](store::Transaction& tx) {
      const IncomingText text{
          .sid = "SN" + std::to_string(++texts_), .from = strangers, .body = words};
      return take_text(tx, *line_, text, now).outcome;
    });
  }
  void reject() {
    in([&](store::Transaction& tx) { reject_call_out(tx, *line_, boss, first, now); });
  }
  void assign(UsedNumber used = UsedNumber::leave) {
    in([&](store::Transaction& tx) {
      assign_call_out(tx, *line_, boss, {.call_out = first, .member = anas, .number = used}, now);
    });
  }
  CallOutState state() {
    return in([&](store::Transaction& tx) { return store::state_of_call_out(tx, first).value(); });
  }
  std::int64_t names() {
    return number("SELECT COUNT(*) FROM call_out_records WHERE claimed_name_sealed IS NOT NULL");
  }

  const store::CallOutId first{1};
};

TEST_F(NameOfAStranger, AfterARejectionOpensTheMatterAgainAndAllAreTold) {
  in([&](store::Transaction& tx) { acknowledge_on_the_web(tx, *line_, rival, first, now); });
  outbox_leaves();
  reject();
  ASSERT_EQ(waiting(Kind::seen_by_another, hana, "sms"), 0) << "they have heard it from Rival";
  ASSERT_TRUE(std::holds_alternative<NameNoted>(hear("Ana Ruiz")));
  EXPECT_EQ(state(), CallOutState::unverified);
  EXPECT_EQ(names(), 1);
  EXPECT_EQ(waiting(Kind::needs_verification, hana), 1);
  EXPECT_EQ(waiting(Kind::needs_verification, hana, "sms"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE acknowledged_at IS NOT NULL"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM audit_entries WHERE action = 'call-out reopened'"), 1);
  assign();
  EXPECT_EQ(state(), CallOutState::live);
}

TEST_F(NameOfAStranger, AfterARejectionNobodyHearsAnyMoreThatItWasSettled) {
  outbox_leaves();
  reject();
  ASSERT_EQ(waiting(Kind::seen_by_another, hana, "sms"), 1);
  hear("Ana Ruiz");
  EXPECT_EQ(waiting(Kind::seen_by_another, hana, "sms"), 0);
}

TEST_F(NameOfAStranger, AfterAnAssignmentIsNotedNowhere) {
  assign();
  outbox_leaves();
  const TextOutcome outcome = hear("Leo Low");
  ASSERT_TRUE(std::holds_alternative<OnRecordAlready>(outcome));
  EXPECT_EQ(std::get<OnRecordAlready>(outcome).receipt_number, 101);
  EXPECT_EQ(names(), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'"), 0);
}

TEST_F(NameOfAStranger, AfterItWasAddedToAnotherItIsOnRecordToo) {
  calls_out(anas);
  assign();
  ASSERT_EQ(state(), CallOutState::merged);
  EXPECT_TRUE(std::holds_alternative<OnRecordAlready>(hear("Ana Ruiz")));
  EXPECT_EQ(names(), 0);
}

TEST_F(NameOfAStranger, AfterTheirNumberBecameThePersonsIsOnRecordToo) {
  assign(UsedNumber::add);
  EXPECT_TRUE(std::holds_alternative<OnRecordAlready>(hear("Ana Ruiz")));
  EXPECT_TRUE(std::holds_alternative<AskedWhatItIs>(hear("my head"))) << "the question is closed";
}

TEST_F(NameOfAStranger, AfterItWasTakenBackPromisesNothing) {
  assign();
  in([](store::Transaction& tx) { tx.run("UPDATE call_out_records SET withdrawn_at = 1"); });
  EXPECT_TRUE(std::holds_alternative<NumberNotKnown>(hear("Leo Low")));
  EXPECT_EQ(names(), 0);
}

}  // namespace
}  // namespace app
