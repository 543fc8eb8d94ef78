// What the line lets the caller hear, one thing after the other: each takes its time.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "simulator/live_call_line.h"
#include "simulator/live_call_timer.h"
#include "simulator/twiml.h"

namespace simulator {

/// The times of one of them, without its repetitions.
milliseconds time_of(const verb::Prompt& prompt);

class Prompter {
 public:
  /// Whether the call does nothing else meanwhile: then they are what it is at.
  enum class Place { alone, in_gather };
  /// `then` when all have been heard; it may destroy the Prompter, and never comes from within
  /// another of its functions.
  Prompter(CallLine& line, std::vector<verb::Prompt> prompts, Place place,
           std::function<void()> then);

  void start();
  /// Falls silent; `then` does not come.
  void stop();
  bool is_over() const { return is_over_; }
  /// When all will have been heard, as far as it is known how long a sound is.
  Moment until() const;

 private:
  void sound_next();
  /// Of a sound that is not here yet: it is fetched, and then heard or, if it is none, left out.
  void fetch();
  void fetched(const Outcome& outcome);
  void begin(const verb::Prompt& prompt, milliseconds length);

  CallLine& line_;
  std::vector<verb::Prompt> prompts_;
  Place place_;
  std::function<void()> then_;
  Timer timer_;
  std::size_t next_ = 0;
  int times_ = 0;  // that the next one has sounded
  Moment ends_;    // of the one that sounds
  bool is_over_ = false;
  std::shared_ptr<bool> fetching_;  // whose answer is waited for; another's comes too late
};

}  // namespace simulator
