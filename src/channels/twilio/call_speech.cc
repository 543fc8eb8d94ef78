#include "channels/twilio/call_speech.h"

#include <algorithm>
#include <array>
#include <utility>

namespace twilio {
namespace {

using callout::CallState;
using callout::CallStep;
using callout::Cue;
using people::Language;
using Reprompts = std::array<std::string_view, CallState::most_tries>;

constexpr Reprompts silence{"call.silence.1", "call.silence.2", "call.silence.3"};
constexpr Reprompts not_offered{"call.not_offered.1", "call.not_offered.2", "call.not_offered.3"};
constexpr Reprompts wrong_pin{"call.wrong_pin.1", "call.wrong_pin.2", "call.wrong_pin.3"};

const char* yes_or_no(bool is_so) {
  return is_so ? "yes" : "no";
}

/// "1, 0, 4": a voice would read 104 as a hundred and four.
std::string digit_by_digit(std::int64_t number) {
  std::string digits;
  for (const char digit : std::to_string(number)) {
    if (!digits.empty()) digits += ", ";
    digits += digit;
  }
  return digits;
}

class Wording {
 public:
  Wording(const text::Catalogue& catalogue, const CallWords& words, const app::CallAnswer& answer)
      : catalogue_(catalogue), words_(words), answer_(answer), state_(answer.state) {}

  Speech speech() && {
    if (state_.step != CallStep::farewell) cue();
    pause();
    question();
    return std::move(speech_);
  }

 private:
  void cue() {
    switch (state_.cue) {
      case Cue::none:
      case Cue::other_language: break;  // it is answered by going on in it
      case Cue::welcome: welcome(); break;
      case Cue::signed_in: say("call.signed_in", {name(), named()}); break;
      case Cue::silence:
        say(reprompt(silence));
        offer_other_language();
        break;
      case Cue::not_offered: say(reprompt(not_offered)); break;
      case Cue::wrong_pin: say(reprompt(wrong_pin)); break;
      case Cue::no_sign_in: say("call.no_sign_in"); break;
      case Cue::day_chosen:
        if (state_.day && !state_.adds_to_call_out()) say("call.day_chosen", {day()});
        break;
      case Cue::day_assumed:
        if (state_.day) say("call.day_assumed", {day(), recorded()});
        break;
    }
  }

  void welcome() {
    say("call.welcome", {{"organization", words_.organization}});
    offer_other_language();
    if (state_.sign_in != callout::SignIn::none && !answer_.first_name.empty())
      say("call.hello", {name()});
  }

  void question() {
    switch (state_.step) {
      case CallStep::employee_number: say("call.ask.employee_number"); break;
      case CallStep::pin:
        say("call.ask.pin", {{"digits", static_cast<std::int64_t>(words_.pin_length)}});
        break;
      case CallStep::day: ask_for_day(); break;
      case CallStep::reason: ask_for_reason(); break;
      case CallStep::category: ask_for_category(); break;
      case CallStep::name: say("call.ask.name"); break;
      case CallStep::callback: say("call.ask.callback"); break;
      case CallStep::farewell: farewell(); break;
    }
  }

  void ask_for_day() {
    say("call.ask.day");
    std::int64_t key = 1;
    for (const base::Day offered : state_.offered)
      say("call.ask.day_key", {{"day", text::FullDay{offered}}, {"key", key++}});
  }

  void ask_for_reason() {
    if (state_.adds_to_call_out()) {
      say("call.already_on_record", {day()});
      pause();
      say("call.ask.more");
      return;
    }
    say("call.ask.reason");
    say("call.ask.reason_key");
  }

  void ask_for_category() {
    if (state_.filed) {
      receipt();
      say("call.ask.category_too");
    } else if (state_.adds_to_call_out()) {
      say("call.already_on_record", {day()});
    }
    pause();
    say("call.ask.category");
  }

  void farewell() {
    if (!state_.filed) return say("call.nothing_recorded");
    receipt();
    say("call.number_again", {number()});
    pause();
    if (state_.day) say(state_.filed->is_new ? "call.for_day" : "call.added", {day()});
    if (!state_.filed->is_somebody_told) {
      say("call.nobody_told");
    } else {
      say(is_verified() ? "call.manager_told" : "call.manager_confirms");
    }
    if (state_.filed->will_be_texted) say("call.will_be_texted");
    say("call.goodbye");
  }

  void receipt() {
    say("call.recorded");
    say("call.number", {number()});
  }

  // Where 9 is a key, and not a fourth one to choose from.
  void offer_other_language() {
    const bool has_room = state_.step != CallStep::category && state_.step != CallStep::name;
    if (!state_.is_bilingual || !has_room) return;
    add(state_.language == Language::en ? Language::es : Language::en, "call.this_language", {});
  }

  bool is_verified() const { return state_.sign_in != callout::SignIn::none; }

  std::string_view reprompt(const Reprompts& reprompts) const {
    const int tries = std::clamp(state_.tries, 1, CallState::most_tries);
    return reprompts.at(static_cast<std::size_t>(tries) - 1);
  }

  text::Argument name() const { return {"name", answer_.first_name}; }
  text::Argument named() const { return {"named", yes_or_no(!answer_.first_name.empty())}; }
  text::Argument recorded() const { return {"recorded", yes_or_no(state_.may_record)}; }
  text::Argument day() const { return {"day", text::FullDay{*state_.day}}; }
  text::Argument number() const { return {"number", digit_by_digit(state_.filed->receipt_number)}; }

  void say(std::string_view message, std::initializer_list<text::Argument> arguments = {}) {
    add(state_.language, message, arguments);
  }

  /// What follows is said on its own: no part is longer than one can listen to at 5 a.m.
  void pause() { is_pausing_ = true; }

  void add(Language language, std::string_view message,
           std::initializer_list<text::Argument> arguments) {
    const std::string words = catalogue_.say(language, message, arguments);
    const bool goes_on = !std::exchange(is_pausing_, false);
    if (goes_on && !speech_.empty() && speech_.back().language == language) {
      speech_.back().words += " " + words;
    } else {
      speech_.push_back({language, words});
    }
  }

  const text::Catalogue& catalogue_;
  const CallWords& words_;
  const app::CallAnswer& answer_;
  const CallState& state_;
  Speech speech_;
  bool is_pausing_ = false;
};

}  // namespace

Speech call_speech(const text::Catalogue& catalogue, const CallWords& words,
                   const app::CallAnswer& answer) {
  return Wording(catalogue, words, answer).speech();
}

}  // namespace twilio
