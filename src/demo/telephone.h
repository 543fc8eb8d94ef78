// What the demo's people text and say on the line.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/take_call.h"
#include "app/take_text.h"
#include "demo/life.h"
#include "demo/samples.h"

namespace demo {

/// How somebody gets through a call: what is keyed where keys are asked for, and how it ends.
struct CallStory {
  std::string from;                      // E.164; "anonymous": withheld
  std::vector<std::string> pins;         // one a question; then a star
  const VoiceSample* message = nullptr;  // what is said after the beep; none: the call is by keys
  std::string category = "1";            // where it is by keys
  bool is_cut_off = false;               // at the first question that is not the PIN's
};

class Telephone {
 public:
  explicit Telephone(Life& life) : life_(life) {}
  Telephone(const Telephone&) = delete;
  Telephone& operator=(const Telephone&) = delete;

  /// At the moment that has come.
  app::TextOutcome text(const std::string& from, const std::string& words);
  /// Begins at the moment that has come and goes on by itself for a minute or two. `filed` is
  /// called when the call has become a call-out. Answers with the provider's id of the call.
  std::string call(CallStory story, std::function<void(store::CallOutId)> filed = {});

 private:
  struct Talk {
    CallStory story;
    std::function<void(store::CallOutId)> filed;
    std::string sid;
    std::size_t keyed_pins = 0;
  };
  using TalkPtr = std::shared_ptr<Talk>;

  app::IncomingCall call_of(const Talk& talk) const;
  void go_on(const TalkPtr& talk, const callout::CallState& state);
  void key(const TalkPtr& talk, const std::string& digits);
  void speak(const TalkPtr& talk);
  void keep_recording(const TalkPtr& talk);
  void transcribe(const TalkPtr& talk, const std::string& recording_sid);
  void hang_up(const TalkPtr& talk);

  Life& life_;
};

}  // namespace demo
