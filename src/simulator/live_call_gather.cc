#include "simulator/live_call_gather.h"

#include <algorithm>
#include <utility>

namespace simulator {
namespace {

constexpr std::size_t most_digits = 1'000;
constexpr std::chrono::seconds longest_speech{60};

}  // namespace

Gathering::Gathering(CallLine& line, verb::Gather gather, std::function<void(const Gathered&)> then)
    : line_(line),
      gather_(std::move(gather)),
      then_(std::move(then)),
      prompter_(line, gather_.prompts, Prompter::Place::in_gather, [this] { wait(); }),
      timer_(line.world().agenda),
      begun_(line.now()) {}

void Gathering::start() {
  prompter_.start();
  tell(prompter_.until() + gather_.timeout);
  hear();
}

bool Gathering::press(char key) {
  if (!gather_.takes_keys || is_speaking_) return true;
  if (gather_.barge_in) prompter_.stop();
  if (gather_.finish_on_key == std::string_view(&key, 1)) {
    finish(std::string(1, key));
    return false;
  }
  if (digits_.size() < most_digits) digits_ += key;
  if (gather_.num_digits && digits_.size() >= static_cast<std::size_t>(*gather_.num_digits)) {
    finish("");
    return false;
  }
  if (prompter_.is_over())
    wait();
  else
    tell(prompter_.until() + gather_.timeout);
  return true;
}

void Gathering::hear() {
  if (!gather_.takes_speech || !digits_.empty()) return;
  const auto voice = line_.voice().voice(begun_, std::max(begun_, line_.voice().sounds_until()));
  if (!voice) return;
  is_speaking_ = true;
  if (gather_.barge_in) prompter_.stop();
  const Moment silent =
      std::max(voice->end, line_.now()) + gather_.speech_timeout.value_or(gather_.timeout);
  const Moment until = std::max(line_.now(), std::min(silent, voice->begin + longest_speech));
  timer_.set(until, [this] { finish(""); });
  tell(until);
}

void Gathering::wait() {
  if (is_speaking_) return;
  const Moment until = line_.now() + gather_.timeout;
  timer_.set(until, [this] { finish(""); });
  tell(until);
}

void Gathering::tell(Moment until) {
  line_.does({.kind = "gathering",
              .since = begun_,
              .until = until,
              .keys = digits_,
              .num_digits = gather_.num_digits,
              .finish_on_key = gather_.finish_on_key});
}

void Gathering::finish(const std::string& key) {
  prompter_.stop();
  Gathered gathered{.digits = digits_, .finished_on_key = key, .is_speech = is_speaking_};
  if (is_speaking_) gathered.words = line_.voice().words(begun_, line_.now()).value_or("");
  const auto then = std::move(then_);
  then(gathered);
}

}  // namespace simulator
