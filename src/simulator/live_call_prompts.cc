#include "simulator/live_call_prompts.h"

#include <utility>

#include "simulator/speech_time.h"

namespace simulator {
namespace {

constexpr milliseconds of_a_sound{3'000};  // a file's own length is not asked for

template <class... Each>
struct Either : Each... {
  using Each::operator()...;
};

int times_of(const verb::Prompt& prompt) {
  return std::visit(Either{[](const verb::Pause&) { return 1; },
                           [](const auto& sounding) {
                             return sounding.loop;
                           }},
                    prompt);
}

std::string kind_of(const verb::Prompt& prompt) {
  return std::visit(
      Either{[](const verb::Say&) { return "saying"; }, [](const verb::Play&) { return "playing"; },
             [](const verb::Pause&) {
               return "pausing";
             }},
      prompt);
}

Heard heard_of(const verb::Say& say, milliseconds length) {
  return {.kind = "say",
          .words = say.words,
          .language = say.language,
          .voice = say.voice,
          .length = length};
}

Heard heard_of(const verb::Play& play, milliseconds length) {
  return {.kind = "play", .words = play.digits.empty() ? play.url : play.digits, .length = length};
}

}  // namespace

milliseconds time_of(const verb::Prompt& prompt) {
  return std::visit(
      Either{[](const verb::Say& say) { return speech_time(say.words, say.language); },
             [](const verb::Play& play) {
               return play.digits.empty() ? of_a_sound : keys_time(play.digits);
             },
             [](const verb::Pause& pause) {
               return milliseconds(pause.length);
             }},
      prompt);
}

Prompter::Prompter(CallLine& line, std::vector<verb::Prompt> prompts, Place place,
                   std::function<void()> then)
    : line_(line),
      prompts_(std::move(prompts)),
      place_(place),
      then_(std::move(then)),
      timer_(line.world().agenda),
      ends_(line.now()) {}

void Prompter::start() {
  if (prompts_.empty())
    timer_.set(line_.now(), [this] { sound_next(); });
  else
    sound_next();
}

void Prompter::stop() {
  timer_.stop();
  if (!is_over_) line_.cut_short();
  is_over_ = true;
}

Moment Prompter::until() const {
  Moment until = ends_;
  for (std::size_t index = next_; index < prompts_.size(); ++index) {
    const int times = times_of(prompts_[index]) - (index == next_ ? times_ : 0);
    until += time_of(prompts_[index]) * times;
  }
  return until;
}

void Prompter::sound_next() {
  if (next_ == prompts_.size()) {
    is_over_ = true;
    const auto then = std::move(then_);  // which may destroy this
    return then();
  }
  const verb::Prompt& prompt = prompts_[next_];
  if (++times_ == times_of(prompt)) {
    ++next_;
    times_ = 0;
  }
  begin(prompt, time_of(prompt));
}

void Prompter::begin(const verb::Prompt& prompt, milliseconds length) {
  ends_ = line_.now() + length;
  if (const auto* say = std::get_if<verb::Say>(&prompt)) line_.hears(heard_of(*say, length));
  if (const auto* play = std::get_if<verb::Play>(&prompt)) line_.hears(heard_of(*play, length));
  // An unanswered call that pauses rings on.
  if (place_ == Place::alone && line_.is_answered())
    line_.does({.kind = kind_of(prompt), .since = line_.now(), .until = until()});
  timer_.set(ends_, [this] { sound_next(); });
}

}  // namespace simulator
