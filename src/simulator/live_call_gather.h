// A Gather that is under way: the prompts, the keys, the patience (twilio.md 3.2 and 3.3).
#pragma once

#include <functional>
#include <string>

#include "simulator/live_call_prompts.h"

namespace simulator {

struct Gathered {
  std::string digits = {};
  std::string finished_on_key = {};
  bool is_speech = false;
  std::string words = {};  // of the speech, where they are known
  bool is_empty() const { return digits.empty() && !is_speech; }
};

/// The first key stops the prompts. The patience begins when they end, and again with each key. Of
/// keys and speech the first kind wins.
class Gathering {
 public:
  /// `then` may destroy the Gathering; it is the last thing that any function does.
  Gathering(CallLine& line, verb::Gather gather, std::function<void(const Gathered&)> then);

  void start();
  /// 0-9 * #. False: the Gather is over, and gone.
  bool press(char key);
  /// The caller has begun to speak, or goes on.
  void hear();
  void stop() { prompter_.stop(); }

 private:
  void wait();
  void tell(Moment until);
  void finish(const std::string& key);

  CallLine& line_;
  verb::Gather gather_;
  std::function<void(const Gathered&)> then_;
  Prompter prompter_;
  Timer timer_;
  Moment begun_;
  std::string digits_;
  bool is_speaking_ = false;
};

}  // namespace simulator
