// The authorisation for audio, cell by cell; and the log of who listened.
#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/queries/accounts.h"
#include "store/queries/recordings.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

constexpr base::Moment now{std::chrono::seconds(1'795'425'480)};
constexpr base::Day today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// Clinical (1) with the positions RN (11) and MOA (12), Billing (2), whose reasons are for HR only,
// and the isolated Legal (3).
enum User : std::int64_t {
  ana = 1,         // RN
  ben,             // RN
  bea,             // Billing
  lea,             // Legal
  boss,            // manager of Clinical
  rn_boss,         // of its RNs
  moa_boss,        // of its MOAs
  billing_boss,    // of Billing
  legal_boss,      // of Legal
  scopeless_boss,  // of nothing
  hana,            // HR
  legal_hr,        // HR, named in Legal's scope
  billing_hr,      // HR and in Billing's scope
  administrator,
  inactive_boss,
  former_boss,  // last day was yesterday
  future_boss,  // first day is tomorrow
  not_manager,  // in Clinical's scope, but without the role
  left_ana,     // RN who left yesterday
  nobody = 99,
};

enum Case : std::int64_t { of_ana = 1, of_bea, of_lea, of_left, unverified, unknown = 99 };

class WhoMayHear : public testing::Test {
 protected:
  WhoMayHear() {
    auto opened = open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(migrate(*database_).ok());
    database_->write([&](Transaction& tx) {
      tx.run(
          "INSERT INTO teams (id, name, is_isolated, reasons_for_hr_only, created_at)"
          " VALUES (1, 'Clinical', 0, 0, 0), (2, 'Billing', 0, 1, 0), (3, 'Legal', 1, 0, 0)");
      tx.run(
          "INSERT INTO positions (id, team_id, name)"
          " VALUES (11, 1, 'RN'), (12, 1, 'MOA'), (31, 3, 'Clerk')");
      people(tx);
      managers(tx);
      call_outs(tx);
    });
  }

  static void add(Transaction& tx, User user, Value team, Value position = {}, Value first = {},
                  Value last = {}) {
    tx.run(
        "INSERT INTO users (id, name, first_name, created_at, updated_at)"
        " VALUES ($1, 'Somebody', 'Somebody', 0, 0)",
        {user});
    if (team.either().index() == 0) return;
    tx.run(
        "INSERT INTO team_members (id, user_id, employee_number, team_id, position_id, first_day,"
        " last_day, created_at) VALUES ($1, $1, 'E' || $1, $2, $3, $4, $5, 0)",
        {user, team, position, first, last});
  }
  static void role(Transaction& tx, User user, const char* role) {
    tx.run("INSERT INTO user_roles (user_id, role) VALUES ($1, $2)", {user, role});
  }
  static void scope(Transaction& tx, User user, int team, Value position = {}) {
    tx.run("INSERT INTO managers (id, user_id, created_at) VALUES ($1, $1, 0)", {user});
    tx.run("INSERT INTO scopes (manager_id, team_id, position_id) VALUES ($1, $2, $3)",
           {user, team, position});
  }

  static void people(Transaction& tx) {
    add(tx, ana, 1, 11);
    add(tx, ben, 1, 11);
    add(tx, bea, 2);
    add(tx, lea, 3, 31);
    add(tx, left_ana, 1, 11, {}, "2026-11-22");
    for (const User user : {boss, rn_boss, moa_boss, billing_boss, legal_boss, scopeless_boss, hana,
                            legal_hr, billing_hr, administrator, inactive_boss, not_manager}) {
      add(tx, user, {});
    }
    add(tx, former_boss, 2, {}, {}, "2026-11-22");
    add(tx, future_boss, 2, {}, "2026-11-24");
  }

  static void managers(Transaction& tx) {
    for (const User user : {boss, rn_boss, moa_boss, billing_boss, legal_boss, scopeless_boss,
                            inactive_boss, former_boss, future_boss}) {
      role(tx, user, "manager");
    }
    for (const User user : {hana, legal_hr, billing_hr}) role(tx, user, "hr");
    role(tx, administrator, "administrator");
    role(tx, ana, "employee");
    for (const User user : {boss, inactive_boss, former_boss, future_boss, not_manager}) {
      scope(tx, user, 1);
    }
    scope(tx, rn_boss, 1, 11);
    scope(tx, moa_boss, 1, 12);
    scope(tx, billing_boss, 2);
    scope(tx, legal_boss, 3);
    scope(tx, legal_hr, 3);
    scope(tx, billing_hr, 2);
    tx.run("UPDATE users SET is_active = 0 WHERE id = $1", {inactive_boss});
    // A listed recipient with the address of an account still has no account's rights.
    tx.run(
        "INSERT INTO notice_recipients (team_id, name, phone, created_at)"
        " VALUES (1, 'Front desk', '+15550100177', 0)");
  }

  static void call_outs(Transaction& tx) {
    const auto record = [&](Case id, Value member) {
      tx.run(
          "INSERT INTO call_out_records (id, receipt_number, member_id, day, source, verified,"
          " authentication_method, created_at) VALUES ($1, $1, $2, '2026-11-23', 'phone', 1, "
          "'none',"
          " 0)",
          {id, member});
    };
    record(of_ana, ana);
    record(of_bea, bea);
    record(of_lea, lea);
    record(of_left, left_ana);
    record(unverified, {});
  }

  bool hears(User user, Case call_out) {
    bool may = false;
    database_->read([&](Transaction& tx) {
      may = may_hear(tx, people::UserId(user), CallOutId(call_out), today);
    });
    return may;
  }
  void run(Sql sql) {
    database_->write([&](Transaction& tx) { tx.run(sql); });
  }
  /// One letter a call-out, "-" where the user may not: "A--LU".
  std::string heard_by(User user) {
    std::string heard;
    for (const auto& [call_out, letter] : {std::pair{of_ana, 'A'},
                                           {of_bea, 'B'},
                                           {of_lea, 'L'},
                                           {of_left, 'X'},
                                           {unverified, 'U'}}) {
      heard += hears(user, call_out) ? letter : '-';
    }
    return heard;
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
};

TEST_F(WhoMayHear, IsThisTable) {
  struct Row {
    const char* who;
    User user;
    const char* hears;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"Ana, her own", ana, "A----"},
           {"a colleague", ben, "-----"},
           {"somebody of Billing, their own in spite of HR only", bea, "-B---"},
           {"somebody of the isolated team, their own", lea, "--L--"},
           {"somebody who left, not even their own", left_ana, "-----"},
           {"the team's manager", boss, "A--X-"},
           {"the manager of her position", rn_boss, "A--X-"},
           {"the manager of another position", moa_boss, "-----"},
           {"a manager where reasons are for HR only", billing_boss, "-----"},
           {"the isolated team's manager", legal_boss, "--L--"},
           {"a manager without a scope", scopeless_boss, "-----"},
           {"HR", hana, "AB-XU"},
           {"HR, named in the isolated team's scope", legal_hr, "ABLXU"},
           {"HR in another scope", billing_hr, "AB-XU"},
           {"an administrator", administrator, "-----"},
           {"an inactive manager", inactive_boss, "-----"},
           {"a manager who left", former_boss, "-----"},
           {"a manager who has not begun", future_boss, "-----"},
           {"a scope without the role", not_manager, "-----"},
           {"an account that is not there", nobody, "-----"}}) {
    EXPECT_EQ(heard_by(row.user), row.hears) << row.who;
  }
}

TEST_F(WhoMayHear, OfACallOutThatIsNotThereIsNobody) {
  for (const User user : {ana, boss, hana}) EXPECT_FALSE(hears(user, unknown));
}

TEST_F(WhoMayHear, AnUnverifiedOneIsForManagersWhereThereIsNoHr) {
  run("UPDATE users SET is_active = 0 WHERE id IN (SELECT user_id FROM user_roles WHERE role = "
      "'hr')");
  for (const User user : {boss, rn_boss, moa_boss, billing_boss}) {
    EXPECT_TRUE(hears(user, unverified)) << user;
  }
  for (const User user : {legal_boss, scopeless_boss, hana, administrator, inactive_boss,
                          former_boss, not_manager, ana}) {
    EXPECT_FALSE(hears(user, unverified)) << user;
  }
}

TEST_F(WhoMayHear, ChangesWithTheScopeAtOnce) {
  EXPECT_TRUE(hears(boss, of_ana));
  run("DELETE FROM scopes WHERE manager_id = 5");
  EXPECT_FALSE(hears(boss, of_ana));
  EXPECT_TRUE(hears(rn_boss, of_ana));
  run("UPDATE team_members SET position_id = 12 WHERE user_id = 1");
  EXPECT_FALSE(hears(rn_boss, of_ana));
  EXPECT_TRUE(hears(moa_boss, of_ana));
}

class Listens : public WhoMayHear {
 protected:
  Listens() {
    run("INSERT INTO recordings (id, recording_sid, call_sid, state, created_at)"
        " VALUES (1, 'RE1', 'CA1', 'kept', 0), (2, 'RE2', 'CA1', 'kept', 0)");
  }
  void listen(User user, std::int64_t recording, HeardBy by, base::Moment at) {
    database_->write([&](Transaction& tx) {
      log_listen(tx, RecordingId(recording), people::UserId(user), by, at);
    });
  }
  std::vector<std::string> log() {
    std::vector<std::string> lines;
    database_->read([&](Transaction& tx) {
      for (const Row& row :
           tx.run("SELECT recording_id, user_id, by_link, at FROM recording_listens ORDER BY id")) {
        lines.push_back(std::to_string(row.integer(0)) + " " + std::to_string(row.integer(1)) +
                        " " + row.text(2) + " +" +
                        std::to_string(row.integer(3) - base::epoch_seconds(now)));
      }
    });
    return lines;
  }
};

TEST_F(Listens, AreLoggedOnceAListeningNotOnceAPart) {
  listen(boss, 1, HeardBy::link, now);
  listen(boss, 1, HeardBy::link, now);
  listen(boss, 1, HeardBy::link, now + 599s);
  listen(boss, 1, HeardBy::link, now + 600s);
  EXPECT_EQ(log(), (std::vector{"1 5 link +0"s, "1 5 link +600"s}));
}

TEST_F(Listens, AreOneForEachPersonRecordingAndWay) {
  listen(boss, 1, HeardBy::link, now);
  listen(hana, 1, HeardBy::link, now);
  listen(boss, 2, HeardBy::link, now);
  listen(boss, 1, HeardBy::session, now);
  EXPECT_EQ(log(),
            (std::vector{"1 5 link +0"s, "1 11 link +0"s, "2 5 link +0"s, "1 5 session +0"s}));
}

TEST_F(Listens, AClockThatWasSetBackHidesNone) {
  listen(boss, 1, HeardBy::link, now + 3600s);
  listen(boss, 1, HeardBy::link, now);
  EXPECT_EQ(log().size(), 2u);
}

TEST_F(Listens, LinksAreSwitchedOffAndTakenBackBySettings) {
  const auto rules_with = [&](const char* name, const char* value) {
    ListenLinkRules rules;
    database_->write([&](Transaction& tx) {
      tx.run("DELETE FROM settings");
      if (name != nullptr) put_setting(tx, name, value, {}, now);
      rules = listen_link_rules(tx);
    });
    return rules;
  };
  EXPECT_TRUE(rules_with(nullptr, "").is_on);
  EXPECT_EQ(rules_with(nullptr, "").valid_since, base::Moment());
  EXPECT_TRUE(rules_with("recording_links", "on").is_on);
  EXPECT_FALSE(rules_with("recording_links", "off").is_on);
  EXPECT_FALSE(rules_with("recording_links", "no!").is_on);
  EXPECT_EQ(rules_with("recording_links_since", "1795425480").valid_since, now);
  EXPECT_TRUE(rules_with("recording_links_since", "1795425480").is_on);
  EXPECT_FALSE(rules_with("recording_links_since", "yesterday").is_on) << "rather none than all";
}

}  // namespace
}  // namespace store
