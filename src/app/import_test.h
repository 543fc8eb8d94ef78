// A database and the imports into it, for the tests of the import.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/import_people.h"
#include "store/migrate.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace app {

inline constexpr auto import_time = base::Moment(std::chrono::seconds(1'795'361'045));
inline const std::string header =
    "employee_number,name,email,phone,team,position,role,language,pin\n";

class ImportTest : public testing::Test {
 protected:
  ImportTest() {
    EXPECT_TRUE(store::migrate(*database_).ok());
    options_.source = "people.csv";
    options_.rules = {.time_zone = "America/New_York",
                      .team_recipients =
                          [this](std::string_view team) {
                            ++asked_for_recipients_;
                            return team == "Clinical" ? recipients_
                                                      : std::vector<people::PhoneNumber>{};
                          },
                      .today = base::parse_day("2026-11-22").value(),
                      .now = import_time};
  }

  ImportPlan plan(const std::string& csv) {
    store::OnFile file = on_file();
    auto planned = plan_import(csv, file, vault_, platform::system_random(), options_);
    if (planned) return std::move(planned).value();
    ImportPlan useless;
    useless.problems = planned.problem();
    return useless;
  }

  /// "2 added, 1 changed, 0 unchanged", or the problems.
  std::string import(const std::string& csv) {
    const ImportPlan planned = plan(csv);
    if (!planned.problems.empty()) return words(planned.problems);
    const ImportOutcome outcome = carry_out_import(*database_, planned, options_);
    if (!outcome.problems.empty()) return words(outcome.problems);
    return std::to_string(outcome.added) + " added, " + std::to_string(outcome.changed) +
           " changed, " + std::to_string(planned.unchanged) + " unchanged";
  }

  static std::string words(const std::vector<RowProblem>& problems) {
    std::string text;
    for (const RowProblem& problem : problems) {
      text += std::to_string(problem.line) + " " + problem.column + " \"" + problem.value + "\" " +
              problem.what + "\n";
      EXPECT_FALSE(problem.remedy.empty()) << text;
    }
    return text;
  }

  store::OnFile on_file() {
    store::OnFile file;
    database_->read([&](store::Transaction& tx) { file = store::read_on_file(tx); });
    return file;
  }
  store::PersonOnFile person(const std::string& employee_number) {
    for (const auto& found : on_file().people) {
      if (found.employee_number == employee_number) return found;
    }
    ADD_FAILURE() << employee_number << " is not on file";
    return {};
  }
  std::string numbers(const std::string& employee_number) {
    std::string text;
    for (const auto& number : person(employee_number).numbers) {
      text += number.phone.substr(8) + (number.is_shared ? " shared" : "") +
              (number.for_receipts ? " receipts" : "") + ";";
    }
    return text;
  }
  std::int64_t count(store::Sql sql) {
    std::int64_t number = 0;
    database_->read([&](store::Transaction& tx) { number = tx.run(sql).at(0).integer(0); });
    return number;
  }
  void run(store::Sql sql) {
    database_->write([&](store::Transaction& tx) { tx.run(sql); });
  }

  store::Database& database() { return *database_; }
  ImportOptions& options() { return options_; }
  const platform::Vault& vault() const { return vault_; }
  int asked_for_recipients() const { return asked_for_recipients_; }
  void tells(const std::string& number) {
    recipients_.push_back(people::PhoneNumber::parse(number).value());
  }

 private:
  test_support::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_ =
      store::open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
  platform::Vault vault_ = platform::Vault(platform::DataKey{}, platform::system_random());
  std::vector<people::PhoneNumber> recipients_;
  int asked_for_recipients_ = 0;
  ImportOptions options_;
};

}  // namespace app
