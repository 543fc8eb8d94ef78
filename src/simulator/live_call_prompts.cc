#include "simulator/live_call_prompts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "simulator/sound.h"
#include "simulator/speech_time.h"
#include "simulator/twiml_tree.h"

namespace simulator {
namespace {

constexpr milliseconds of_a_sound{3'000};  // where a file does not tell its length
// twilio.md 3.2, Play
constexpr std::array<std::string_view, 11> sounds = {
    "audio/mpeg",   "audio/mp3",    "audio/wav",   "audio/wave", "audio/x-wav", "audio/aiff",
    "audio/x-aifc", "audio/x-aiff", "audio/x-gsm", "audio/gsm",  "audio/ulaw"};

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

bool is_to_be_fetched(const verb::Prompt& prompt) {
  const auto* play = std::get_if<verb::Play>(&prompt);
  return play != nullptr && play->digits.empty() && !play->is_here;
}

std::optional<Fault> judge_sound(const http::Response& answer) {
  const std::string_view type(answer.content_type);
  const std::string bare = trimmed(type.substr(0, type.find(';')));
  if (std::ranges::find(sounds, bare) != sounds.end()) return {};
  return Fault{13420, "Play: Content-Type \"" + bare + "\" is none of a sound"};
}

}  // namespace

milliseconds time_of(const verb::Prompt& prompt) {
  return std::visit(
      Either{[](const verb::Say& say) { return speech_time(say.words, say.language); },
             [](const verb::Play& play) {
               if (!play.digits.empty()) return keys_time(play.digits);
               return play.length.value_or(of_a_sound);
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
  fetching_.reset();
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
  if (is_to_be_fetched(prompt)) return fetch();
  if (++times_ == times_of(prompt)) {
    ++next_;
    times_ = 0;
  }
  begin(prompt, time_of(prompt));
}

void Prompter::fetch() {
  World& world = line_.world();
  if (place_ == Place::alone) line_.does({.kind = "asking", .since = line_.now()});
  fetching_ = std::make_shared<bool>();
  const std::string sid = line_.record().sid;
  world.deliver({.subject = sid,
                 .what = "Play",
                 .to = {std::get<verb::Play>(prompts_[next_]).url, http::Method::get},
                 .expects = Expects::sound,
                 .judge = judge_sound},
                [this, &world, sid, here = std::weak_ptr(fetching_)](const Outcome& outcome) {
                  world.complain(sid, outcome);
                  if (here.lock()) fetched(outcome);
                });
}

void Prompter::fetched(const Outcome& outcome) {
  fetching_.reset();
  auto& play = std::get<verb::Play>(prompts_[next_]);
  play.is_here = true;
  if (outcome.answer)
    play.length = length_of_wav(outcome.answer->body);
  else
    ++next_;
  sound_next();
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
