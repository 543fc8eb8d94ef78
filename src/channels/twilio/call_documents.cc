#include "channels/twilio/call_documents.h"

#include "channels/twilio/call_speech.h"
#include "channels/twilio/voice_document.h"

namespace twilio {
namespace {

using callout::CallState;
using callout::CallStep;
using std::chrono::seconds;

constexpr seconds patience_for_numbers{7};  // they are read off a card
constexpr seconds patience_before_the_beep{1};

// Connection overrides (twilio.md 4): two more tries after any failure, each soon given up, before
// the fallback ends the dialog. A repeat gets the first answer, so it costs nothing.
constexpr std::string_view tries_again = "#rc=2&rp=all&ct=1500&rt=4000";

std::string path(std::string_view page) {
  return "/twilio/voice/" + std::string(page) + std::string(tries_again);
}

class CallDocument {
 public:
  CallDocument(const CallWords& words, const CallState& state, Speech speech)
      : words_(words), state_(state), speech_(std::move(speech)) {}

  std::string text() && {
    switch (state_.step) {
      case CallStep::employee_number:
        ask({url("authenticate-pin"), {}, patience_for_numbers});
        break;
      case CallStep::pin:
        ask({url("authenticate-pin"), words_.pin_length, patience_for_numbers});
        break;
      case CallStep::callback: ask({url("record"), {}, patience_for_numbers}); break;
      case CallStep::day:
      case CallStep::category: ask({url("record"), 1}); break;
      case CallStep::reason: ask_for_reason(); break;
      case CallStep::name:
        document_.say(speech_);
        record("#");
        break;
      case CallStep::farewell:
        document_.say(speech_);
        document_.hang_up();
        break;
    }
    return document_.text();
  }

 private:
  void ask(const Gather& gather) {
    document_.gather(gather, speech_);
    document_.redirect(gather.action);
  }

  // Nothing pressed is the answer that is hoped for: the beep.
  void ask_for_reason() {
    if (callout::waits_for_keys(state_)) {
      document_.gather({url("record"), 1, patience_before_the_beep}, speech_);
    } else {
      document_.say(speech_);
    }
    record("#1");
  }

  void record(std::string ending_keys) {
    document_.record({.action = url("process-recording"),
                      .status_callback = path("recording-status"),
                      .ending_keys = std::move(ending_keys),
                      .longest = words_.longest_recording});
    document_.redirect(url("process-recording"));
  }

  std::string url(std::string_view page) const {
    return path(std::string(page) + "?question=" + std::to_string(state_.question));
  }

  const CallWords& words_;
  const CallState& state_;
  Speech speech_;
  VoiceDocument document_;
};

}  // namespace

std::string call_document(const text::Catalogue& catalogue, const CallWords& words,
                          const app::CallAnswer& answer) {
  return CallDocument(words, answer.state, call_speech(catalogue, words, answer)).text();
}

std::string one_moment_document(const text::Catalogue& catalogue) {
  VoiceDocument document;
  for (const auto language : {people::Language::en, people::Language::es}) {
    document.say({{language, catalogue.say(language, "call.one_moment")}});
  }
  document.pause(seconds(2));
  document.redirect(path("incoming"));
  return document.text();
}

}  // namespace twilio
