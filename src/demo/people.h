// The 25 invented people of the demo: who can ring the line, and the spreadsheet that brings them
// in. Their PINs stand here in clear because nobody of them exists.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/people/person.h"

namespace demo {

/// What all of them who answer for others sign in with on the web.
inline constexpr std::string_view password = "demo-clinic-2026";

enum class WorkingHours {
  office,   // 9:00 to 17:00, Monday to Friday
  nights,   // 19:00 to 7:00, Monday to Thursday
  weekends  // 7:00 to 19:00, Friday to Sunday
};

/// One of them, as the phone page offers them.
struct Persona {
  std::string employee_number;  // "1001"
  std::string name;             // "Ana Ruiz"
  std::string note;             // "RN, Clinical": what they are
  std::string number;           // E.164; two people have the same
  people::Language language = people::Language::en;
  std::string pin;    // four digits
  std::string email;  // at example.org
  std::vector<people::Role> roles;
  std::string team;
  std::string position;        // empty: none
  std::string scope = {};      // the position that a supervisor answers for; empty: the own team
  bool shares_number = false;  // with somebody else of the list
  WorkingHours hours = WorkingHours::office;
  bool has_left = false;  // the line does not know them any more
};

/// Managers, HR and administrators have a password; employees sign in with a code.
bool has_password(const Persona& persona);

/// Always the same, in the order of the list; lives as long as the program.
std::span<const Persona> personas();

/// What `people import` reads. Who has left did so some weeks before `today`.
std::string people_csv(base::Day today);

/// The last day of whoever has left.
base::Day last_day_of_leaver(base::Day today);

}  // namespace demo
