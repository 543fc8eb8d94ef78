// Somebody's telephone call, as the conversation that it is:
//
//   phone(ana).calls().hears("Hello Ana").speaks("I have a fever").presses("#")
//       .hears("has been recorded").hangs_up();
//
// What the line answers is carried out as the provider does (twilio.md 3.2, 3.3), but stricter: a
// document that it would only warn of, a call that goes round in circles and a farewell without
// words fail the test. The prompts of a document are heard at once; then the call stands at a
// question (keys are awaited) or after the beep (everything is recorded), until the caller does
// something.
#pragma once

#include <string>
#include <vector>

#include "call_document.h"
#include "scenarios/scenario.h"

namespace scenario {

/// What the provider tells when a call is over, besides the documents it asks for.
enum class Callback {
  action,     // of a recording that ended by hanging up
  status,     // the call's
  recording,  // the recording's
};

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
  /// At the end of the call, in that order, as often as named; those not named are lost.
  /// As long as nothing is said: action, status, recording.
  Call& callbacks(std::vector<Callback> order);
  Call& silent_recordings_are(SilentRecording silent);
  /// One that is late, by hand.
  Call& comes(Callback callback);
  HttpReply comes_transcribed(const std::string& words);
  /// The newest request once more, by its URL and by the fallback's: the same bytes.
  Call& is_asked_again();

  const std::string& sid() const { return wire_.sid(); }
  const std::string& heard() const { return heard_; }
  const std::string& everything_heard() const { return everything_heard_; }
  bool has_ended() const { return moment_ == Moment::over; }
  bool was_hung_up() const { return was_hung_up_; }
  bool has_spoken() const { return !spoken_.empty(); }
  bool is_after_the_beep() const { return moment_ == Moment::recording; }
  int keys_pressed() const { return keys_pressed_; }
  /// Of the first such verb in the present document.
  std::string document_attribute(const std::string& verb, const std::string& name) const;

  struct Turn {
    bool is_line = false;
    std::string words;     // said, or done: "presses 1"
    std::string language;  // of the line's
    double seconds = 0;    // that the line's take
  };
  /// The whole call so far, one turn a prompt.
  std::vector<Turn> transcript() const;

 private:
  enum class Moment { question, recording, over };
  using Verb = test_support::Verb;

  void does(const std::string& what);
  void says(const Verb& say);
  void open(const std::string& url, const Params& more, const std::string& call_status);
  void play();
  void go_on();
  void press_at_question(const std::string& keys);
  void press_while_recording(const std::string& keys);
  void end_recording(const std::string& key);
  void line_hangs_up();
  void end_call();

  Scenario& scenario_;
  CallWire wire_;
  std::vector<Verb> document_;
  std::size_t at_ = 0;
  Moment moment_ = Moment::question;
  bool was_hung_up_ = false;  // by the caller
  int documents_ = 0;
  int keys_pressed_ = 0;
  std::string spoken_;  // into the present recording
  std::string spoken_language_;
  std::vector<Recorded> recordings_;
  std::string owed_action_;  // the URL of one whose recording ended by hanging up
  std::vector<Callback> callbacks_ = {Callback::action, Callback::status, Callback::recording};
  SilentRecording silent_ = SilentRecording::kept;
  std::string heard_;
  std::string everything_heard_;
  std::vector<Turn> turns_;
};

}  // namespace scenario
