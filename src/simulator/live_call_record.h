// A Record that is under way: the beep, what the caller says after it, and how it ends (twilio.md
// 3.2 and 3.3). What was said is kept with the account's recordings; its status callbacks and the
// word of its transcription leave when they would.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "simulator/live_call_line.h"
#include "simulator/live_call_timer.h"
#include "simulator/twiml.h"

namespace simulator {

struct Recorded {
  std::string sid;
  milliseconds length{};  // before anything is trimmed
  std::string ended_by;   // the key, "hangup", or empty: silence or the greatest length
  bool is_absent = false;
};

class Recorder {
 public:
  /// `record`'s addresses are absolute. `then` when it has ended by a key, by silence or by its
  /// length; it may destroy the Recorder and is the last thing that any function does.
  Recorder(CallLine& line, verb::Record record, std::function<void(const Recorded&)> then);

  void start();
  /// False: the recording is over, and gone.
  bool press(char key);
  /// Ends it from outside; `then` does not come.
  Recorded stop(const std::string& ended_by);

 private:
  void begin();
  void listen();
  void finish(const std::string& ended_by);
  Recorded keep(const std::string& ended_by);
  /// As it stands with the account's recordings, where it is put first if need be.
  Recording& kept();
  void keep_sound(Recording& recording, const std::string& sound);
  void send_word(const Recording& recording, const std::string& status, milliseconds delay);
  void transcribe(Recording& recording, const std::optional<std::string>& words);
  void end_later(const Recording& recording, const Transcription& ended, milliseconds delay);

  CallLine& line_;
  verb::Record record_;
  std::function<void(const Recorded&)> then_;
  std::string sid_;
  Timer timer_;  // of the beep, then of the silence
  Timer longest_;
  Moment begun_;
  Moment heard_;  // when the caller was last heard
  bool is_recording_ = false;
};

}  // namespace simulator
