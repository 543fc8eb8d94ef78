#include "app/import_people.h"

#include <chrono>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "app/import_test.h"
#include "store/queries/audit.h"

namespace app {
namespace {

using Import = ImportTest;

TEST_F(Import, PutsEverythingOfAPersonOnFile) {
  EXPECT_EQ(import("Team,NAME,Employee Number,role,language,phone,second-phone,email,position,site,"
                   "first_day,last_day,pin\r\n"
                   "Clinical,Ana Ruiz,1001,manager + HR,Spanish,(555) 010-0123,555.010.0124,"
                   "ana@example.org,RN,North,2026-01-01,2027-12-31,8306\r\n"),
            "1 added, 0 changed, 0 unchanged");
  const auto ana = person("1001");
  EXPECT_EQ(ana.name, "Ana Ruiz");
  EXPECT_EQ(ana.email, "ana@example.org");
  EXPECT_EQ(ana.language, people::Language::es);
  EXPECT_EQ(ana.team + "/" + ana.position + "/" + ana.site, "Clinical/RN/North");
  EXPECT_EQ(ana.first_day, base::parse_day("2026-01-01"));
  EXPECT_EQ(ana.last_day, base::parse_day("2027-12-31"));
  EXPECT_EQ(ana.pin_hash, vault().pin_hash("8306"));
  EXPECT_EQ(ana.roles.size(), 3u) << "an employee too";
  EXPECT_TRUE(ana.has_scope) << "a manager answers for the own team";
  EXPECT_EQ(numbers("1001"), "0123 receipts;0124;");
  EXPECT_EQ(count("SELECT SUM(minutes) FROM ledger_entries WHERE kind = 'opening'"), 7200);
  EXPECT_EQ(count("SELECT COUNT(*) FROM sites WHERE time_zone = 'America/New_York'"), 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM audit_entries"), 1);
}

TEST_F(Import, OfTheSameFileAgainChangesNothing) {
  const std::string csv = header +
                          "1001,Ana Ruiz,ana@example.org,(555) 010-0123,Clinical,RN,manager,es,\n"
                          "1002,Luis,,,clinical,rn,,,8306\n"
                          "1003,Eva,,555 010 0125,Admin,,hr+administrator,en,\n";
  EXPECT_EQ(import(csv), "3 added, 0 changed, 0 unchanged");
  const auto audits = count("SELECT COUNT(*) FROM audit_entries");
  const auto before = count("SELECT SUM(updated_at) FROM users");
  options().rules.now += std::chrono::hours(1);
  EXPECT_EQ(import(csv), "0 added, 0 changed, 3 unchanged");
  EXPECT_EQ(count("SELECT SUM(updated_at) FROM users"), before);
  EXPECT_EQ(count("SELECT COUNT(*) FROM audit_entries"), audits);
  EXPECT_EQ(count("SELECT COUNT(*) FROM ledger_entries"), 6);
  EXPECT_EQ(count("SELECT COUNT(*) FROM teams"), 2) << "clinical is Clinical";
}

TEST_F(Import, LeavesWhatAnEmptyCellDoesNotMention) {
  ASSERT_EQ(import(header + "1001,Ana,ana@example.org,5550100123,Clinical,RN,hr,es,8306\n"),
            "1 added, 0 changed, 0 unchanged");
  EXPECT_EQ(import("employee_number,name,team\n1001,Ana Ruiz,Clinical\n"),
            "0 added, 1 changed, 0 unchanged");
  const auto ana = person("1001");
  EXPECT_EQ(ana.name, "Ana Ruiz");
  EXPECT_EQ(ana.email, "ana@example.org");
  EXPECT_EQ(ana.position, "RN");
  EXPECT_EQ(ana.language, people::Language::es);
  EXPECT_EQ(ana.pin_hash, vault().pin_hash("8306"));
  EXPECT_EQ(ana.roles.size(), 2u);
  EXPECT_EQ(numbers("1001"), "0123 receipts;");
}

TEST_F(Import, ReportsEveryBadCellByLineColumnValueAndRemedy) {
  EXPECT_EQ(import("employee_number,name,email,phone,team,role,language,pin,first_day,last_day\n"
                   ",,,,,,,,,\n"
                   "1001,,ana@,555-0100,,boss,fr,1234,22.11.2026,2026-02-30\n"
                   "1002,Bob,,,Clinical,,,,2026-02-02,2026-02-01\n"),
            "3 name \"\" is missing\n"
            "3 email \"ana@\" is not an e-mail address\n"
            "3 phone \"555-0100\" has 7 digits: the area code is missing\n"
            "3 team \"\" is missing\n"
            "3 role \"boss\" is not a role\n"
            "3 language \"fr\" is not a language of the line\n"
            "3 pin \"\" is easy to guess\n"
            "3 first_day \"22.11.2026\" is not a date\n"
            "3 last_day \"2026-02-30\" is not a date\n"
            "4 last_day \"2026-02-01\" is before the first day\n");
  EXPECT_TRUE(on_file().people.empty());
}

TEST_F(Import, RefusesTheNumbersOfTheLineItself) {
  for (const char* number : {"+15550100100", "+15550100101"}) {
    options().line_numbers.push_back(people::PhoneNumber::parse(number).value());
  }
  EXPECT_EQ(import("employee_number,name,team,phone,second_phone\n"
                   "1001,Ana Ruiz,Clinical,(555) 010-0100,\n"
                   "1002,Luis Vega,Clinical,555 010 0123,1-555-010-0101\n"
                   "1003,Eva Sol,Clinical,555 010 0102,\n"),
            "2 phone \"(555) 010-0100\" is the number of the call-out line itself\n"
            "3 second_phone \"1-555-010-0101\" is the number of the call-out line itself\n");
}

TEST_F(Import, RefusesAHeaderThatItDoesNotKnow) {
  EXPECT_EQ(import("employee_number,name,team,phone,salary,Phone\n1,A,B,,,\n"),
            "1 salary \"\" is not a column of the import\n"
            "1 Phone \"\" is in the header twice\n");
  EXPECT_EQ(import("name\nAna\n"),
            "1 employee_number \"\" is missing in the header\n"
            "1 team \"\" is missing in the header\n");
  EXPECT_EQ(import("employee_number,name,team\n1001,Ruiz, Ana,Clinical\n"),
            "2  \"\" has more cells than the header has titles\n");
  EXPECT_EQ(import("\"unclosed\n"), "0  \"\" line 1 has a quotation mark that is never closed\n");
}

TEST_F(Import, LeavesThoseOutWhomHrHasPutOut) {
  const std::string csv = header + "1001,Ana,,5550100101,Clinical,,,,\n";
  ASSERT_EQ(import(csv), "1 added, 0 changed, 0 unchanged");
  run("UPDATE users SET is_active = 0");
  const ImportPlan planned = plan(csv);
  EXPECT_TRUE(planned.people.empty());
  ASSERT_EQ(planned.warnings.size(), 1u);
  EXPECT_EQ(planned.warnings.front(),
            "line 2: employee 1001 is set inactive and stays so; the row was left out");
}

TEST_F(Import, MakesPinsForNewPeopleOnly) {
  std::string csv = header;
  for (int number = 1; number <= 90; ++number) {
    csv += std::to_string(number) + ",Employee,,,Clinical,,,,\n";
  }
  const ImportPlan planned = plan(csv);
  std::set<std::string> pins;
  for (const NewPin& pin : new_pins(planned)) pins.insert(pin.pin);
  EXPECT_EQ(pins.size(), 90u) << "all different";
  const ImportOutcome outcome = carry_out_import(database(), planned, options());
  EXPECT_EQ(outcome.new_pins.size(), 90u);
  EXPECT_EQ(person("7").pin_hash, vault().pin_hash(outcome.new_pins[6].pin));
  EXPECT_TRUE(new_pins(plan(csv)).empty());
}

TEST_F(Import, WarnsWhenPinsCanBeGuessed) {
  std::string csv = header;
  for (int number = 1; number <= 101; ++number) {
    csv += std::to_string(number) + ",Employee,,,Clinical,,,,\n";
  }
  EXPECT_EQ(plan(csv).warnings.size(), 1u);
  EXPECT_TRUE(plan(csv.substr(0, csv.rfind("101,"))).warnings.empty());
  options().pin_alone_signs_in = false;
  EXPECT_TRUE(plan(csv).warnings.empty());
}

TEST_F(Import, AppliesATeamsRecipientsOnceWhenItIsMade) {
  tells("+15550100150");
  tells("+15550100151");
  ASSERT_EQ(import(header + "1001,Ana,,,Clinical,,,,\n1002,Bob,,,Clinical,,,,\n"),
            "2 added, 0 changed, 0 unchanged");
  EXPECT_EQ(asked_for_recipients(), 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM notice_recipients"), 2);
  run("DELETE FROM notice_recipients");
  ASSERT_EQ(import(header + "1003,Eva,,,CLINICAL,,,,\n"), "1 added, 0 changed, 0 unchanged");
  EXPECT_EQ(count("SELECT COUNT(*) FROM notice_recipients"), 0);
}

TEST_F(Import, GivesTheFirstAdministratorsAccountAnEmployment) {
  run("INSERT INTO users (name, first_name, email, created_at, updated_at) "
      "VALUES ('Boss', 'Boss', 'Boss@example.org', 1, 1)");
  run("INSERT INTO user_roles (user_id, role) SELECT id, 'administrator' FROM users");
  EXPECT_EQ(import(header + "1001,Ana Boss,boss@example.org,,Admin,,hr,,\n"),
            "1 added, 0 changed, 0 unchanged");
  EXPECT_EQ(on_file().people.size(), 1u);
  EXPECT_EQ(person("1001").roles.size(), 3u);
  EXPECT_TRUE(person("1001").pin_hash);
}

TEST_F(Import, NeverTakesAnAdministratorAway) {
  ASSERT_EQ(import(header + "1001,Ana,,,Admin,,administrator+hr,,\n"),
            "1 added, 0 changed, 0 unchanged");
  ASSERT_EQ(import(header + "1001,Ana,,,Admin,,employee,,\n"), "0 added, 1 changed, 0 unchanged");
  const auto roles = person("1001").roles;
  EXPECT_EQ(std::set(roles.begin(), roles.end()),
            (std::set{people::Role::employee, people::Role::administrator}));
}

TEST_F(Import, LeavesAPositionBehindThatTheNewTeamDoesNotHave) {
  ASSERT_EQ(import(header + "1001,Ana,,,Clinical,RN,,,\n1002,Bob,,,Admin,Clerk,,,\n"),
            "2 added, 0 changed, 0 unchanged");
  ASSERT_EQ(import(header + "1001,Ana,,,Admin,,,,\n"), "0 added, 1 changed, 0 unchanged");
  EXPECT_EQ(person("1001").position, "");
  ASSERT_EQ(import(header + "1001,Ana,,,Admin,clerk,,,\n"), "0 added, 1 changed, 0 unchanged");
  EXPECT_EQ(person("1001").position, "Clerk");
}

TEST_F(Import, WritesMoreThanASliceWithOneAuditEntry) {
  options().pin_length = 6;
  std::string csv = header;
  for (int number = 1; number <= 450; ++number) {
    csv += std::to_string(number) + ",Employee,,+1555" + std::to_string(2'000'000 + number) +
           ",Clinical,RN,,,\n";
  }
  EXPECT_EQ(import(csv), "450 added, 0 changed, 0 unchanged");
  EXPECT_EQ(count("SELECT COUNT(*) FROM audit_entries"), 1);
  database().read(
      [](store::Transaction& tx) { EXPECT_FALSE(store::first_broken_audit_entry(tx)); });
}

TEST_F(Import, RefusesNamesThatForgeWhatIsShown) {
  for (const std::string name : {"Ana\x1b[2J", "Ana\xE2\x80\xAE", "\"Ana\nRuiz\"", "Ana\xC2\x9B"}) {
    EXPECT_NE(import(header + "1001," + name + ",,,Clinical,,,,\n").find("hidden character"),
              std::string::npos)
        << name;
  }
  EXPECT_NE(import(header + "1001," + std::string(101, 'x') + ",,,Clinical,,,,\n").find("too long"),
            std::string::npos);
  EXPECT_EQ(import(header + "1001,María-José O'Neill,,,Clinical,,,,\n"),
            "1 added, 0 changed, 0 unchanged");
}

TEST_F(Import, OfAnyTextIsReadOrRefused) {
  EXPECT_TRUE(rc::check("hostile text below a right header", [this](const std::string& text) {
    const ImportPlan planned = plan(header + text);
    for (const RowProblem& problem : planned.problems) RC_ASSERT(!problem.remedy.empty());
  }));
}

}  // namespace
}  // namespace app
