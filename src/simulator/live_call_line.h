// One call as its parts see it: what its record says, what has been said and done on it, what it is
// at, and what the caller says into it.
#pragma once

#include <string>
#include <vector>

#include "simulator/caller_voice.h"
#include "simulator/live_call_callbacks.h"
#include "simulator/switchboard.h"
#include "simulator/world.h"

namespace simulator {

class CallLine {
 public:
  /// The World must outlive it.
  CallLine(World& world, CallRecord record);

  World& world() const { return world_; }
  Moment now() const { return world_.now; }
  const CallRecord& record() const { return record_; }
  bool is_answered() const { return record_.started.has_value(); }
  bool is_over() const { return record_.ended.has_value(); }
  const std::vector<Heard>& transcript() const { return transcript_; }
  const Doing& doing() const { return doing_; }
  CallerVoice& voice() { return voice_; }
  Callbacks& callbacks() { return callbacks_; }
  http::Form params() const;

  // Each is told to whoever watches.
  /// It rings, is answered now, or has ended now.
  void rings();
  void is_answered_by(Heard::Who who);
  void ends(std::string status);
  void does(Doing doing);
  /// From now on, unless it says when.
  void hears(Heard heard);
  /// Nothing sounds on from the line: what was being said, was said until now.
  void cut_short();
  void caller_speaks(Moment begin, milliseconds length);

  void complain(bool is_error, Fault fault);

 private:
  void tell();

  World& world_;
  CallRecord record_;
  std::vector<Heard> transcript_;
  Doing doing_;
  CallerVoice voice_;
  Callbacks callbacks_;
};

}  // namespace simulator
