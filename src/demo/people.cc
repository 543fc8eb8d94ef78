#include "demo/people.h"

#include <algorithm>
#include <cstddef>

namespace demo {
namespace {

using people::Language;
using people::Role;
using Roles = std::vector<Role>;

constexpr int first_employee_number = 1000;
constexpr std::chrono::days since_leaving{38};

struct Line {
  int phone;  // +1 555 010 0…
  const char* name;
  const char* mailbox;
  const char* team;
  const char* position;
  const char* pin;
  Language language = Language::en;
  Roles roles = {Role::employee};
};

// One line a person. 122 is the number of two.
const std::vector<Line>& table() {
  static const std::vector<Line> lines = {
      {101, "Ana Ruiz", "ana", "Clinical", "RN", "8306"},
      {102, "Ben Carter", "ben", "Clinical", "RN", "4719"},
      {103, "Fatima Noor", "fatima", "Clinical", "RN", "6273"},
      {104, "Lucía Fernández", "lucia", "Clinical", "RN", "9164", Language::es},
      {105, "Julia Kowalski", "julia", "Clinical", "RN", "3851"},
      {106, "Marcus Bell", "marcus", "Clinical", "RN", "7492"},
      {107, "Peter Nguyen", "peter", "Clinical", "RN", "5038"},
      {108,
       "Priya Raman",
       "priya",
       "Clinical",
       "APP",
       "2947",
       Language::en,
       {Role::employee, Role::manager}},
      {109, "Daniel Osei", "daniel", "Clinical", "APP", "8615"},
      {110,
       "Yolanda Cruz",
       "yolanda",
       "Clinical",
       "MOA",
       "6408",
       Language::en,
       {Role::employee, Role::manager}},
      {111, "Jasmine Tran", "jasmine", "Clinical", "MOA", "3729"},
      {122, "Luis Mora", "luis", "Clinical", "MOA", "5283", Language::es},
      {122, "Marta Mora", "marta", "Clinical", "MOA", "9406", Language::es},
      {112,
       "Robert Fields",
       "robert",
       "Clinical",
       "Echo Tech",
       "7163",
       Language::en,
       {Role::employee, Role::manager}},
      {113, "Ingrid Solberg", "ingrid", "Clinical", "Echo Tech", "4096"},
      {114, "Noah Abrams", "noah", "Clinical", "Echo Tech", "2658"},
      {115,
       "Denise Okafor",
       "denise",
       "Admin",
       "Front Desk",
       "6935",
       Language::en,
       {Role::employee, Role::manager}},
      {116, "Tomás Rivera", "tomas", "Admin", "Front Desk", "8361", Language::es},
      {117, "Grace Lindqvist", "grace", "Admin", "Front Desk", "3574"},
      {118, "Aaliyah Brooks", "aaliyah", "Admin", "Front Desk", "9281"},
      {119, "Kenji Watanabe", "kenji", "Admin", "CT Desk", "5720"},
      {120, "Olivia Haddad", "olivia", "Admin", "CT Desk", "7409"},
      {121, "Samuel Whitfield", "samuel", "Admin", "CT Desk", "2863"},
      {123, "Helen Park", "helen", "Admin", "", "4372", Language::en, {Role::employee, Role::hr}},
      {124,
       "Victor Adeyemi",
       "victor",
       "Admin",
       "",
       "8592",
       Language::en,
       {Role::employee, Role::administrator}},
  };
  return lines;
}

WorkingHours hours_of(std::string_view name) {
  if (name == "Marcus Bell") return WorkingHours::nights;
  const bool is_on_weekends =
      name == "Ben Carter" || name == "Jasmine Tran" || name == "Olivia Haddad";
  return is_on_weekends ? WorkingHours::weekends : WorkingHours::office;
}

std::string note_of(const Persona& person) {
  const std::string place =
      person.position.empty() ? person.team : person.position + ", " + person.team;
  if (person.has_left) return person.position + ", has left";
  if (person.hours == WorkingHours::nights) return place + ", nights";
  if (person.hours == WorkingHours::weekends) return place + ", weekends";
  if (!person.scope.empty()) return place + ", " + person.scope + " supervisor";
  for (const Role role : person.roles) {
    if (role == Role::manager) return place + ", manager";
    if (role == Role::hr) return "HR";
    if (role == Role::administrator) return "Administrator";
  }
  return person.shares_number ? place + ", shares a number" : place;
}

Persona persona_of(const Line& line, std::size_t place) {
  const std::string name = line.name;
  const bool is_supervisor = name == "Yolanda Cruz" || name == "Robert Fields";
  Persona person{
      .employee_number = std::to_string(first_employee_number + 1 + static_cast<int>(place)),
      .name = name,
      .note = {},
      .number = "+15550100" + std::to_string(line.phone),
      .language = line.language,
      .pin = line.pin,
      .email = std::string(line.mailbox) + "@example.org",
      .roles = line.roles,
      .team = line.team,
      .position = line.position,
      .scope = is_supervisor ? line.position : "",
      .shares_number = std::ranges::count(table(), line.phone, &Line::phone) > 1,
      .hours = hours_of(name),
      .has_left = name == "Peter Nguyen"};
  person.note = note_of(person);
  return person;
}

std::vector<Persona> all_of_them() {
  std::vector<Persona> people;
  for (const Line& line : table()) people.push_back(persona_of(line, people.size()));
  return people;
}

std::string joined(const Roles& roles) {
  std::string text;
  for (const Role role : roles) text += (text.empty() ? "" : "+") + std::string(code_of(role));
  return text;
}

std::string row_of(const Persona& person, base::Day today) {
  std::string row;
  for (const std::string& cell :
       {person.employee_number, person.name, person.email, person.number, person.team,
        person.position, joined(person.roles), std::string(code_of(person.language)), person.pin,
        std::string("Main Street"), std::string(person.shares_number ? "yes" : ""),
        person.has_left ? base::iso(last_day_of_leaver(today)) : std::string()}) {
    row += (row.empty() ? "" : ",") + cell;
  }
  return row + "\n";
}

}  // namespace

bool has_password(const Persona& person) {
  return std::ranges::any_of(person.roles, [](Role role) { return role != Role::employee; });
}

std::span<const Persona> personas() {
  static const std::vector<Persona> people = all_of_them();
  return people;
}

base::Day last_day_of_leaver(base::Day today) {
  return today - since_leaving;
}

std::string people_csv(base::Day today) {
  std::string csv =
      "employee_number,name,email,phone,team,position,role,language,pin,site,shared,last_day\n";
  for (const Persona& person : personas()) csv += row_of(person, today);
  return csv;
}

}  // namespace demo
