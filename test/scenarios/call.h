// Somebody's telephone call, as the conversation that it is:
//
//   phone(ana).calls().hears("Hello Ana").speaks("I have a fever").presses("#")
//       .hears("has been recorded").hangs_up();
//
// The provider's simulator carries out what the line answers; a second reader, stricter than the
// provider, reads each document too. A call that goes round in circles and a farewell without words
// fail the test. Time passes as it would: the caller listens until the line waits for keys or
// records, and only then does something. While two calls are under way, each goes on by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace scenario {

/// What the provider does with a recording in which nobody speaks: it depends on the account.
enum class SilentRecording { kept, dropped };

class Call {
 public:
  Call(Scenario& scenario, const std::string& from, const CallSettings& settings);

  // What the caller hears since the caller last did something.
  Call& hears(const std::string& words);
  Call& does_not_hear(const std::string& words);
  /// The line has said farewell and hung up.
  Call& is_over();

  // What the caller does.
  Call& presses(const std::string& keys);
  /// Says nothing and presses nothing, until the line goes on.
  Call& waits();
  Call& waits_for_the_beep();
  /// After the beep, for which they wait. Then the recording goes on until a key, silence or
  /// hanging up ends it.
  Call& speaks(const std::string& words, const std::string& language = "en");
  Call& hangs_up();
  /// While the line still speaks, where its words lead to the beep without a question.
  Call& hangs_up_before_the_beep();

  // What the provider does.
  /// When the call is over, in that order, as often as named; those not named are lost. As long as
  /// nothing is said they come as they would.
  Call& callbacks(std::vector<Callback> order);
  Call& silent_recordings_are(SilentRecording silent);
  /// One that is late, by hand.
  Call& comes(Callback callback);
  HttpReply comes_transcribed(const std::string& words);
  /// The newest request once more, by its URL and by the fallback's: the same bytes.
  Call& is_asked_again();

  const std::string& sid() const { return sid_; }
  const std::string& heard() { return listen().heard_; }
  const std::string& everything_heard() const { return everything_heard_; }
  bool has_ended() { return listen().stand_ == Stand::over; }
  bool was_hung_up() const { return was_hung_up_; }
  bool has_spoken() const { return has_spoken_; }
  /// Or the line leads to it by itself.
  bool is_after_the_beep();
  bool has_beeped() { return listen().stand_ == Stand::recording; }
  int keys_pressed() const { return keys_pressed_; }
  /// Of the first such verb in the present document.
  std::string document_attribute(const std::string& verb, const std::string& name);

  struct Turn {
    bool is_line = false;
    std::string words;     // said, or done: "presses 1"
    std::string language;  // of the line's
    double seconds = 0;    // that the line's take
  };
  /// The whole call so far, one turn a prompt.
  std::vector<Turn> transcript() const;

 private:
  enum class Stand {
    listening,      // somebody speaks, or is about to
    question,       // keys are awaited, and everything has been said
    before_record,  // the last words before the beep
    recording,
    over,
  };

  CallWire& wire() { return scenario_.provider().wire(sid_); }
  void does(const std::string& what);
  template <class Act>
  void on_the_line(const Act& act);
  /// Until the call stands somewhere.
  Call& listen();
  Call& listen_to_the_beep();
  /// Nobody does anything until what the call is at is over.
  void let_it_end();
  simulator::CallView look();
  void hear(const simulator::Heard& heard);
  Stand stand_of(const simulator::CallView& view);
  bool leads_to_the_beep();
  void come_to_an_end();
  Params standard_params() const;

  Scenario& scenario_;
  std::string sid_;
  Stand stand_ = Stand::listening;
  bool is_ended_ = false;
  bool was_hung_up_ = false;  // by the caller
  bool has_failed_ = false;   // the provider has apologised
  bool has_spoken_ = false;   // into the present recording
  int keys_pressed_ = 0;
  std::size_t seen_ = 0;  // of the transcript
  int documents_ = 0;
  int said_in_document_ = 0;
  std::optional<std::vector<Callback>> callbacks_;
  SilentRecording silent_ = SilentRecording::kept;
  std::string heard_;
  std::string everything_heard_;
  std::vector<Turn> turns_;
};

}  // namespace scenario
