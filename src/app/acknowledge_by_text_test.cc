#include "app/acknowledge.h"
#include "app/acts_test.h"
#include "app/assign_call_out.h"
#include "app/reject_call_out.h"
#include "app/take_back.h"

namespace app {
namespace {

using notice::Kind;

constexpr const char* boss_phone = "+15550100105";
constexpr const char* rival_phone = "+15550100106";
constexpr const char* hana_phone = "+15550100108";
constexpr const char* desk_phone = "+15550100160";

class AcknowledgeByText : public ActsTest {
 protected:
  std::optional<TextOutcome> text_code(const char* from, const store::CallOut& call_out) {
    return in([&](store::Transaction& tx) -> std::optional<TextOutcome> {
      const auto answer = acknowledge_by_text(tx, *line_, from, call_out.acknowledge_code, now);
      if (!answer) return {};
      return answer->outcome;
    });
  }
  AssignmentOutcome assign(const Actor& who, const store::CallOut& call_out,
                           people::MemberId member) {
    return in([&](store::Transaction& tx) {
      return assign_call_out(tx, *line_, who, {.call_out = call_out.id, .member = member}, now);
    });
  }
  void run(store::Sql sql) {
    in([&](store::Transaction& tx) { tx.run(sql); });
  }
  /// At the number, by the team's list.
  void list_desk_for(std::int64_t team) {
    in([&](store::Transaction& tx) {
      tx.run(
          "INSERT INTO notice_recipients (team_id, name, phone, created_at)"
          " VALUES ($1, 'Desk', '+15550100160', 0)",
          {team});
    });
  }
  void take_anas_back() {
    const people::Employee who = employee(anas);
    in([&](store::Transaction& tx) { take_back(tx, *line_, who, now); });
  }
  std::int64_t seen() {
    return number("SELECT COUNT(*) FROM call_out_records WHERE acknowledged_at IS NOT NULL");
  }
};

template <class Came>
bool is(const std::optional<TextOutcome>& outcome) {
  return outcome && std::holds_alternative<Came>(*outcome);
}

TEST_F(AcknowledgeByText, WhoWasAskedWhileItWasNobodysHearsNothingOfAnIsolatedPerson) {
  run("INSERT INTO users (id, name, first_name, email, created_at, updated_at)"
      " VALUES (10, 'Hal Legal', 'Hal', 'hal@example.org', 0, 0)");
  run("INSERT INTO user_roles (user_id, role) VALUES (10, 'hr')");
  run("INSERT INTO managers (id, user_id, created_at) VALUES (10, 10, 0)");
  run("INSERT INTO scopes (manager_id, team_id) VALUES (10, 3)");
  const Actor hal{people::UserId(10), "Hal Legal"};
  const store::CallOut call_out = stranger_texts();
  ASSERT_TRUE(std::holds_alternative<Assigned>(assign(hal, call_out, leas)));
  EXPECT_TRUE(is<NotTheirsToAnswer>(text_code(hana_phone, call_out)));
  EXPECT_EQ(seen(), 0);
  EXPECT_EQ(number("SELECT COUNT(*) FROM outbox WHERE kind = 'seen_by'"), 0);
}

TEST_F(AcknowledgeByText, WhoHasLeftAnswersNoMore) {
  const store::CallOut call_out = calls_out(anas);
  run("UPDATE team_members SET last_day = '2026-11-22' WHERE user_id = 5");
  EXPECT_TRUE(is<NotTheirsToAnswer>(text_code(boss_phone, call_out)));
  EXPECT_EQ(seen(), 0);
  EXPECT_TRUE(is<Acknowledged>(text_code(rival_phone, call_out)));
}

TEST_F(AcknowledgeByText, TheListAnswersForItsOwnTeamAndForWhatIsNobodys) {
  list_desk_for(2);
  const store::CallOut nobodys = stranger_texts();
  const store::CallOut anas_now = stranger_texts("sick today", "+15550100198");
  const store::CallOut beas_now = stranger_texts("sick today", "+15550100197");
  assign(boss, anas_now, anas);
  assign(bill, beas_now, beas);
  EXPECT_TRUE(is<Acknowledged>(text_code(desk_phone, nobodys)));
  EXPECT_TRUE(is<NotTheirsToAnswer>(text_code(desk_phone, anas_now)));
  EXPECT_TRUE(is<Acknowledged>(text_code(desk_phone, beas_now)));
}

TEST_F(AcknowledgeByText, APausedListAnswersNothing) {
  list_desk_for(1);
  const store::CallOut call_out = calls_out(anas);
  run("UPDATE notice_recipients SET is_paused = 1");
  EXPECT_TRUE(is<NotTheirsToAnswer>(text_code(desk_phone, call_out)));
  EXPECT_EQ(seen(), 0);
}

TEST_F(AcknowledgeByText, ANumberThatIsListedAndAnAccountsCountsForWhatEitherMay) {
  list_desk_for(2);
  run("INSERT INTO phone_numbers (user_id, phone, created_at) VALUES (6, '+15550100160', 0)");
  const store::CallOut call_out = stranger_texts();  // by the list
  assign(boss, call_out, anas);                      // Rival's, by the account
  EXPECT_TRUE(is<Acknowledged>(text_code(desk_phone, call_out)));
}

TEST_F(AcknowledgeByText, TheCodeOfOneThatWasTakenBackIsKnownAndChangesNothing) {
  const store::CallOut call_out = calls_out(anas);
  take_anas_back();
  const auto outcome = text_code(boss_phone, call_out);
  ASSERT_TRUE(is<SettledAlready>(outcome));
  EXPECT_EQ(std::get<SettledAlready>(*outcome).receipt_number, call_out.receipt_number);
  EXPECT_TRUE(std::get<SettledAlready>(*outcome).is_taken_back);
  EXPECT_EQ(seen(), 0);
  EXPECT_FALSE(text_code("+15550100199", call_out)) << "nobody told that number";
}

TEST_F(AcknowledgeByText, TheCodeOfOneThatWasRejectedIsKnownToo) {
  const store::CallOut call_out = stranger_texts();
  in([&](store::Transaction& tx) { reject_call_out(tx, *line_, boss, call_out.id, now); });
  const auto outcome = text_code(hana_phone, call_out);
  ASSERT_TRUE(is<SettledAlready>(outcome));
  EXPECT_FALSE(std::get<SettledAlready>(*outcome).is_taken_back);
  EXPECT_EQ(seen(), 0);
}

TEST_F(AcknowledgeByText, TheCodeOfOneThatWasMergedAcknowledgesWhereItsWordsAre) {
  const store::CallOut own = calls_out(anas);
  const store::CallOut merged = stranger_texts();
  assign(boss, merged, anas);
  ASSERT_TRUE(is<Acknowledged>(text_code(hana_phone, merged)));
  EXPECT_EQ(number("SELECT acknowledged_by FROM call_out_records WHERE id = $1", {own.id}),
            hana.user.value());
  EXPECT_EQ(seen(), 1);
  take_anas_back();
  EXPECT_TRUE(is<SettledAlready>(text_code(hana_phone, merged)));
}

}  // namespace
}  // namespace app
