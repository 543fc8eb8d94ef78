#include "app/check_pin.h"

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/queries/keys.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

constexpr base::Moment start{std::chrono::seconds(1'795'425'480)};
constexpr people::MemberId ana{1};
constexpr const char* anas_phone = "+15550100101";

/// Ana, number 17, has the PIN 4829; Leo, number 18, has left and had 7351.
class CheckPin : public testing::Test {
 protected:
  CheckPin() {
    auto opened = store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""});
    database_ = std::move(opened).value();
    EXPECT_TRUE(store::migrate(*database_).ok());
    const auto master = platform::SecretKey::parse(std::string(32, '1') + std::string(32, '2'));
    auto vault = store::open_vault(*database_, master.value(), platform::system_random(), start);
    line_.emplace(Line{.vault = std::move(vault).value(),
                       .random = platform::system_random(),
                       .time_zone = "America/New_York",
                       .own_numbers = {}});
    database_->write([&](store::Transaction& tx) {
      tx.run("INSERT INTO teams (id, name, created_at) VALUES (1, 'Clinical', 0)");
      tx.run(
          "INSERT INTO users (id, name, first_name, language, pin_hash, pin_issued_at, created_at,"
          " updated_at) VALUES (1, 'Ana Ruiz', 'Ana', 'es', $1, 0, 0, 0), (2, 'Leo Left', 'Leo',"
          " 'en', $2, 0, 0, 0)",
          {line_->vault.pin_hash("4829"), line_->vault.pin_hash("7351")});
      tx.run(
          "INSERT INTO team_members (id, user_id, employee_number, team_id, last_day, created_at)"
          " VALUES (1, 1, '17', 1, NULL, 0), (2, 2, '18', 1, '2020-01-01', 0)");
    });
  }

  callout::CallEvent enter(const std::string& digits, base::Moment now = start,
                           const std::string& from = anas_phone) {
    return check({.call_sid = "CA1", .from = from, .employee_number = {}, .digits = digits}, now);
  }
  callout::CallEvent enter_both(const std::string& number, const std::string& digits,
                                base::Moment now) {
    return check({.call_sid = "CA1",
                  .from = "+1555010" + std::to_string(1000 + calls_++),
                  .has_employee_number = true,
                  .employee_number = number,
                  .digits = digits},
                 now);
  }
  callout::CallEvent check(const PinTry& attempt, base::Moment now) {
    callout::CallEvent outcome;
    database_->write(
        store::Job([&](store::Transaction& tx) { outcome = check_pin(tx, *line_, attempt, now); }));
    return outcome;
  }
  bool is_closed(const std::string& from, base::Moment now = start) {
    bool is_so = false;
    database_->read([&](store::Transaction& tx) { is_so = is_sign_in_closed(tx, from, now); });
    return is_so;
  }
  void issue_new_pin(base::Moment now) {
    database_->write([&](store::Transaction& tx) {
      tx.run("UPDATE users SET pin_issued_at = $1 WHERE id = 1", {now});
    });
  }

  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_;
  std::optional<Line> line_;
  int calls_ = 0;
};

bool is_ana(const callout::CallEvent& outcome) {
  const auto* accepted = std::get_if<callout::PinAccepted>(&outcome);
  return accepted != nullptr && accepted->member == ana;
}
bool is_refused(const callout::CallEvent& outcome, bool is_closed) {
  const auto* refused = std::get_if<callout::PinRefused>(&outcome);
  return refused != nullptr && refused->is_closed == is_closed;
}

TEST_F(CheckPin, TheRightPinSaysWhoCallsAndInWhichLanguage) {
  const auto outcome = enter("4829");
  ASSERT_TRUE(is_ana(outcome));
  EXPECT_EQ(std::get<callout::PinAccepted>(outcome).language, people::Language::es);
}

TEST_F(CheckPin, AWrongOneALeaversAndOneOfTheWrongLengthAreRefused) {
  EXPECT_TRUE(is_refused(enter("4828"), false));
  EXPECT_TRUE(is_refused(enter("7351"), false));
  EXPECT_TRUE(is_refused(enter("48"), false));
  EXPECT_TRUE(is_refused(enter("48294829"), false));
}

TEST_F(CheckPin, TheTenthFailureOfACallerInAnHourClosesTheSignInForThatCaller) {
  for (int failures = 1; failures < 10; ++failures) EXPECT_TRUE(is_refused(enter("1357"), false));
  EXPECT_TRUE(is_refused(enter("1357"), true));
  EXPECT_TRUE(is_closed(anas_phone));
  EXPECT_TRUE(is_refused(enter("4829"), true)) << "the right one comes too late";
  EXPECT_FALSE(is_closed("+15550100102"));
  EXPECT_FALSE(is_closed(anas_phone, start + 1h));
  EXPECT_TRUE(is_ana(enter("4829", start + 1h)));
}

TEST_F(CheckPin, AllWithheldNumbersAreOneCaller) {
  const std::vector<std::string> withheld{"anonymous", "", "+266696687", "Restricted", "unknown"};
  for (int failures = 0; failures < 10; ++failures)
    enter("1357", start, withheld.at(static_cast<std::size_t>(failures) % withheld.size()));
  EXPECT_TRUE(is_closed("anonymous"));
  EXPECT_TRUE(is_closed(""));
  EXPECT_FALSE(is_closed(anas_phone));
}

TEST_F(CheckPin, SixtyFailuresInAnHourCloseItForTheLine) {
  for (int failures = 0; failures < 60; ++failures)
    enter("1357", start, "+155501002" + std::to_string(10 + failures));
  EXPECT_TRUE(is_closed("+15550100199"));
  EXPECT_FALSE(is_closed("+15550100199", start + 1h));
}

TEST_F(CheckPin, WithAnEmployeeNumberBothMustBelongTogether) {
  EXPECT_TRUE(is_ana(enter_both("17", "4829", start)));
  EXPECT_TRUE(is_refused(enter_both("18", "4829", start), false));
  EXPECT_TRUE(is_refused(enter_both("99", "4829", start), false));
  EXPECT_TRUE(is_refused(enter_both("17", "4828", start), false));
}

TEST_F(CheckPin, AfterFiveFailuresForAPersonTheWaitDoublesFromThirtySecondsToAnHour) {
  base::Moment now = start;
  for (int failures = 0; failures < 5; ++failures) enter_both("17", "1357", now);
  EXPECT_TRUE(is_refused(enter_both("17", "4829", now + 29s), false));  // the sixth
  now += 29s;
  EXPECT_TRUE(is_refused(enter_both("17", "4829", now + 59s), false));  // the seventh: 60 s
  now += 59s;
  EXPECT_TRUE(is_ana(enter_both("17", "4829", now + 120s)));
}

TEST_F(CheckPin, TheLongestWaitIsAnHourAndFiftyFailuresEndItUntilANewPin) {
  base::Moment now = start;
  for (int failures = 0; failures < 49; ++failures, now += 2h) enter_both("17", "1357", now);
  EXPECT_TRUE(is_ana(enter_both("17", "4829", now - 1h)));
  enter_both("17", "1357", now);
  EXPECT_TRUE(is_refused(enter_both("17", "4829", now + 24h), false));
  issue_new_pin(now + 25h);
  EXPECT_TRUE(is_ana(enter_both("17", "4829", now + 26h)));
}

}  // namespace
}  // namespace app
