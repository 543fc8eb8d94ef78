#include "demo/people.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "domain/people/phone_number.h"
#include "domain/people/pin.h"

namespace demo {
namespace {

constexpr base::Day today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

TEST(People, AreTwentyFiveWithOwnPinsNumbersAndAddresses) {
  std::set<std::string> pins;
  std::set<std::string> employee_numbers;
  std::set<std::string> emails;
  for (const Persona& person : personas()) {
    EXPECT_TRUE(people::Pin::parse(person.pin, 4).ok()) << person.name;
    pins.insert(person.pin);
    employee_numbers.insert(person.employee_number);
    emails.insert(person.email);
    EXPECT_TRUE(person.email.ends_with("@example.org")) << person.name;
    EXPECT_TRUE(person.number.starts_with("+155501001")) << person.name;
    EXPECT_TRUE(people::PhoneNumber::parse(person.number).ok()) << person.name;
  }
  EXPECT_EQ(personas().size(), 25U);
  EXPECT_EQ(pins.size(), 25U);
  EXPECT_EQ(employee_numbers.size(), 25U);
  EXPECT_EQ(emails.size(), 25U);
}

TEST(People, ShareNoNumberButTheTwoWhoDo) {
  std::map<std::string, int> users;
  for (const Persona& person : personas()) ++users[person.number];
  for (const Persona& person : personas()) {
    EXPECT_EQ(users[person.number], person.shares_number ? 2 : 1) << person.name;
  }
  EXPECT_EQ(users.size(), 24U);
}

TEST(People, AnswerForOneAnotherAsInAClinic) {
  const auto count = [](auto is) {
    return std::ranges::count_if(personas(), is);
  };
  const auto has = [](people::Role role) {
    return [role](const Persona& person) {
      return std::ranges::find(person.roles, role) != person.roles.end();
    };
  };
  EXPECT_EQ(count(has(people::Role::manager)), 4);
  EXPECT_EQ(count(has(people::Role::hr)), 1);
  EXPECT_EQ(count(has(people::Role::administrator)), 1);
  EXPECT_EQ(count([](const Persona& person) { return !person.scope.empty(); }), 2);
  const auto works = [](WorkingHours hours) {
    return [hours](const Persona& person) {
      return person.hours == hours;
    };
  };
  EXPECT_EQ(count(works(WorkingHours::nights)), 1);
  EXPECT_EQ(count(works(WorkingHours::weekends)), 3);
  EXPECT_EQ(count([](const Persona& person) { return person.has_left; }), 1);
  EXPECT_EQ(count(has_password), 6);
  EXPECT_GE(count([](const Persona& person) { return person.language == people::Language::es; }),
            3);
  std::set<std::string> places;
  for (const Persona& person : personas()) places.insert(person.team + "/" + person.position);
  for (const char* place : {"Admin/Front Desk", "Admin/CT Desk", "Clinical/APP", "Clinical/RN",
                            "Clinical/MOA", "Clinical/Echo Tech"}) {
    EXPECT_TRUE(places.contains(place)) << place;
  }
}

TEST(People, HaveANoteThatSaysWhatTheyAre) {
  EXPECT_EQ(personas().front().name, "Ana Ruiz");
  EXPECT_EQ(personas().front().note, "RN, Clinical");
  EXPECT_EQ(personas().front().number, "+15550100101");
  std::set<std::string> notes;
  for (const Persona& person : personas()) notes.insert(person.note);
  for (const char* note : {"RN, Clinical, nights", "RN, has left", "HR", "Administrator",
                           "MOA, Clinical, MOA supervisor", "MOA, Clinical, shares a number"}) {
    EXPECT_TRUE(notes.contains(note)) << note;
  }
}

TEST(People, AreARowEachInTheSpreadsheet) {
  const std::string csv = people_csv(today);
  EXPECT_EQ(std::ranges::count(csv, '\n'), 26);
  EXPECT_NE(csv.find("1001,Ana Ruiz,ana@example.org,+15550100101,Clinical,RN,employee,en,8306,Main "
                     "Street,,\n"),
            std::string::npos);
  EXPECT_NE(csv.find("employee+manager"), std::string::npos);
  EXPECT_NE(csv.find("2026-10-16"), std::string::npos);
}

}  // namespace
}  // namespace demo
