#include "app/import_clashes.h"

#include <chrono>

#include <gtest/gtest.h>

#include "app/import_test.h"

namespace app {
namespace {

using ImportClashes = ImportTest;

TEST_F(ImportClashes, ReportsBothRowsOfAClashInTheFile) {
  EXPECT_EQ(import(header + "1001,Ana,ana@example.org,555 010 0123,Clinical,,,,8306\n"
                            "1002,Bob,ANA@example.org,+15550100123,Clinical,,,,8306\n"
                            "1003,Eva,,,Clinical,,,,\n"
                            "1003,Eva again,,,Clinical,,,,\n"),
            "2 phone \"+15550100123\" is also on line 3\n"
            "2 email \"ana@example.org\" is also on line 3\n"
            "2 pin \"\" is also on line 3\n"
            "3 phone \"+15550100123\" is also on line 2\n"
            "3 email \"ANA@example.org\" is also on line 2\n"
            "3 pin \"\" is also on line 2\n"
            "4 employee_number \"1003\" is also on line 5\n"
            "5 employee_number \"1003\" is also on line 4\n");
}

TEST_F(ImportClashes, ReportsAClashWithSomebodyOnFile) {
  ASSERT_EQ(import(header + "1001,Ana,ana@example.org,5550100123,Clinical,,,,8306\n"),
            "1 added, 0 changed, 0 unchanged");
  EXPECT_EQ(import(header + "1002,Bob,Ana@Example.org,555-010-0123,Clinical,,,,8306\n"),
            "2 phone \"+15550100123\" belongs to employee 1001\n"
            "2 email \"Ana@Example.org\" belongs to employee 1001\n"
            "2 pin \"\" belongs to employee 1001\n");
}

TEST_F(ImportClashes, TakesSharedNumbersThatAreMarkedEverywhere) {
  const std::string shared = "employee_number,name,team,phone,shared,second_phone\n";
  EXPECT_EQ(import(shared + "1001,Ana,Clinical,5550100199,yes,5550100101\n"
                            "1002,Bob,Clinical,5550100199,Yes,\n"),
            "2 added, 0 changed, 0 unchanged");
  EXPECT_EQ(numbers("1001"), "0101 receipts;0199 shared;") << "receipts go to the own number";
  EXPECT_EQ(numbers("1002"), "0199 shared receipts;");
  EXPECT_EQ(import(shared + "1003,Eva,Clinical,5550100199,,\n"), "1 added, 0 changed, 0 unchanged")
      << "it is marked on file";
  EXPECT_EQ(import(shared + "1004,Leo,Clinical,5550100199,no,\n"),
            "2 phone \"+15550100199\" belongs to employee 1001\n");
  EXPECT_EQ(import(shared + "1004,Leo,Clinical,5550100101,yes,\n"),
            "2 phone \"+15550100101\" belongs to employee 1001\n");
  EXPECT_EQ(import(shared + "1004,Leo,Clinical,,yes,\n"),
            "2 shared \"yes\" is yes but the row has no phone\n");
}

TEST_F(ImportClashes, ReplacesANumberByItsKind) {
  const std::string columns = "employee_number,name,team,phone,second_phone\n";
  ASSERT_EQ(import(columns + "1001,Ana,Clinical,5550100101,5550100102\n"),
            "1 added, 0 changed, 0 unchanged");
  EXPECT_EQ(import(columns + "1001,Ana,Clinical,5550100103,\n"), "0 added, 1 changed, 0 unchanged");
  EXPECT_EQ(numbers("1001"), "0103 receipts;0102;");
  EXPECT_EQ(import(columns + "1001,Ana,Clinical,5550100103,5550100104\n"),
            "0 added, 1 changed, 0 unchanged");
  EXPECT_EQ(numbers("1001"), "0103 receipts;0104;");
  EXPECT_EQ(count("SELECT COUNT(*) FROM phone_numbers WHERE released_at IS NOT NULL"), 2);
  EXPECT_EQ(count("SELECT COUNT(*) FROM users WHERE phone = '+15550100103'"), 1);
}

TEST_F(ImportClashes, LetsTwoPeopleSwapTheirNumbers) {
  ASSERT_EQ(
      import(header + "1001,Ana,,5550100101,Clinical,,,,\n1002,Bob,,5550100102,Clinical,,,,\n"),
      "2 added, 0 changed, 0 unchanged");
  EXPECT_EQ(import(header + "1001,Ana,,5550100102,Clinical,,,,\n"),
            "2 phone \"+15550100102\" belongs to employee 1002\n");
  EXPECT_EQ(
      import(header + "1001,Ana,,5550100102,Clinical,,,,\n1002,Bob,,5550100101,Clinical,,,,\n"),
      "0 added, 2 changed, 0 unchanged");
  EXPECT_EQ(numbers("1001") + numbers("1002"), "0102 receipts;0101 receipts;");
}

TEST_F(ImportClashes, ReleasesALeaversNumber) {
  const std::string columns = "employee_number,name,team,phone,last_day\n";
  ASSERT_EQ(import(columns + "1001,Ana,Clinical,5550100101,2026-11-22\n"),
            "1 added, 0 changed, 0 unchanged");
  EXPECT_EQ(import(columns + "1002,Bob,Clinical,5550100101,\n"),
            "2 phone \"+15550100101\" belongs to employee 1001\n")
      << "on the last day she still works here";
  options().rules.today += std::chrono::days(1);
  const std::string both =
      columns + "1001,Ana,Clinical,5550100101,2026-11-22\n1002,Bob,Clinical,5550100101,\n";
  EXPECT_EQ(import(both), "1 added, 0 changed, 1 unchanged");
  EXPECT_EQ(numbers("1001"), "");
  EXPECT_EQ(numbers("1002"), "0101 receipts;");
  EXPECT_EQ(count("SELECT COUNT(*) FROM users WHERE phone = '+15550100101'"), 1);
  EXPECT_EQ(import(both), "0 added, 0 changed, 2 unchanged");
}

TEST_F(ImportClashes, SkipsABadRowAndWhatDependedOnIt) {
  ASSERT_EQ(import(header + "1001,Ana,,5550100101,Clinical,,,,\n"),
            "1 added, 0 changed, 0 unchanged");
  const ImportPlan planned = plan(header +
                                  "1001,Ana,bad address,5550100102,Clinical,,,,\n"
                                  "1002,Bob,,5550100101,Clinical,,,,\n"
                                  "1003,Eva,,5550100103,Clinical,,,,\n");
  EXPECT_EQ(words(planned.problems),
            "2 email \"bad address\" is not an e-mail address\n"
            "3 phone \"+15550100101\" belongs to employee 1001\n");
  EXPECT_EQ(carry_out_import(database(), planned, options()).added, 1u);
  EXPECT_EQ(numbers("1001"), "0101 receipts;");
}

TEST_F(ImportClashes, ReportsTheRowThatMeetsAChangeMadeMeanwhile) {
  const ImportPlan planned = plan(header +
                                  "1001,Ana,,5550100101,Clinical,,,,\n"
                                  "1002,Bob,,5550100102,Clinical,,,,\n");
  ASSERT_EQ(import(header + "1009,Eva,,5550100101,Clinical,,,,\n"),
            "1 added, 0 changed, 0 unchanged");
  const ImportOutcome outcome = carry_out_import(database(), planned, options());
  EXPECT_EQ(outcome.added, 1u);
  EXPECT_EQ(outcome.new_pins.size(), 1u);
  EXPECT_EQ(words(outcome.problems),
            "2 employee_number \"1001\" met a change that was made during the import\n");
}

}  // namespace
}  // namespace app
