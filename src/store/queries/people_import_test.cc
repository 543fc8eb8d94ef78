#include "store/queries/people_import.h"

#include <chrono>

#include <gtest/gtest.h>

#include "store/migrate.h"
#include "store/sqlite.h"
#include "temporary_folder.h"

namespace store {
namespace {

constexpr auto now = base::Moment(std::chrono::seconds(1'795'361'045));

ImportedPerson employee(const std::string& number, const std::string& phone) {
  ImportedPerson person;
  person.employee_number = number;
  person.name = "Employee " + number;
  person.team = "Clinical";
  person.roles = {people::Role::employee};
  person.numbers = {{phone, false, true}};
  return person;
}

class PeopleImport : public testing::Test {
 protected:
  PeopleImport() { EXPECT_TRUE(migrate(*database_).ok()); }

  void import(const ImportedPerson& person) {
    database_->write([&](Transaction& tx) {
      import_person(tx, person, {.time_zone = "UTC", .today = {}, .now = now});
    });
  }
  PersonOnFile person(const std::string& number) {
    PersonOnFile found;
    database_->read([&](Transaction& tx) {
      for (const PersonOnFile& somebody : read_on_file(tx).people) {
        if (somebody.employee_number == number) found = somebody;
      }
    });
    return found;
  }
  ImportedPerson again(const std::string& number, const std::string& phone) {
    ImportedPerson same = employee(number, phone);
    same.user = person(number).user;
    same.member = person(number).member;
    return same;
  }

 private:
  test_support::TemporaryFolder folder_;
  std::unique_ptr<Database> database_ =
      open_sqlite({.file = folder_ / "callout.db", .vfs = ""}).value();
};

TEST_F(PeopleImport, RefusesWhatBelongsToSomebodyElse) {
  import(employee("1", "+15550100101"));
  EXPECT_THROW(import(employee("1", "+15550100102")), Conflict) << "the employee number";
  EXPECT_THROW(import(employee("2", "+15550100101")), Conflict) << "the telephone number";
  EXPECT_FALSE(person("2").member) << "nothing of a refused person stays";
}

TEST_F(PeopleImport, TakesOverANumberThatIsGivenUp) {
  import(employee("1", "+15550100101"));
  ImportedPerson heir = employee("2", "+15550100101");
  heir.given_up = {{person("1").user, "+15550100101"}};
  import(heir);
  EXPECT_TRUE(person("1").numbers.empty());
  EXPECT_EQ(person("2").numbers.size(), 1u);
  import(again("1", "+15550100102"));
  ImportedPerson back = again("1", "+15550100101");
  back.given_up = {{person("2").user, "+15550100101"}};
  import(back);
  ASSERT_EQ(person("1").numbers.size(), 1u) << "a released number can come back";
  EXPECT_EQ(person("1").numbers.front().phone, "+15550100101");
}

TEST_F(PeopleImport, KeepsAPinThatIsNotReplaced) {
  ImportedPerson ana = employee("1", "+15550100101");
  ana.new_pin_hash = base::Bytes{1, 2, 3};
  import(ana);
  import(again("1", "+15550100101"));
  EXPECT_EQ(person("1").pin_hash, (base::Bytes{1, 2, 3}));
}

TEST_F(PeopleImport, LeavesAManagersScopesAlone) {
  ImportedPerson boss = employee("1", "+15550100101");
  boss.roles.push_back(people::Role::manager);
  import(boss);
  EXPECT_TRUE(person("1").has_scope);
  ImportedPerson moved = again("1", "+15550100101");
  moved.roles = boss.roles;
  moved.team = "Admin";
  import(moved);
  EXPECT_EQ(person("1").team, "Admin");
  EXPECT_TRUE(person("1").has_scope);
}

}  // namespace
}  // namespace store
