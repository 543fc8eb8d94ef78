// A small house for the tests of what a reader sees: people, scopes and a day in which a bit of
// everything has happened.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "platform/vault.h"
#include "store/migrate.h"
#include "store/queries/access.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {

constexpr base::Day seen_today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
constexpr base::Moment seen_midnight{seen_today};
constexpr base::Moment seen_now = seen_midnight + std::chrono::hours(10);

// Clinical (1) with RN (11) and MOA (12), Billing (2), whose reasons are for HR only, and the
// isolated Legal (3).
enum SeenUser : std::int64_t {
  ana = 1,       // RN
  moe,           // MOA
  bea,           // Billing
  lea,           // Legal
  left_luis,     // RN who left yesterday
  boss,          // RN too, manager of Clinical
  moa_boss,      // manager of its MOAs
  billing_boss,  // manager of Billing
  legal_boss,    // manager of Legal
  hana,          // HR
  legal_hr,      // HR, named in Legal's scope
  administrator,
};

class SeenHouse : public testing::Test {
 protected:
  SeenHouse() {
    EXPECT_TRUE(migrate(*database_).ok());
    database_->write([](Transaction& tx) {
      tx.run(
          "INSERT INTO teams (id, name, is_isolated, reasons_for_hr_only, created_at)"
          " VALUES (1, 'Clinical', 0, 0, 0), (2, 'Billing', 0, 1, 0), (3, 'Legal', 1, 0, 0)");
      tx.run(
          "INSERT INTO positions (id, team_id, name)"
          " VALUES (11, 1, 'RN'), (12, 1, 'MOA'), (31, 3, 'Clerk')");
      add(tx, ana, "Ana Núñez", 1, 11);
      add(tx, moe, "Moe Kim", 1, 12);
      add(tx, bea, "Béa Long", 2);
      add(tx, lea, "Lea Stone", 3, 31);
      add(tx, left_luis, "Luis Vela", 1, 11, "2026-11-22");
      add(tx, boss, "Ben Boss", 1, 11);
      for (const SeenUser user :
           {moa_boss, billing_boss, legal_boss, hana, legal_hr, administrator}) {
        add(tx, user, "Somebody", {});
      }
      for (const SeenUser user : {boss, moa_boss, billing_boss, legal_boss}) {
        role(tx, user, "manager");
      }
      role(tx, hana, "hr");
      role(tx, legal_hr, "hr");
      role(tx, administrator, "administrator");
      scope(tx, boss, 1);
      scope(tx, moa_boss, 1, 12);
      scope(tx, billing_boss, 2);
      scope(tx, legal_boss, 3);
      scope(tx, legal_hr, 3);
    });
  }

  static void add(Transaction& tx, SeenUser user, const char* name, Value team, Value position = {},
                  Value last = {}) {
    tx.run(
        "INSERT INTO users (id, name, first_name, created_at, updated_at)"
        " VALUES ($1, $2, $2, 0, 0)",
        {user, name});
    if (team.either().index() == 0) return;
    tx.run(
        "INSERT INTO team_members (id, user_id, employee_number, team_id, position_id, last_day,"
        " created_at) VALUES ($1, $1, 'E' || $1, $2, $3, $4, 0)",
        {user, team, position, last});
  }
  static void role(Transaction& tx, SeenUser user, const char* role) {
    tx.run("INSERT INTO user_roles (user_id, role) VALUES ($1, $2)", {user, role});
  }
  static void scope(Transaction& tx, SeenUser user, int team, Value position = {}) {
    tx.run("INSERT INTO managers (id, user_id, created_at) VALUES ($1, $1, 0)", {user});
    tx.run("INSERT INTO scopes (manager_id, team_id, position_id) VALUES ($1, $2, $3)",
           {user, team, position});
  }

  void run(Sql sql, std::initializer_list<Value> parameters = {}) {
    database_->write([&](Transaction& tx) { tx.run(sql, parameters); });
  }
  /// A request; its id is the one given.
  void request(std::int64_t id, std::int64_t member, base::Day first, base::Day last,
               const char* status, int is_call_out, base::Moment at = seen_now) {
    run("INSERT INTO pto_requests (id, member_id, start_date, end_date, pto_type, status,"
        " is_call_out, reason, created_at, updated_at)"
        " VALUES ($1, $2, $3, $4, 'sick', $5, $6, $7, $8, $8)",
        {id, member, first, last, status, is_call_out, vault_.seal("pto_requests.reason", "fever"),
         at});
  }
  /// A call-out of today with its request of the same id.
  void call_out(std::int64_t id, std::int64_t member, base::Moment at = seen_now) {
    request(id, member, seen_today, seen_today, "pending", 1, at);
    run("INSERT INTO call_out_records (id, receipt_number, member_id, pto_request_id, day, source,"
        " phone_number_used, verified, authentication_method, message_text, created_at)"
        " VALUES ($1, 100 + $1, $2, $1, $3, 'sms', '+15550100101', 1, 'phone_match', $4, $5)",
        {id, member, seen_today, vault_.seal("call_out_records.message_text", "sick, fever"), at});
  }
  void unverified(std::int64_t id, base::Moment at = seen_now,
                  const char* number = "+15550100177") {
    run("INSERT INTO call_out_records (id, receipt_number, day, source, phone_number_used,"
        " verified, authentication_method, message_text, claimed_name_sealed, created_at)"
        " VALUES ($1, 100 + $1, $2, 'sms', $3, 0, 'none', $4, $5, $6)",
        {id, seen_today, number, vault_.seal("call_out_records.message_text", "sick"),
         vault_.seal("call_out_records.claimed_name", "ana nunez"), at});
  }
  template <class F>
  auto read(SeenUser user, F f) {
    decltype(f(std::declval<Transaction&>(), std::declval<const Reader&>())) result{};
    database_->read(
        [&](Transaction& tx) { result = f(tx, reader_of(tx, people::UserId(user), seen_today)); });
    return result;
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_ =
      open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
  platform::Vault vault_{platform::DataKey{}, platform::system_random()};
};

}  // namespace store
