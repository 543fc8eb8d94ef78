// Walks every path of the line and prints what is said, how long it takes and which keys it needs
// to docs/phone-line.md, so that the words can be read as the caller hears them. The page is
// compared; CALLOUT_WRITE_DOCS=1 writes it anew.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

constexpr const char* page = CALLOUT_SOURCE_DIR "/docs/phone-line.md";
// Seconds of one part, quality.md 4. Keys interrupt it where any are asked for.
constexpr double longest_prompt = 10;
constexpr int most_options = 3;
constexpr double longest_known_call = 35;  // seconds of the line's, quality.md 4

constexpr const char* opening =
    "# What the line says\n"
    "\n"
    "Every path of a call, printed by a test (`test/scenarios/phone_line_doc_test.cc`) that calls "
    "the\n"
    "line and compares this page. Seconds are those of a synthetic voice at 175 words a minute; "
    "keys\n"
    "interrupt every question. The words stand in `locales/`.\n";

int options_in(const std::string& words) {
  int count = 0;
  for (const char* key : {"press ", "Press ", "oprima ", "Oprima "}) {
    for (auto at = words.find(key); at != std::string::npos; at = words.find(key, at + 1)) ++count;
  }
  return count;
}

class PhoneLine : public OnTheLine {
 protected:
  void path(const std::string& title, const Call& call) {
    double said = 0;
    std::ostringstream turns;
    turns << std::fixed << std::setprecision(1);
    for (const Call::Turn& turn : call.transcript()) {
      if (!turn.is_line) {
        turns << "- *" << turn.words << "*\n";
        continue;
      }
      said += turn.seconds;
      turns << "- " << turn.words << " (" << turn.seconds << " s)\n";
      EXPECT_LE(turn.seconds, longest_prompt) << title << ": " << turn.words;
      EXPECT_LE(options_in(turn.words), most_options) << title << ": " << turn.words;
    }
    const int keys = call.keys_pressed();
    written_ += "\n## " + title + "\n\n" + std::to_string(keys) +
                (keys == 1 ? " key, " : " keys, ") + std::to_string(std::lround(said)) +
                " s of words\n\n" + turns.str();
    seconds_said_ = said;
  }

  /// On a day of its own, so that no path meets another's call-out.
  void next_day() {
    at("2020-11-" + std::string(day_ < 10 ? "0" : "") + std::to_string(day_) + " 04:58");
    do ++day_;
    while (day_ == 7 || day_ == 8 || day_ == 14 || day_ == 15 || day_ == 21 || day_ == 22);
  }

  std::string written_ = opening;
  double seconds_said_ = 0;
  int day_ = 2;
};

TEST_F(PhoneLine, IsPrintedPathByPath) {
  leaves_aside({"receipt", "call_out_recorded", "call_out_updated", "needs_verification",
                "incomplete_call", "cut_off"});
  Call& known = phone(ana).calls().speaks("I have a fever").presses("#").is_over();
  path("Somebody known", known);
  EXPECT_LE(known.keys_pressed(), 2);
  EXPECT_LE(seconds_said_, longest_known_call);

  path("The same day again", phone(ana).calls().speaks("It is the flu").presses("#").is_over());
  next_day();
  path("In Spanish", phone(eva_in_spanish).calls().speaks("Tengo fiebre", "es").presses("#"));
  next_day();
  path("Another language",
       phone(ana).calls().presses("9").speaks("Tengo fiebre", "es").presses("#"));
  next_day();
  path("Without speaking", phone(ana).calls().presses("1").presses("2").is_over());
  next_day();
  path("Key 1 after the beep", phone(ana).calls().waits_for_the_beep().presses("1").presses("1"));
  next_day();
  path("From an unknown number, with a PIN",
       phone(stranger).calls().presses(pin_of_ana).speaks("I have a fever").presses("#"));
  next_day();
  path("A wrong PIN, three times", phone(stranger)
                                       .calls()
                                       .presses(nobodys_pin)
                                       .presses("2847")
                                       .presses("2849")
                                       .speaks("This is Ana Ruiz, I have a fever")
                                       .presses("#"));
  next_day();
  path("No PIN",
       phone("anonymous").calls().presses("*").speaks("This is Ana Ruiz, fever").presses("#"));
  next_day();
  path("Silence at the PIN",
       phone("anonymous").calls().waits().waits().waits().speaks("Ana Ruiz, sick").hangs_up());
  next_day();
  path("Keys that mean nothing",
       phone(ana).calls().presses("5").presses("6").presses("7").speaks("Fever").presses("#"));
  next_day();
  path("Key 1, then silence", phone(ana).calls().presses("1").waits().waits().waits().is_over());
  next_day();
  path("Silence after the beep", phone(ana).calls().waits_for_the_beep().waits().is_over());
  next_day();
  path("Hanging up before the beep", phone(ana).calls().hangs_up());
  next_day();
  path("Hanging up after the beep", phone(ana).calls().waits_for_the_beep().hangs_up());

  at("2020-12-01 16:30");
  path("In the afternoon", phone(ana).calls().presses("2").speaks("I have a fever").presses("#"));
  path("In the afternoon, in Spanish",
       phone(eva_in_spanish).calls().presses("2").speaks("Tengo fiebre", "es").presses("#"));
  at("2020-12-03 20:30");
  path("In the evening, without an answer",
       phone(ana).calls().waits().waits().waits().speaks("I have a fever").presses("#"));
  at("2020-12-08 02:30");
  path("A night shift that began yesterday",
       phone(nina_at_night).calls().speaks("I have a fever").presses("#"));

  restart_with("ENABLE_CALL_RECORDING", "False");
  at("2020-12-09 04:58");
  path("Recording off", phone(ana).calls().presses("1").is_over());
  path("Recording off, without a PIN",
       phone("anonymous").calls().presses("*").presses("5550100161#").is_over());
  restart_with("PIN_SIGN_IN", "employee_number");
  at("2020-12-10 04:58");
  path("Employee number first",
       phone(stranger).calls().presses("1#").presses(pin_of_ana).presses("1").is_over());

  if (std::getenv("CALLOUT_WRITE_DOCS") != nullptr) std::ofstream(page) << written_;
  std::ifstream in(page);
  const std::string kept(std::istreambuf_iterator<char>(in), {});
  EXPECT_EQ(kept, written_) << "run it with CALLOUT_WRITE_DOCS=1 and read what has changed";
}

}  // namespace
}  // namespace scenario
