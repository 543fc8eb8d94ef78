#include "app/assign_call_out.h"

#include <atomic>
#include <functional>

#include "app/acknowledge.h"
#include "app/acts_test.h"
#include "store/queries/assignments.h"
#include "store/queries/calls.h"
#include "store/queries/people.h"
#include "store/queries/recordings.h"

namespace app {
namespace {

using notice::Kind;
using std::chrono::days;
using store::CallOutState;

class AssignCallOut : public ActsTest {
 protected:
  AssignmentOutcome assign(const Actor& who, store::CallOutId call_out, people::MemberId member,
                           UsedNumber used = UsedNumber::leave) {
    return in([&](store::Transaction& tx) {
      return assign_call_out(tx, *line_, who,
                             {.call_out = call_out, .member = member, .number = used}, now);
    });
  }
  void see(const Actor& who, store::CallOutId id) {
    const auto outcome = in(
        [&](store::Transaction& tx) { return acknowledge_on_the_web(tx, *line_, who, id, now); });
    EXPECT_TRUE(std::holds_alternative<Seen>(outcome));
  }
  CallOutState state(store::CallOutId id) {
    return in([&](store::Transaction& tx) { return store::state_of_call_out(tx, id).value(); });
  }
  store::CallOut found(store::CallOutId id) {
    return in([&](store::Transaction& tx) { return store::find_call_out(tx, id).value(); });
  }
  std::int64_t requests() { return number("SELECT COUNT(*) FROM pto_requests"); }
  std::int64_t has_number(const Actor& who, const char* phone) {
    return number(
        "SELECT COUNT(*) FROM phone_numbers WHERE user_id = $1 AND phone = $2"
        " AND released_at IS NULL",
        {who.user, phone});
  }
  /// Another call-out of the stranger, by telephone, with a recording.
  store::CallOut stranger_calls(const std::string& sid, const std::string& from = "+15550100199") {
    return in([&](store::Transaction& tx) {
      const store::AttemptId attempt = arrived(tx, sid, from);
      store::add_call(
          tx, line_->vault,
          {.sid = sid, .from = from, .attestation = "TN-Validation-Passed-A", .attempt = attempt},
          now);
      store::hear_of_recording(tx, {"RE" + sid, sid, store::RecordingState::ready, 5}, now);
      const store::CallOut call_out = report_unverified(tx, *line_,
                                                        {.day = monday,
                                                         .message = {},
                                                         .has_recording = true,
                                                         .source = "phone",
                                                         .provider_id = sid,
                                                         .phone_used = from,
                                                         .attempt = attempt},
                                                        now)
                                          .call_out;
      store::link_recordings(tx, sid, call_out.id);
      store::keep_call_state(tx, line_->vault, sid, {}, call_out.id);
      store::close_attempt(tx, attempt,
                           {.kind = store::AttemptKind::absence, .call_out = call_out.id}, now);
      return call_out;
    });
  }
  std::string problem_field(const AssignmentOutcome& outcome) {
    const auto* problem = std::get_if<base::Problem>(&outcome);
    return problem == nullptr ? "" : problem->field;
  }
};

template <class Came>
bool is(const AssignmentOutcome& outcome) {
  return std::holds_alternative<Came>(outcome);
}

TEST_F(AssignCallOut, ItBecomesAnOrdinaryOneOfThatPerson) {
  const store::CallOut before = stranger_texts("Calling out - FMLA, canary migraine");
  const auto outcome = assign(boss, before.id, anas);
  ASSERT_TRUE(is<Assigned>(outcome));
  EXPECT_EQ(std::get<Assigned>(outcome).call_out, before.id);
  const store::CallOut after = found(before.id);
  EXPECT_EQ(after.member, anas);
  EXPECT_EQ(after.receipt_number, before.receipt_number);
  EXPECT_EQ(after.acknowledge_code, before.acknowledge_code);
  EXPECT_EQ(state(before.id), CallOutState::live);
  EXPECT_EQ(text("SELECT authentication_method FROM call_out_records WHERE id = $1", {before.id}),
            "manual");
  EXPECT_EQ(number("SELECT verified FROM call_out_records WHERE id = $1", {before.id}), 1);
  EXPECT_EQ(text("SELECT pto_type || ' ' || fmla || ' ' || status FROM pto_requests WHERE id = $1",
                 {after.request}),
            "fmla claimed pending");
  EXPECT_EQ(audited("call-out assigned", "call_out_records", before.id.value(), boss), 1);
  EXPECT_EQ(number("SELECT member_id FROM attempts WHERE call_out_id = $1", {before.id}), 1);
  in([&](store::Transaction& tx) {
    const auto row = tx.run("SELECT reason FROM pto_requests WHERE id = $1", {after.request}).at(0);
    const std::string reason = line_->vault.open("pto_requests.reason", row.bytes(0)).value();
    EXPECT_NE(reason.find("canary migraine"), std::string::npos);
    EXPECT_EQ(reason.find("Calling out"), std::string::npos);
  });
  EXPECT_TRUE(audit_holds());
}

TEST_F(AssignCallOut, WhoSawItAndDecidesAboutThePersonCountsAndThePersonHearsOfIt) {
  const store::CallOut call_out = stranger_texts();
  see(rival, call_out.id);
  ASSERT_TRUE(is<Assigned>(assign(boss, call_out.id, anas)));
  EXPECT_EQ(found(call_out.id).acknowledged_by, rival.user);
  EXPECT_EQ(waiting(Kind::seen_by, ana, "sms"), 1);
  EXPECT_EQ(audited("acknowledgement kept", "call_out_records", call_out.id.value(), boss), 1);
  EXPECT_LT(number("SELECT MAX(id) FROM outbox WHERE kind = 'receipt'"),
            number("SELECT id FROM outbox WHERE kind = 'seen_by'"))
      << "after the receipt";
}

TEST_F(AssignCallOut, WhoSawItAndMayNotDecideAboutThePersonDoesNotCount) {
  const store::CallOut beas_now = stranger_texts();
  const store::CallOut bosses_own = stranger_texts("sick today", "+15550100198");
  const store::CallOut seen_by_a_leaver = stranger_texts("sick today", "+15550100197");
  see(boss, beas_now.id);
  see(boss, bosses_own.id);
  see(hana, seen_by_a_leaver.id);
  in([](store::Transaction& tx) { tx.run("UPDATE users SET is_active = 0 WHERE id = 8"); });
  ASSERT_TRUE(is<Assigned>(assign(bill, beas_now.id, beas)));
  ASSERT_TRUE(is<Assigned>(assign(rival, bosses_own.id, bosses)));
  ASSERT_TRUE(is<Assigned>(assign(rival, seen_by_a_leaver.id, anas)));
  for (const store::CallOut& one : {beas_now, bosses_own, seen_by_a_leaver}) {
    EXPECT_FALSE(found(one.id).acknowledged_at);
    EXPECT_FALSE(found(one.id).acknowledged_by);
    EXPECT_EQ(number("SELECT COUNT(*) FROM audit_entries WHERE subject_id = $1"
                     " AND action = 'acknowledgement set aside'",
                     {one.id}),
              1);
  }
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'seen_by'"), 0);
  see(bill, beas_now.id);
  EXPECT_EQ(found(beas_now.id).acknowledged_by, bill.user) << "the right one sees it";
}

TEST_F(AssignCallOut, OthersWhoWereAskedByTextHearThatItIsSettledAndNothingElse) {
  const store::CallOut call_out = stranger_texts();
  outbox_leaves();
  ASSERT_TRUE(is<Assigned>(assign(boss, call_out.id, anas)));
  EXPECT_EQ(waiting(Kind::seen_by_another, hana, "sms"), 1);
  EXPECT_EQ(waiting(Kind::seen_by_another, hana), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'seen_by_another'"), 1)
      << "the team's others hear of their own person";
  in([&](store::Transaction& tx) {
    for (const auto& one : store::claim_due(tx, line_->vault, notice::Channel::sms, "me", now,
                                            std::chrono::seconds(30), 9)) {
      if (one.kind != Kind::seen_by_another) continue;
      EXPECT_EQ(one.facts.name, "");
      EXPECT_EQ(one.facts.phone, "+15550100199");
      EXPECT_EQ(one.facts.manager, "Bo B");
    }
  });
}

TEST_F(AssignCallOut, WhoAssignsItOrWhomTheQuestionHasNotReachedHearsNothing) {
  const store::CallOut by_hana = stranger_texts();
  const store::CallOut not_left = stranger_texts("sick today", "+15550100198");
  const store::CallOut withheld = stranger_calls("CA1", "");
  ASSERT_TRUE(is<Assigned>(assign(boss, not_left.id, anas)));
  outbox_leaves();
  ASSERT_TRUE(is<Assigned>(assign(hana, by_hana.id, leos)));
  ASSERT_TRUE(is<Assigned>(assign(boss, withheld.id, leos)));
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'seen_by_another'"), 0);
}

TEST_F(AssignCallOut, ThePersonGetsTheReceiptAndTheTeamsOthersAreTold) {
  const store::CallOut call_out = stranger_texts();
  EXPECT_EQ(waiting(Kind::needs_verification, hana), 1);
  ASSERT_TRUE(is<Assigned>(assign(boss, call_out.id, anas)));
  EXPECT_EQ(waiting(Kind::receipt, ana), 1);
  EXPECT_EQ(waiting(Kind::receipt, ana, "sms"), 1) << "at the number on file";
  EXPECT_EQ(waiting(Kind::call_out_recorded, rival), 1);
  EXPECT_EQ(waiting(Kind::call_out_recorded, boss), 0) << "who assigned it knows";
  EXPECT_EQ(waiting(Kind::needs_verification, hana), 0) << "it has been said before it was read";
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(AssignCallOut, TheOnlyOneResponsibleIsToldOfNothingAndNoAlarmIsRaised) {
  const store::CallOut call_out = stranger_texts();
  ASSERT_TRUE(is<Assigned>(assign(bill, call_out.id, beas)));
  EXPECT_EQ(waiting(Kind::call_out_recorded, bill), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms"), 0);
}

TEST_F(AssignCallOut, WhereNoApprovalIsNeededItIsChargedAtOnce) {
  in([](store::Transaction& tx) {
    tx.run("UPDATE teams SET call_outs_need_approval = 0 WHERE id = 1");
  });
  const store::CallOut call_out = stranger_texts();
  ASSERT_TRUE(is<Assigned>(assign(boss, call_out.id, anas)));
  EXPECT_EQ(balance(anas, "sick"), 3600 - 450);
}

TEST_F(AssignCallOut, ItExtendsTheCallOutOfTheWorkingDayBefore) {
  const store::CallOut first = calls_out(anas);
  const store::CallOut second =
      stranger_texts("still sick tomorrow", "+15550100199", monday + days(1));
  ASSERT_TRUE(is<Assigned>(assign(boss, second.id, anas)));
  EXPECT_EQ(number("SELECT extends_id FROM call_out_records WHERE id = $1", {second.id}),
            first.id.value());
  EXPECT_EQ(number("SELECT extends_request_id FROM pto_requests WHERE id = $1",
                   {found(second.id).request}),
            first.request->value());
}

TEST_F(AssignCallOut, WhoHasOneOfThatDayGetsTheWordsAndTheRecordingAddedToIt) {
  const store::CallOut own = calls_out(anas);
  const store::CallOut texted = stranger_texts("canary: still in bed", "+15550100198");
  stranger_texts("canary: and a fever", "+15550100198");
  const store::CallOut called = stranger_calls("CA1");
  outbox_leaves();
  const auto outcome = assign(boss, texted.id, anas);
  ASSERT_TRUE(is<Assigned>(outcome));
  EXPECT_EQ(std::get<Assigned>(outcome).call_out, own.id);
  ASSERT_TRUE(is<Assigned>(assign(boss, called.id, anas)));
  EXPECT_EQ(requests(), 1);
  EXPECT_EQ(state(texted.id), CallOutState::merged);
  EXPECT_EQ(state(called.id), CallOutState::merged);
  in([&](store::Transaction& tx) {
    EXPECT_EQ(store::recordings_of(tx, own.id).size(), 1U);
    EXPECT_EQ(store::recordings_of(tx, called.id).size(), 1U);  // links in mails lead to it still
    EXPECT_EQ(store::live_call_out(tx, anas, monday)->id, own.id);
    EXPECT_EQ(store::find_call(tx, line_->vault, "CA1")->call_out, own.id);
    std::vector<std::string> words;
    for (const auto& row : tx.run("SELECT message_text FROM call_out_messages"
                                  " WHERE call_out_id = $1 ORDER BY id",
                                  {own.id}))
      words.push_back(line_->vault.open("call_out_messages.message_text", row.bytes(0)).value());
    EXPECT_EQ(words, (std::vector<std::string>{"canary: and a fever", "canary: still in bed", ""}));
  });
  EXPECT_EQ(text("SELECT recording_url FROM call_out_records WHERE id = $1", {own.id}),
            "/api/v1/recordings/1");
  for (const store::CallOutId id : {own.id, texted.id})
    EXPECT_GE(audited("call-out merged", "call_out_records", id.value(), boss), 1);
  EXPECT_EQ(waiting(Kind::call_out_updated, rival), 2);
  EXPECT_EQ(waiting(Kind::receipt, ana), 0);
}

TEST_F(AssignCallOut, WhatIsMergedIsNotCountedAndOnlyWhoAnswersForThePersonSeesIt) {
  calls_out(anas);
  const store::CallOut texted = stranger_texts();
  ASSERT_TRUE(is<Assigned>(assign(boss, texted.id, anas)));
  const people::Employee who = employee(anas);
  const auto count = in([&](store::Transaction& tx) { return store::headcount(tx, who, monday); });
  EXPECT_EQ(count.out, 1);
  EXPECT_TRUE(is<NotThere>(assign(bill, texted.id, beas)));
}

TEST_F(AssignCallOut, OfManyAtOnceExactlyOneAssignsAndTheOthersLearnWho) {
  const store::CallOut call_out = stranger_texts();
  std::atomic<int> assigned = 0;
  std::atomic<int> told_who = 0;
  std::vector<std::function<void()>> all;
  for (int which = 0; which < 8; ++which) {
    all.emplace_back([&, which] {
      const bool is_boss = which % 2 == 0;
      const auto outcome = assign(is_boss ? boss : rival, call_out.id, is_boss ? anas : leos);
      assigned += is<Assigned>(outcome) ? 1 : 0;
      const auto* past = std::get_if<NotPossibleNow>(&outcome);
      told_who += past != nullptr && (past->by == boss.name || past->by == rival.name) ? 1 : 0;
    });
  }
  at_once(all);
  EXPECT_EQ(assigned, 1);
  EXPECT_EQ(told_who, 7);
  EXPECT_EQ(requests(), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'receipt' AND channel = 'email'"), 1);
}

TEST_F(AssignCallOut, NobodyAssignsToWhomTheyDoNotAnswerFor) {
  const store::CallOut call_out = stranger_texts();
  for (const people::MemberId member : {beas, leas, bosses, people::MemberId(999)})
    EXPECT_EQ(problem_field(assign(boss, call_out.id, member)), "member_id") << member.value();
  EXPECT_TRUE(is<NotThere>(assign(ada, call_out.id, anas)));
  EXPECT_TRUE(is<NotThere>(assign(ana, call_out.id, anas)));
  EXPECT_TRUE(is<NotThere>(assign(boss, store::CallOutId(999), anas)));
  EXPECT_EQ(state(call_out.id), CallOutState::unverified);
  EXPECT_EQ(requests(), 0);
}

TEST_F(AssignCallOut, WhoDidNotWorkHereThatDayIsNobodyToAssignTo) {
  in([](store::Transaction& tx) {
    tx.run("UPDATE team_members SET last_day = '2026-11-22' WHERE id = 1");
  });
  const store::CallOut call_out = stranger_texts();
  EXPECT_EQ(problem_field(assign(boss, call_out.id, anas)), "member_id");
}

TEST_F(AssignCallOut, TheirOwnAbsenceIsNotTheirsToAssign) {
  const store::CallOut call_out = stranger_texts();
  ASSERT_TRUE(is<Assigned>(assign(rival, call_out.id, bosses)));
  EXPECT_TRUE(is<NotYours>(assign(boss, call_out.id, anas)));
}

TEST_F(AssignCallOut, TheNumberThatWasUsedBecomesTheirs) {
  const store::CallOut call_out = stranger_texts();
  ASSERT_TRUE(is<Assigned>(assign(boss, call_out.id, anas, UsedNumber::add)));
  EXPECT_EQ(has_number(ana, "+15550100199"), 1);
  EXPECT_EQ(audited("number added", "users", 1, boss), 1);
  in([&](store::Transaction& tx) {
    const auto known = store::employees_with_phone(tx, "+15550100199", monday, "America/New_York");
    ASSERT_EQ(known.size(), 1U);
    EXPECT_FALSE(known.front().is_shared);
    EXPECT_EQ(store::receipt_number_of(tx, ana.user), "+15550100101");
  });
}

TEST_F(AssignCallOut, ANumberThatCannotBeTheirsIsRefusedAndNothingIsAssigned) {
  const store::CallOut bosses_number = stranger_texts("sick today", "+15550100105");
  const store::CallOut withheld = stranger_calls("CA1", "");
  const store::CallOut own = stranger_texts("sick today", "+15550100000");
  for (const store::CallOut& call_out : {bosses_number, withheld, own}) {
    EXPECT_EQ(problem_field(assign(rival, call_out.id, anas, UsedNumber::add)), "add_number");
    EXPECT_EQ(state(call_out.id), CallOutState::unverified);
  }
  in([](store::Transaction& tx) {
    tx.run(
        "INSERT INTO phone_numbers (user_id, phone, created_at)"
        " VALUES (1, '+15550100111', 0), (1, '+15550100112', 0)");
  });
  const store::CallOut fourth = stranger_texts();
  EXPECT_EQ(problem_field(assign(boss, fourth.id, anas, UsedNumber::add)), "add_number");
  EXPECT_EQ(requests(), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM phone_numbers WHERE user_id = 1"), 3);
}

TEST_F(AssignCallOut, OpenAttemptsOfThePersonAreCompletedAndNobodyElses) {
  const auto [own, strangers] = in([&](store::Transaction& tx) {
    const store::AttemptId cut_off = arrived(tx, "CA8", "+15550100101");
    store::leave_call_incomplete(tx, cut_off, anas, monday);
    return std::pair(cut_off, arrived(tx, "CA9", "+15550100199"));
  });
  const store::CallOut call_out = stranger_texts();
  ASSERT_TRUE(is<Assigned>(assign(boss, call_out.id, anas)));
  EXPECT_EQ(text("SELECT state FROM attempts WHERE id = $1", {own}), "closed");
  EXPECT_EQ(text("SELECT state FROM attempts WHERE id = $1", {strangers}), "open")
      << "somebody else may have used that telephone";
}

}  // namespace
}  // namespace app
