// What a text to the line says, read the way a careful colleague would read it: precision first.
// When in doubt it is Unclear and the sender is asked one question; a guess is never made about
// somebody's day.
//
// Pure: no clock, no names, no database. What "today" is, and whether the sender works that day, is
// decided elsewhere (decide.h). English and Spanish, typed as people type at 5 a.m.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/time.h"

namespace callout {

/// The day that the words name. `unsaid`: no day is named ("calling out sick").
enum class NamedDay { unsaid, today, tonight, tomorrow, weekday, date };

struct DayWords {
  NamedDay kind = NamedDay::unsaid;
  std::chrono::weekday weekday{};  // with NamedDay::weekday
  std::chrono::month_day date{};   // with NamedDay::date ("11/23", "Nov 23", "23 de noviembre")
  friend bool operator==(const DayWords&, const DayWords&) = default;
};

/// "Calling out sick - stomach flu", "no puedo ir hoy".
struct AbsenceReport {
  DayWords day = {};
  std::string reason = {};   // the sender's own words without the opening phrase; may be empty
  bool claims_fmla = false;  // the words say FMLA ("FMLA today"); "family emergency" does not
  bool names_several_days = false;  // "today and tomorrow", "until Friday": the first day is `day`
};

/// "running 30 min late", "leaving at 2": passed on, nothing charged.
struct LateOrEarly {
  enum class Kind { late, early };
  Kind kind = Kind::late;
  std::optional<base::Minutes> by;           // "30 min late"
  std::optional<base::Minutes> time_of_day;  // "in at 9:15", "leaving at 2": minutes after
                                             // midnight, as written (2 stays 120 unless pm is said)
};

struct Complete {};   // OUT, FUERA: record it, for today
struct TakeBack {};   // UNDO, DESHACER
struct Acknowledge {  // "K7": a manager has it. One or two letters and one or two digits,
                      // upper-cased
  std::string code;
};
struct Choose {    // "1", "2." as an answer to the question that was asked
  int option = 0;  // 1-9
};
struct Thanks {};   // "thanks", "gracias", "ok", 👍: wants nothing
struct OptOut {};   // STOP and its kin: the carrier has answered already
struct OptIn {};    // START, UNSTOP, YES
struct AskHelp {};  // HELP, INFO
struct Unclear {};  // anything else, the empty text included

using TextCommand = std::variant<AbsenceReport, LateOrEarly, Complete, TakeBack, Acknowledge,
                                 Choose, Thanks, OptOut, OptIn, AskHelp, Unclear>;

/// `body` as it came (any bytes, up to 1,600 characters). STOP, START and HELP words count only
/// when they are the whole text, as at the carrier (Twilio, "Support for opt-out keywords"): STOP
/// UNSUBSCRIBE END QUIT STOPALL REVOKE OPTOUT CANCEL; START UNSTOP YES; HELP INFO.
TextCommand read_text(std::string_view body);

/// Of a text that is Unclear, from somebody who can't be asked what they meant since nobody knows
/// who they are: what it may well report ("Ana Ruiz can't come in today"). Here a missed absence
/// weighs more than one too many, which a person looks at.
std::optional<AbsenceReport> likely_absence(std::string_view body);

}  // namespace callout
