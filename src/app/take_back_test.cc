#include "app/take_back.h"

#include "app/acts_test.h"
#include "app/decide_request.h"

namespace app {
namespace {

using leave::Decision;
using notice::Kind;
using std::chrono::minutes;

class TakeBack : public ActsTest {
 protected:
  TextOutcome undo(minutes later) {
    const people::Employee who = employee(anas);
    return in([&](store::Transaction& tx) { return take_back(tx, *line_, who, now + later); });
  }
  void decide(store::RequestId request, Decision decision) {
    in([&](store::Transaction& tx) {
      const auto outcome = decide_request(
          tx, *line_, boss,
          {.request = request, .made_on = 1, .decision = decision, .reason = "because"}, now);
      ASSERT_TRUE(std::holds_alternative<Decided>(outcome));
    });
  }
  std::string status(const store::CallOut& call_out) {
    return text("SELECT status FROM pto_requests WHERE id = $1", {*call_out.request});
  }
};

TEST_F(TakeBack, WithinAQuarterOfAnHourTheRequestIsCancelledAndItsHoursComeBack) {
  const store::CallOut call_out = calls_out(anas);
  decide(*call_out.request, Decision::approve);
  EXPECT_TRUE(std::holds_alternative<TakenBack>(undo(minutes(15))));
  EXPECT_EQ(status(call_out), "cancelled");
  EXPECT_EQ(balance(anas, "sick"), 3600);
  EXPECT_EQ(waiting(Kind::request_approved, ana), 0) << "it has become untrue before it left";
  EXPECT_EQ(waiting(Kind::taken_back_receipt, ana), 1);
}

TEST_F(TakeBack, WhatWasDeniedStaysDeniedAndNoMailSaysAnyMoreThatItIsOnRecord) {
  const store::CallOut call_out = calls_out(anas);
  decide(*call_out.request, Decision::deny);
  EXPECT_EQ(waiting(Kind::request_denied, ana), 1);
  EXPECT_TRUE(std::holds_alternative<TakenBack>(undo(minutes(1))));
  EXPECT_EQ(status(call_out), "denied");
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE withdrawn_at IS NULL"), 0);
  EXPECT_EQ(waiting(Kind::request_denied, ana), 0);
  EXPECT_EQ(waiting(Kind::taken_back_receipt, ana), 1);
}

TEST_F(TakeBack, AskedTooLateTheManagersAreToldOnceHoweverOftenItIsAsked) {
  const store::CallOut call_out = calls_out(anas);
  for (const minutes later : {minutes(16), minutes(17), minutes(60)})
    EXPECT_TRUE(std::holds_alternative<TakeBackAsked>(undo(later)));
  EXPECT_EQ(waiting(Kind::take_back_asked, boss), 1);
  EXPECT_EQ(waiting(Kind::take_back_asked, boss, "sms"), 1);
  EXPECT_EQ(status(call_out), "pending");
}

}  // namespace
}  // namespace app
