// What the line says and asks on the telephone, as a pure function: product.md, "A call-out by
// phone". `next` takes where a call stands and what has just happened, and says where it stands
// then and what is to be done. Whoever carries it out (app/take_call) answers an act that looks
// something up with the next event, until the act is Ask: the question of `CallState::step`, put
// into words by the channel, or nothing at all is left to do.
//
// Events may come in any order, late, twice or never: one that does not fit the question at hand
// asks it again and changes nothing, and whatever shows that the beep has sounded files the
// absence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "domain/callout/which_day.h"
#include "domain/people/person.h"

namespace callout {

/// The question at hand.
enum class CallStep {
  employee_number,  // only where PIN_SIGN_IN asks for it before the PIN
  pin,
  day,       // "1 today, 2 Tuesday"
  reason,    // recorded after the beep; 1 before it reports without speaking
  category,  // "1 sick, 2 family emergency, 3 FMLA": without speaking, or recording is off
  name,      // no sign-in: name and reason, recorded after the beep
  callback,  // no sign-in and recording is off: a number to call back, by keys
  farewell,  // nothing more is asked
};
std::string_view code_of(CallStep step);  // "employee_number"
std::optional<CallStep> parse_call_step(std::string_view code);

enum class SignIn { none, phone_match, pin };
std::string_view code_of(SignIn sign_in);  // "phone_match", as authentication_method says it
std::optional<SignIn> parse_sign_in(std::string_view code);

enum class Category { unsaid, sick, family, fmla };

/// Why the question is asked now: what is said before it.
enum class Cue {
  none,            // nothing; the question follows from the answer
  welcome,         // the call's first words; hello too, when the number was recognised
  signed_in,       // "Thank you, Ana."
  silence,         // nothing was heard
  not_offered,     // a key that means nothing here
  wrong_pin,       // the same words for a wrong PIN, an unknown one and an unknown employee number
  no_sign_in,      // it goes on without one
  other_language,  // 9 was pressed
  day_chosen,
  day_assumed,  // the question was not answered three times: `day` is said, so that it can be
                // corrected after the beep
};
std::string_view code_of(Cue cue);
std::optional<Cue> parse_cue(std::string_view code);

/// What the call came to.
struct Filed {
  std::int64_t receipt_number = 0;
  bool is_new = true;            // false: added to the one of that day
  bool is_somebody_told = true;  // false: nobody is on file who could be told
  bool will_be_texted = false;   // the number on file can take a text
  friend bool operator==(const Filed&, const Filed&) = default;
};

/// Small, and kept between the provider's requests. Nothing in it but ids and what was keyed; a PIN
/// never.
struct CallState {
  static constexpr int version = 1;
  static constexpr int most_tries = 3;

  CallStep step = CallStep::pin;
  /// In the URLs: an answer belongs to the question of its number. Grows with each answer, so that
  /// a question that is put again has a new one.
  int question = 1;
  int tries = 0;        // how often the present question came to nothing, 0 to most_tries
  int failed_pins = 0;  // of this call, silence included
  Cue cue = Cue::welcome;
  people::Language language = people::Language::en;
  bool has_chosen_language = false;  // by 9: kept, whoever signs in

  bool is_bilingual = false;  // 9 changes the language
  bool may_record = true;
  bool asks_employee_number = false;

  SignIn sign_in = SignIn::none;
  std::optional<people::MemberId> member;
  std::string employee_number;  // as keyed, until the PIN is checked

  std::vector<base::Day> offered;    // the two of the step `day`
  bool is_second_likely = false;     // of the two, when no answer comes
  std::vector<base::Day> on_record;  // days that have a call-out of this person already
  std::optional<base::Day> day;

  Category category = Category::unsaid;
  std::string callback;  // as keyed
  std::optional<Filed> filed;
  bool has_ended = false;

  /// The day has a call-out already: what is said now is added to it, and hanging up loses nothing.
  bool adds_to_call_out() const;
  friend bool operator==(const CallState&, const CallState&) = default;
};

// What happens -----------------------------------------------------------------------------------

/// The first request of a call.
struct CallBegan {
  /// Whose number it is, when exactly one active person has it, not shared, and the carrier vouches
  /// or is silent.
  std::optional<people::MemberId> member;
  people::Language language = people::Language::en;  // the person's own, else the organisation's
  bool is_bilingual = false;
  bool may_record = true;
  bool asks_employee_number = false;
  bool is_sign_in_closed = false;  // too many failures: call-outs are taken without
};
/// The keys of a question; none is silence.
struct Keys {
  std::string digits;
};
/// Answers to CheckPin.
struct PinAccepted {
  people::MemberId member;
  people::Language language = people::Language::en;
};
struct PinRefused {
  bool is_closed = false;  // no further try may be made in this call
};
/// Answers FindDay.
struct DayFound {
  DayDecision decision;
  bool is_second_likely = false;
  std::vector<base::Day> on_record;
};
/// The recording has ended, by a key, by silence, by its length or by hanging up, whatever was
/// said.
struct MessageLeft {
  std::string key;        // "#", "1", "hangup" or empty
  bool is_empty = false;  // nothing was said at all
};
/// The provider has a recording of this call, or says that it was empty: the beep has sounded.
struct RecordingHeardOf {
  bool is_empty = false;
};
/// The caller has spoken after another beep than the dialog's: that of the provider's own document,
/// which takes over when nobody answers here. Said again as long as nothing is filed.
struct MessageLeftElsewhere {};
/// Answers FileCallOut and FileUnverified.
struct CallOutFiled {
  Filed filed;
};
/// The caller has gone, by the provider's word or because no word came for long.
struct HungUp {};
using CallEvent = std::variant<CallBegan, Keys, PinAccepted, PinRefused, DayFound, MessageLeft,
                               RecordingHeardOf, MessageLeftElsewhere, CallOutFiled, HungUp>;

// What is to be done ------------------------------------------------------------------------------

struct Ask {};     // say and ask what the state says; on a call that has ended nobody hears it
struct CheckPin {  // with state.employee_number where it was asked
  std::string digits;
};
struct FindDay {};         // for state.member, or for somebody unknown
struct FileCallOut {};     // for state.member, day, category
struct FileUnverified {};  // for state.day, callback
struct NoteCategory {};    // of the call-out that this call has filed already; then Ask
/// Recognised, but gone before the beep. `is_certain` false: the beep may have sounded, and the
/// word of it may still be under way.
struct LeftIncomplete {
  bool is_certain = true;
};
struct LeftUnrecognised {};  // gone before anybody could know who it was
struct NothingMore {};       // gone, and nothing is missing
using CallAct = std::variant<Ask, CheckPin, FindDay, FileCallOut, FileUnverified, NoteCategory,
                             LeftIncomplete, LeftUnrecognised, NothingMore>;

struct CallMove {
  CallState state;
  CallAct act;
};

/// Rules, beyond the product's ten points:
/// - An event that does not fit where the call stands changes nothing: what the call waits for is
///   asked, or looked up, once more. CallBegan on a call that is under way is such an event.
/// - Whoever is recognised goes to FindDay, and so does somebody unknown once the sign-in is given
///   up. A decided day leads to `reason`, for somebody unknown to `name`; when recording is off to
///   `category` and `callback`. An undecided one leads to `day` first.
/// - A lone 9 changes the language wherever keys are asked for and two are spoken; no try is lost.
///   At question 20 and later the change is the last one, so that every call comes to an end.
/// - At `employee_number` and `pin`: a star goes on without a sign-in; silence counts as a try; the
///   third failed one, or a closed sign-in, goes on without. With employee numbers each try asks
///   for both again. `tries` is `failed_pins` there.
/// - At `day`: 1 and 2; after three answers that were none, the likelier day (Cue::day_assumed).
/// - At `reason`, keys before the beep: 1 goes to `category`; after three that mean nothing the
///   beep comes without waiting for keys (`waits_for_keys`).
/// - At `category`: 1, 2, 3 file; so do three answers that were none, as `unsaid`. When the call
///   has filed already, any answer or none ends it.
/// - At `callback`: what is keyed is filed; after three times nothing it is filed without.
/// - At `reason` and `name`, MessageLeft and RecordingHeardOf file, also after the caller has gone;
///   a recognised caller who ended the message with 1 is asked the category then. Elsewhere
///   RecordingHeardOf is NothingMore.
/// - MessageLeftElsewhere files wherever the call stands, for the likelier day where it was asked;
///   who has not signed in by then goes on without, to FindDay first. NothingMore when it has
///   filed.
/// - HungUp: NothingMore when it has filed, when the day has its call-out already, and the second
///   time. Somebody recognised: LeftIncomplete, not certain at `reason`. Else LeftUnrecognised.
/// - An answer that comes after HungUp still counts. One that makes a caller known who has gone
///   ends in LeftIncomplete, where it would have asked.
CallMove next(CallState state, const CallEvent& event);

/// Keys are asked for: not after a beep, and not by who has pressed too many before it.
bool waits_for_keys(const CallState& call);

}  // namespace callout
