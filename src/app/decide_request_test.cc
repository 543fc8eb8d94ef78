#include "app/decide_request.h"

#include <array>
#include <atomic>
#include <functional>

#include <rapidcheck.h>

#include "app/acts_test.h"
#include "app/charge_absence.h"
#include "store/queries/ledger.h"

namespace app {
namespace {

using leave::Decision;
using notice::Kind;
using std::chrono::days;

class DecideRequest : public ActsTest {
 protected:
  DecisionOutcome decide(const Actor& who, store::RequestId request, std::int64_t made_on,
                         Decision decision, const std::string& reason = "") {
    return in([&](store::Transaction& tx) {
      return decide_request(
          tx, *line_, who,
          {.request = request, .made_on = made_on, .decision = decision, .reason = reason}, now);
    });
  }
  std::string status(store::RequestId request) {
    return text("SELECT status FROM pto_requests WHERE id = $1", {request});
  }
  std::int64_t version(store::RequestId request) {
    return number("SELECT version FROM pto_requests WHERE id = $1", {request});
  }
  std::int64_t entries(store::RequestId request) {
    return number("SELECT COUNT(*) FROM ledger_entries WHERE pto_request_id = $1", {request});
  }
};

template <class Came>
bool is(const DecisionOutcome& outcome) {
  return std::holds_alternative<Came>(outcome);
}

TEST_F(DecideRequest, ApprovingAWeekTakesItsFiveWorkingDaysAndTellsTheEmployeeByMail) {
  const auto request = leave_asked(anas, monday, monday + days(6));
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  EXPECT_EQ(status(request), "approved");
  EXPECT_EQ(version(request), 2);
  EXPECT_EQ(balance(anas, "pto"), 3600 - 5 * 450);
  EXPECT_EQ(balance(anas, "sick"), 3600);
  EXPECT_EQ(waiting(Kind::request_approved, ana), 1);
  EXPECT_EQ(waiting(Kind::request_approved, ana, "sms"), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE pto_request_id = $1", {request}), 1);
  EXPECT_EQ(audited("request approved", "pto_requests", request.value(), boss), 1);
  EXPECT_EQ(number("SELECT decided_by FROM pto_requests WHERE id = $1", {request}), 5);
  EXPECT_EQ(number("SELECT COUNT(*) FROM ledger_entries WHERE pto_request_id = $1"
                   " AND created_by = 5",
                   {request}),
            5);
  EXPECT_TRUE(audit_holds());
}

TEST_F(DecideRequest, WhomNoMailReachesIsToldByTextWithoutTheReason) {
  in([](store::Transaction& tx) { tx.run("UPDATE users SET email = NULL WHERE id = 1"); });
  const auto request = leave_asked(anas, monday, monday);
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::deny, "canary: nobody is left")));
  EXPECT_EQ(waiting(Kind::request_denied, ana), 0);
  EXPECT_EQ(waiting(Kind::request_denied, ana, "sms"), 1);
  in([&](store::Transaction& tx) {
    const auto texts = store::claim_due(tx, line_->vault, notice::Channel::sms, "me", now,
                                        std::chrono::seconds(30), 5);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_EQ(texts.front().facts.denial_reason, "");
  });
}

TEST_F(DecideRequest, WhatOneBankDoesNotHoldIsTakenFromTheNext) {
  in([](store::Transaction& tx) {
    tx.run("UPDATE ledger_entries SET minutes = 600 WHERE member_id = 1 AND bank = 'pto'");
  });
  const auto request = leave_asked(anas, monday, monday + days(1));
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  EXPECT_EQ(balance(anas, "pto"), 0);
  EXPECT_EQ(balance(anas, "unpaid"), 600 - 900);
}

TEST_F(DecideRequest, APartOfADayTakesItsHoursAndAHolidayNone) {
  in([](store::Transaction& tx) {
    tx.run("INSERT INTO holidays (day, name) VALUES ('2026-11-24', 'Founders')");
  });
  const auto part = leave_asked(anas, monday, monday);
  in([&](store::Transaction& tx) {
    tx.run(
        "UPDATE pto_requests SET is_partial_day = 1, start_time = 780, end_time = 1020"
        " WHERE id = $1",
        {part});
  });
  const auto holiday = leave_asked(anas, monday + days(1), monday + days(1));
  EXPECT_TRUE(is<Decided>(decide(boss, part, 1, Decision::approve)));
  EXPECT_TRUE(is<Decided>(decide(boss, holiday, 1, Decision::approve)));
  EXPECT_EQ(balance(anas, "pto"), 3600 - 240);
  EXPECT_EQ(entries(holiday), 0);
}

TEST_F(DecideRequest, AHolidayAtTheEndOfALongLeaveIsNotChargedEither) {
  const base::Day last = monday + days(7 * 16 + 4);
  in([&](store::Transaction& tx) {
    tx.run("INSERT INTO holidays (day, name) VALUES ($1, 'Late')", {last});
  });
  const auto request = leave_asked(anas, monday, last);
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  EXPECT_EQ(entries(request), 17 * 5 - 1);
}

TEST_F(DecideRequest, DenyingNeedsAReasonThatIsSealedAndReadByTheEmployeeOnly) {
  const auto request = leave_asked(anas, monday, monday);
  const auto without = decide(boss, request, 1, Decision::deny);
  ASSERT_TRUE(is<base::Problem>(without));
  EXPECT_EQ(std::get<base::Problem>(without).field, "reason");
  EXPECT_EQ(status(request), "pending");
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::deny, "canary: nobody is left")));
  EXPECT_EQ(status(request), "denied");
  EXPECT_EQ(entries(request), 0);
  EXPECT_EQ(waiting(Kind::request_denied, ana), 1);
  in([&](store::Transaction& tx) {
    const auto row =
        tx.run("SELECT denial_reason FROM pto_requests WHERE id = $1", {request}).at(0);
    EXPECT_EQ(line_->vault.open("pto_requests.denial_reason", row.bytes(0)),
              "canary: nobody is left");
    const auto entry = tx.run("SELECT detail FROM audit_entries ORDER BY id DESC LIMIT 1").at(0);
    EXPECT_EQ(entry.text(0), "sets denial_reason");
    const auto mails = store::claim_due(tx, line_->vault, notice::Channel::email, "me", now,
                                        std::chrono::seconds(30), 5);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails.front().facts.denial_reason, "canary: nobody is left");
    EXPECT_EQ(mails.front().facts.day, monday);
  });
}

TEST_F(DecideRequest, TheSecondOfTwoLearnsWhoWasFirstAndNothingHappensTwice) {
  const auto request = leave_asked(anas, monday, monday);
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  const auto second = decide(rival, request, 1, Decision::deny, "no");
  ASSERT_TRUE(is<DecidedMeanwhile>(second));
  EXPECT_EQ(std::get<DecidedMeanwhile>(second).by, "Bo Boss");
  EXPECT_EQ(std::get<DecidedMeanwhile>(second).at, now);
  EXPECT_EQ(status(request), "approved");
  EXPECT_EQ(balance(anas, "pto"), 3600 - 450);
  EXPECT_EQ(waiting(Kind::request_denied, ana), 0);
}

TEST_F(DecideRequest, OfManyAtOnceExactlyOneDecides) {
  const auto request = leave_asked(anas, monday, monday + days(1));
  std::atomic<int> decided = 0;
  std::atomic<int> late = 0;
  std::vector<std::function<void()>> all;
  for (int which = 0; which < 8; ++which) {
    all.emplace_back([&, which] {
      const Actor& who = which % 2 == 0 ? boss : rival;
      const auto outcome = decide(who, request, 1, Decision::approve);
      decided += is<Decided>(outcome) ? 1 : 0;
      late += is<DecidedMeanwhile>(outcome) ? 1 : 0;
    });
  }
  at_once(all);
  EXPECT_EQ(decided, 1);
  EXPECT_EQ(late, 7);
  EXPECT_EQ(entries(request), 2);
  EXPECT_EQ(balance(anas, "pto"), 3600 - 900);
  EXPECT_EQ(waiting(Kind::request_approved, ana), 1);
}

TEST_F(DecideRequest, AChangeThatTheLineMadeNamesNobody) {
  const store::CallOut call_out = calls_out(anas);
  in([&](store::Transaction& tx) { store::set_category(tx, *call_out.request, "family", now); });
  const auto outcome = decide(boss, *call_out.request, 1, Decision::approve);
  ASSERT_TRUE(is<DecidedMeanwhile>(outcome));
  EXPECT_EQ(std::get<DecidedMeanwhile>(outcome).by, "");
}

TEST_F(DecideRequest, WhatTheStateDoesNotAllowSaysWhatItIs) {
  const auto request = leave_asked(anas, monday, monday);
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::deny, "no")));
  const auto outcome = decide(boss, request, 2, Decision::approve);
  ASSERT_TRUE(is<NotPossibleNow>(outcome));
  EXPECT_EQ(std::get<NotPossibleNow>(outcome).state, "denied");
  EXPECT_EQ(entries(request), 0);
  const auto leave = leave_asked(anas, monday + days(7), monday + days(7));
  EXPECT_TRUE(is<NotPossibleNow>(decide(boss, leave, 1, Decision::do_not_charge)));
}

TEST_F(DecideRequest, AnotherTeamsRequestIsNotThereAndOnesOwnIsNotOnesToDecide) {
  const auto request = leave_asked(anas, monday, monday);
  EXPECT_TRUE(is<NotThere>(decide(bill, request, 1, Decision::approve)));
  EXPECT_TRUE(is<NotThere>(decide(ada, request, 1, Decision::approve)));
  EXPECT_TRUE(is<NotThere>(decide(boss, store::RequestId(999), 1, Decision::approve)));
  EXPECT_TRUE(is<NotYours>(decide(ana, request, 1, Decision::approve)));
  const auto own = leave_asked(bosses, monday, monday);
  EXPECT_TRUE(is<NotYours>(decide(boss, own, 1, Decision::approve)));
  EXPECT_TRUE(is<Decided>(decide(rival, own, 1, Decision::approve)));
  EXPECT_TRUE(is<NotThere>(decide(hana, leave_asked(leas, monday, monday), 1, Decision::approve)));
  EXPECT_EQ(status(request), "pending");
  EXPECT_TRUE(is<Decided>(decide(hana, request, 1, Decision::approve)));
}

TEST_F(DecideRequest, NotChargedGivesBackExactlyWhatWasTakenAndChargedTakesItAnew) {
  const store::RequestId request = *calls_out(anas).request;
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  EXPECT_EQ(balance(anas, "sick"), 3600 - 450);
  ASSERT_TRUE(is<Decided>(decide(boss, request, 2, Decision::do_not_charge)));
  EXPECT_EQ(balance(anas, "sick"), 3600);
  EXPECT_EQ(status(request), "approved");
  EXPECT_EQ(waiting(Kind::request_not_charged, ana), 1);
  EXPECT_EQ(audited("request not charged", "pto_requests", request.value(), boss), 1);
  ASSERT_TRUE(is<Decided>(decide(rival, request, 3, Decision::charge)));
  EXPECT_EQ(balance(anas, "sick"), 3600 - 450);
  EXPECT_EQ(waiting(Kind::request_not_charged, ana), 0) << "it has become untrue before it left";
  EXPECT_EQ(audited("request charged", "pto_requests", request.value(), rival), 1);
  EXPECT_EQ(number("SELECT decided_by FROM pto_requests WHERE id = $1", {request}), 5);
}

TEST_F(DecideRequest, NotChargedBeforeItIsApprovedTakesNothingThen) {
  const store::RequestId request = *calls_out(anas).request;
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::do_not_charge)));
  EXPECT_EQ(status(request), "pending");
  ASSERT_TRUE(is<Decided>(decide(boss, request, 2, Decision::approve)));
  EXPECT_EQ(entries(request), 0);
}

TEST_F(DecideRequest, WhatIsOverCanStillBeNotCharged) {
  const store::RequestId request = *calls_out(anas).request;
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  in([&](store::Transaction& tx) {
    tx.run("UPDATE pto_requests SET status = 'completed' WHERE id = $1", {request});
  });
  ASSERT_TRUE(is<Decided>(decide(boss, request, 2, Decision::do_not_charge)));
  EXPECT_EQ(balance(anas, "sick"), 3600);
}

TEST_F(DecideRequest, ACallOutDuringApprovedLeaveTakesNothingTwice) {
  const auto leave = leave_asked(anas, monday, monday);
  ASSERT_TRUE(is<Decided>(decide(boss, leave, 1, Decision::approve)));
  const store::RequestId request = *calls_out(anas).request;
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  EXPECT_EQ(entries(request), 0);
  EXPECT_EQ(balance(anas, "pto"), 3600 - 450);
  EXPECT_EQ(balance(anas, "sick"), 3600);
}

TEST_F(DecideRequest, ADayOfTwoRequestsIsChargedOnceWhicheverIsApprovedFirst) {
  for (const bool is_leave_first : {true, false}) {
    const base::Day day = monday + days(is_leave_first ? 0 : 7);
    const auto leave = leave_asked(anas, day, day + days(1));
    const store::RequestId call_out = *calls_out(anas, day).request;
    const auto first = is_leave_first ? leave : call_out;
    const auto second = is_leave_first ? call_out : leave;
    ASSERT_TRUE(is<Decided>(decide(boss, first, 1, Decision::approve)));
    ASSERT_TRUE(is<Decided>(decide(boss, second, 1, Decision::approve)));
    EXPECT_EQ(number("SELECT -SUM(minutes) FROM ledger_entries WHERE day = $1", {day}), 450);
    EXPECT_EQ(entries(leave), is_leave_first ? 2 : 1);
    EXPECT_EQ(entries(call_out), is_leave_first ? 0 : 1);
  }
}

TEST_F(DecideRequest, OfADayThatIsPartlyTakenOnlyTheRestIsCharged) {
  const auto part = leave_asked(anas, monday, monday);
  in([&](store::Transaction& tx) {
    tx.run(
        "UPDATE pto_requests SET is_partial_day = 1, start_time = 780, end_time = 1020"
        " WHERE id = $1",
        {part});
  });
  const store::RequestId call_out = *calls_out(anas).request;
  ASSERT_TRUE(is<Decided>(decide(boss, part, 1, Decision::approve)));
  const auto minutes = [&] {
    return in([&](store::Transaction& tx) {
      return minutes_taken(tx, store::find_request(tx, call_out).value()).count();
    });
  };
  EXPECT_EQ(minutes(), 450 - 240) << "what approval would charge";
  ASSERT_TRUE(is<Decided>(decide(boss, call_out, 1, Decision::approve)));
  EXPECT_EQ(balance(anas, "pto"), 3600 - 240);
  EXPECT_EQ(balance(anas, "sick"), 3600 - (450 - 240));
  EXPECT_EQ(minutes(), 450 - 240) << "what it has charged";
}

TEST_F(DecideRequest, TakingACallOutBackUndoesWhatItDidAndTellsTheEmployee) {
  const store::CallOut call_out = calls_out(anas);
  const store::RequestId request = *call_out.request;
  ASSERT_TRUE(is<Decided>(decide(boss, request, 1, Decision::approve)));
  ASSERT_TRUE(is<Decided>(decide(rival, request, 2, Decision::cancel)));
  EXPECT_EQ(status(request), "cancelled");
  EXPECT_EQ(version(request), 3);
  EXPECT_EQ(balance(anas, "sick"), 3600);
  EXPECT_EQ(number("SELECT COUNT(*) FROM call_out_records WHERE withdrawn_at IS NULL"), 0);
  EXPECT_EQ(waiting(Kind::request_approved, ana), 0) << "it has become untrue before it left";
  EXPECT_EQ(waiting(Kind::taken_back_receipt, ana), 1);
  EXPECT_EQ(audited("request cancelled", "pto_requests", request.value(), rival), 1);
  EXPECT_EQ(audited("call-out taken back", "call_out_records", call_out.id.value(), rival), 1);
  EXPECT_TRUE(is<DecidedMeanwhile>(decide(boss, request, 2, Decision::cancel)));
  EXPECT_TRUE(is<NotPossibleNow>(decide(boss, request, 3, Decision::cancel)));
}

/// Where a decision that was possible leads.
leave::RequestState after(leave::RequestState state, Decision decision) {
  switch (decision) {
    case Decision::approve: state.status = leave::RequestStatus::approved; break;
    case Decision::deny: state.status = leave::RequestStatus::denied; break;
    case Decision::charge: state.is_charged = true; break;
    case Decision::do_not_charge: state.is_charged = false; break;
    case Decision::cancel: state.status = leave::RequestStatus::cancelled; break;
  }
  return state;
}

std::int64_t taken(store::Transaction& tx, store::RequestId request) {
  return -tx.run("SELECT COALESCE(SUM(minutes), 0) FROM ledger_entries WHERE pto_request_id = $1",
                 {request})
              .at(0)
              .integer(0);
}

TEST_F(DecideRequest, AfterAnySequenceExactlyWhatIsChargedIsTakenAndWhatIsReversedIsGone) {
  int week = 0;
  EXPECT_TRUE(rc::check("taken == what is approved and charged", [&] {
    const store::RequestId request = *calls_out(anas, monday + days(7 * week++)).request;
    const auto decisions = *rc::gen::container<std::vector<Decision>>(
        rc::gen::element(Decision::approve, Decision::deny, Decision::charge,
                         Decision::do_not_charge, Decision::cancel));
    leave::RequestState state{.is_call_out = true};
    in([&](store::Transaction& tx) {
      for (const Decision decision : decisions) {
        const bool is_possible = leave::is_possible(decision, state);
        const std::int64_t version = store::find_request(tx, request)->version;
        const auto outcome = decide_request(
            tx, *line_, boss,
            {.request = request, .made_on = version, .decision = decision, .reason = "because"},
            now);
        RC_ASSERT(is<Decided>(outcome) == is_possible);
        if (is_possible) state = after(state, decision);
        RC_ASSERT(taken(tx, request) == (leave::takes_hours(state) ? 450 : 0));
      }
      store::reverse_charges(tx, request, now);
      const auto odd = tx.run(
          "SELECT bank FROM ledger_entries WHERE pto_request_id = $1 GROUP BY bank"
          " HAVING SUM(minutes) <> 0",
          {request});
      RC_ASSERT(odd.empty());
    });
  }));
  EXPECT_EQ(balance(anas, "sick") + balance(anas, "pto") + balance(anas, "unpaid"), 7200);
}

TEST_F(DecideRequest, WhateverIsDecidedAboutSeveralRequestsNoDayIsChargedMoreThanItIsWorth) {
  int week = 0;
  EXPECT_TRUE(rc::check("a day is charged once", [&] {
    const base::Day first = monday + days(7 * week++);
    const std::array requests{*calls_out(anas, first).request,
                              leave_asked(anas, first, first + days(1)),
                              leave_asked(anas, first, first, "sick")};
    in([&](store::Transaction& tx) {
      tx.run(
          "UPDATE pto_requests SET is_partial_day = 1, start_time = 780, end_time = 1020"
          " WHERE id = $1",
          {requests[2]});
    });
    using Step = std::pair<std::size_t, Decision>;
    const auto steps = *rc::gen::container<std::vector<Step>>(
        rc::gen::pair(rc::gen::inRange<std::size_t>(0, requests.size()),
                      rc::gen::element(Decision::approve, Decision::deny, Decision::charge,
                                       Decision::do_not_charge, Decision::cancel)));
    in([&](store::Transaction& tx) {
      for (const auto& [which, decision] : steps) {
        const auto before = store::find_request(tx, requests[which]).value();
        const auto promised = minutes_taken(tx, before).count();
        const auto outcome = decide_request(tx, *line_, boss,
                                            {.request = before.id,
                                             .made_on = before.version,
                                             .decision = decision,
                                             .reason = "because"},
                                            now);
        const auto now_on_file = store::find_request(tx, before.id).value();
        const bool takes = leave::takes_hours(now_on_file.state);
        if (is<Decided>(outcome)) RC_ASSERT(taken(tx, before.id) == (takes ? promised : 0));
        const auto over = tx.run(
            "SELECT day FROM ledger_entries WHERE member_id = 1 AND kind <> 'opening'"
            " GROUP BY day HAVING -SUM(minutes) > 450 OR SUM(minutes) > 0");
        RC_ASSERT(over.empty());
      }
      for (const store::RequestId request : requests) {
        store::reverse_charges(tx, request, now);
        RC_ASSERT(taken(tx, request) == 0);
      }
    });
  }));
  EXPECT_EQ(balance(anas, "sick") + balance(anas, "pto") + balance(anas, "unpaid"), 7200);
}

}  // namespace
}  // namespace app
