// For tests of what managers do in the web application: a small organisation, its line and its
// ledger.
#pragma once

#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "app/actor.h"
#include "app/report_absence.h"
#include "app/report_unverified.h"
#include "store/migrate.h"
#include "store/queries/attempts.h"
#include "store/queries/audit.h"
#include "store/queries/decisions.h"
#include "store/queries/keys.h"
#include "store/queries/outbox.h"
#include "store/queries/people.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {

// Clinical (1): Ana, Leo and their managers, Boss and Rival. Billing (2): Bea, her manager Bill.
// The isolated Legal (3): Lea, nobody named for it. Hana is HR, Ada administrator.
inline const Actor ana{people::UserId(1), "Ana Ruiz"};
inline const Actor boss{people::UserId(5), "Bo Boss"};
inline const Actor rival{people::UserId(6), "Ria Rival"};
inline const Actor bill{people::UserId(7), "Bill Payer"};
inline const Actor hana{people::UserId(8), "Hana Hale"};
inline const Actor ada{people::UserId(9), "Ada Admin"};
inline constexpr people::MemberId anas{1};
inline constexpr people::MemberId leos{2};
inline constexpr people::MemberId beas{3};
inline constexpr people::MemberId leas{4};
inline constexpr people::MemberId bosses{5};

class ActsTest : public testing::Test {
 public:
  // Monday, 5:18 a.m. in New York.
  static constexpr base::Moment now{std::chrono::seconds(1'795'429'080)};
  static constexpr base::Day monday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

 protected:
  /// Runs in a transaction of its own and hands on what it says.
  template <class F>
  auto in(F f) {
    using Said = decltype(f(std::declval<store::Transaction&>()));
    if constexpr (std::is_void_v<Said>) {
      database_->write(store::Job(f));
    } else {
      std::optional<Said> said;
      database_->write(store::Job([&](store::Transaction& tx) { said.emplace(f(tx)); }));
      return *std::move(said);
    }
  }
  ActsTest() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = store::open_vault(*database_, master.value(), platform::system_random(), now);
    line_.emplace(Line{.vault = std::move(vault).value(),
                       .random = platform::system_random(),
                       .time_zone = "America/New_York",
                       .own_numbers = {"+15550100000"}});
    in([](store::Transaction& tx) { employ(tx); });
  }

  static void employ(store::Transaction& tx) {
    tx.run(
        "INSERT INTO teams (id, name, is_isolated, created_at)"
        " VALUES (1, 'Clinical', 0, 0), (2, 'Billing', 0, 0), (3, 'Legal', 1, 0)");
    tx.run(
        "INSERT INTO users (id, name, first_name, email, phone, created_at, updated_at) VALUES"
        " (1, 'Ana Ruiz', 'Ana', 'ana@example.org', '+15550100101', 0, 0),"
        " (2, 'Leo Low', 'Leo', 'leo@example.org', NULL, 0, 0),"
        " (3, 'Bea Bond', 'Bea', 'bea@example.org', NULL, 0, 0),"
        " (4, 'Lea Law', 'Lea', 'lea@example.org', NULL, 0, 0),"
        " (5, 'Bo Boss', 'Bo', 'bo@example.org', '+15550100105', 0, 0),"
        " (6, 'Ria Rival', 'Ria', 'ria@example.org', '+15550100106', 0, 0),"
        " (7, 'Bill Payer', 'Bill', 'bill@example.org', '+15550100107', 0, 0),"
        " (8, 'Hana Hale', 'Hana', 'hana@example.org', '+15550100108', 0, 0),"
        " (9, 'Ada Admin', 'Ada', 'ada@example.org', NULL, 0, 0)");
    tx.run(
        "INSERT INTO team_members (id, user_id, employee_number, team_id, created_at) VALUES"
        " (1, 1, 'E1', 1, 0), (2, 2, 'E2', 1, 0), (3, 3, 'E3', 2, 0), (4, 4, 'E4', 3, 0),"
        " (5, 5, 'E5', 1, 0)");
    tx.run(
        "INSERT INTO phone_numbers (user_id, phone, for_receipts, created_at) VALUES"
        " (1, '+15550100101', 1, 0), (5, '+15550100105', 1, 0)");
    tx.run(
        "INSERT INTO user_roles (user_id, role) VALUES (5, 'manager'), (6, 'manager'),"
        " (7, 'manager'), (8, 'hr'), (9, 'administrator')");
    tx.run("INSERT INTO managers (id, user_id, created_at) VALUES (5, 5, 0), (6, 6, 0), (7, 7, 0)");
    tx.run("INSERT INTO scopes (manager_id, team_id) VALUES (5, 1), (6, 1), (7, 2)");
    tx.run(
        "INSERT INTO ledger_entries (member_id, bank, minutes, kind, day, created_at)"
        " SELECT m.id, b.code, 3600, 'opening', '2026-01-01', 0"
        " FROM team_members m JOIN banks b ON b.code <> 'unpaid'");
  }

  /// The first column of the first row.
  std::int64_t number(store::Sql sql, std::initializer_list<store::Value> parameters = {}) {
    std::int64_t found = 0;
    database_->read(
        [&](store::Transaction& tx) { found = tx.run(sql, parameters).at(0).integer(0); });
    return found;
  }
  std::string text(store::Sql sql, std::initializer_list<store::Value> parameters = {}) {
    std::string found;
    database_->read(
        [&](store::Transaction& tx) { found = tx.run(sql, parameters).at(0).text_or_empty(0); });
    return found;
  }
  /// Each `f` on a thread of its own, all at once.
  template <class F>
  static void at_once(std::vector<F> all) {
    std::vector<std::thread> threads;
    for (F& one : all) threads.emplace_back(one);
    for (std::thread& thread : threads) thread.join();
  }

  store::RequestId leave_asked(people::MemberId member, base::Day first, base::Day last,
                               const std::string& type = "vacation") {
    return in([&](store::Transaction& tx) {
      return tx
          .run(
              "INSERT INTO pto_requests (member_id, start_date, end_date, pto_type, status,"
              " created_at, updated_at) VALUES ($1, $2, $3, $4, 'pending', 1, 1) RETURNING id",
              {member, first, last, type})
          .at(0)
          .id<store::RequestId>(0);
    });
  }
  people::Employee employee(people::MemberId member) {
    return in([&](store::Transaction& tx) {
      return store::find_employee(tx, member, "America/New_York").value();
    });
  }
  store::CallOut calls_out(people::MemberId member, base::Day day = monday) {
    const people::Employee who = employee(member);
    return in([&](store::Transaction& tx) {
      const std::string sid = "SM" + std::to_string(++texts_);
      return report_absence(tx, *line_,
                            {.employee = who,
                             .day = day,
                             .message = "sick today",
                             .reason = {},
                             .source = "sms",
                             .provider_id = sid,
                             .phone_used = "+15550100101",
                             .authentication_method = "phone_match",
                             .attempt = arrived(tx, sid, "+15550100101")},
                            now)
          .call_out;
    });
  }
  /// A text from somebody whom nobody knows.
  store::CallOut stranger_texts(const std::string& words = "Calling out sick - canary fever",
                                const std::string& from = "+15550100199", base::Day day = monday) {
    return in([&](store::Transaction& tx) {
      const std::string sid = "SM" + std::to_string(++texts_);
      const store::AttemptId attempt = arrived(tx, sid, from);
      const store::CallOut call_out = report_unverified(tx, *line_,
                                                        {.day = day,
                                                         .message = words,
                                                         .source = "sms",
                                                         .provider_id = sid,
                                                         .phone_used = from,
                                                         .attempt = attempt},
                                                        now)
                                          .call_out;
      store::close_attempt(tx, attempt,
                           {.kind = store::AttemptKind::absence, .call_out = call_out.id}, now);
      return call_out;
    });
  }
  store::AttemptId arrived(store::Transaction& tx, const std::string& sid,
                           const std::string& from) {
    return store::add_attempt(tx, line_->vault,
                              {.channel = "sms", .provider_id = sid, .from = from, .body = "words"},
                              now);
  }
  /// Sent, as far as the outbox knows: what is asked of it later is new.
  void outbox_leaves() {
    in([](store::Transaction& tx) { tx.run("UPDATE outbox SET state = 'accepted'"); });
  }
  std::int64_t waiting(notice::Kind kind, const Actor& to, const char* channel = "email") {
    return number(
        "SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND kind = $1 AND user_id = $2"
        " AND channel = $3",
        {notice::code_of(kind), to.user, channel});
  }
  std::int64_t audited(const char* action, const char* subject, std::int64_t id,
                       const Actor& actor) {
    return number(
        "SELECT COUNT(*) FROM audit_entries WHERE action = $1 AND subject = $2"
        " AND subject_id = $3 AND actor = $4 AND actor_user_id = $5",
        {action, subject, id, actor.name, actor.user});
  }
  std::int64_t balance(people::MemberId member, const char* bank) {
    return number(
        "SELECT COALESCE(SUM(minutes), 0) FROM ledger_entries WHERE member_id = $1 AND bank = $2",
        {member, bank});
  }
  bool audit_holds() {
    bool holds = false;
    database_->read([&](store::Transaction& tx) { holds = !store::first_broken_audit_entry(tx); });
    return holds;
  }

  const test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::optional<Line> line_;
  int texts_ = 0;
};

}  // namespace app
