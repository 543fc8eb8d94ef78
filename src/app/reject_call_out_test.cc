#include "app/reject_call_out.h"

#include <atomic>
#include <functional>

#include "app/acts_test.h"
#include "app/assign_call_out.h"
#include "store/queries/alarms.h"
#include "store/queries/assignments.h"

namespace app {
namespace {

class RejectCallOut : public ActsTest {
 protected:
  RejectionOutcome reject(const Actor& who, store::CallOutId id) {
    return in([&](store::Transaction& tx) { return reject_call_out(tx, *line_, who, id, now); });
  }
};

template <class Came>
bool is(const RejectionOutcome& outcome) {
  return std::holds_alternative<Came>(outcome);
}

TEST_F(RejectCallOut, ItStaysOnRecordAsNobodysAndNobodyHearsOfItAnyMore) {
  const store::CallOut call_out = stranger_texts();
  in([&](store::Transaction& tx) {
    store::raise_alarm(
        tx, {.kind = store::AlarmKind::nobody_could_be_told, .call_out = call_out.id}, now);
  });
  ASSERT_TRUE(is<Rejected>(reject(boss, call_out.id)));
  EXPECT_EQ(number("SELECT rejected_at FROM call_out_records WHERE id = $1", {call_out.id}),
            base::epoch_seconds(now));
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'"), 0);
  EXPECT_EQ(number("SELECT closed_by FROM alarms"), 5);
  EXPECT_EQ(audited("call-out rejected", "call_out_records", call_out.id.value(), boss), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM pto_requests"), 0);
}

TEST_F(RejectCallOut, OthersWhoWereAskedByTextHearThatItIsSettled) {
  const store::CallOut call_out = stranger_texts();
  outbox_leaves();
  ASSERT_TRUE(is<Rejected>(reject(boss, call_out.id)));
  EXPECT_EQ(waiting(notice::Kind::seen_by_another, hana, "sms"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'"), 1);
}

TEST_F(RejectCallOut, WhoTextsAgainHasANewOne) {
  const store::CallOut first = stranger_texts();
  ASSERT_TRUE(is<Rejected>(reject(boss, first.id)));
  EXPECT_NE(stranger_texts().id, first.id);
}

TEST_F(RejectCallOut, OfManyAtOnceOneRejectsOrAssignsAndTheOthersLearnWho) {
  const store::CallOut call_out = stranger_texts();
  std::atomic<int> done = 0;
  std::atomic<int> told_who = 0;
  std::vector<std::function<void()>> all;
  for (int which = 0; which < 6; ++which) {
    all.emplace_back([&, which] {
      if (which % 2 == 0) {
        const auto outcome = reject(rival, call_out.id);
        done += is<Rejected>(outcome) ? 1 : 0;
        if (const auto* past = std::get_if<NotPossibleNow>(&outcome))
          told_who += past->by.empty() ? 0 : 1;
        return;
      }
      const auto outcome = in([&](store::Transaction& tx) {
        return assign_call_out(tx, *line_, boss, {.call_out = call_out.id, .member = anas}, now);
      });
      done += std::holds_alternative<Assigned>(outcome) ? 1 : 0;
      if (const auto* past = std::get_if<NotPossibleNow>(&outcome))
        told_who += past->by.empty() ? 0 : 1;
    });
  }
  at_once(all);
  EXPECT_EQ(done, 1);
  EXPECT_EQ(told_who, 5);
}

TEST_F(RejectCallOut, OneThatIsSomebodysIsNotRejected) {
  const store::CallOut call_out = calls_out(anas);
  EXPECT_TRUE(is<NotPossibleNow>(reject(boss, call_out.id)));
  EXPECT_TRUE(is<NotYours>(reject(ana, call_out.id)));
  EXPECT_TRUE(is<NotThere>(reject(bill, call_out.id)));
  EXPECT_TRUE(is<NotThere>(reject(ada, stranger_texts().id)));
  EXPECT_TRUE(is<NotThere>(reject(boss, store::CallOutId(999))));
}

}  // namespace
}  // namespace app
