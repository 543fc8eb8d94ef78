#include "simulator/live_call_line.h"

#include <algorithm>
#include <utility>

#include "simulator/live_call_params.h"

namespace simulator {
namespace {

constexpr std::size_t longest_transcript = 5'000;

bool is_sound_of_line(const Heard& heard) {
  return heard.kind == "say" || heard.kind == "play" || heard.kind == "error" ||
         heard.kind == "beep";
}

}  // namespace

CallLine::CallLine(World& world, CallRecord record)
    : world_(world),
      record_(std::move(record)),
      doing_{.kind = "ringing", .since = world.now},
      callbacks_(world) {
  world_.keep(record_);
}

http::Form CallLine::params() const {
  return standard_params(world_.account, record_);
}

void CallLine::rings() {
  record_.status = "ringing";
  tell();
}

void CallLine::is_answered_by(Heard::Who who) {
  record_.status = "in-progress";
  record_.started = now();
  hears({.who = who, .kind = "answer"});
}

void CallLine::ends(std::string status) {
  record_.status = std::move(status);
  record_.ended = now();
  does({.kind = "over", .since = now()});
}

void CallLine::does(Doing doing) {
  doing_ = std::move(doing);
  tell();
}

void CallLine::hears(Heard heard) {
  if (heard.at == Moment()) heard.at = now();
  if (transcript_.size() >= longest_transcript) transcript_.erase(transcript_.begin());
  transcript_.push_back(std::move(heard));
  tell();
}

void CallLine::cut_short() {
  const auto last = std::find_if(transcript_.rbegin(), transcript_.rend(), is_sound_of_line);
  if (last == transcript_.rend() || last->at + last->length <= now()) return;
  last->length = now() - last->at;
  tell();
}

void CallLine::caller_speaks(Moment begin, milliseconds length) {
  // A microphone sends many small pieces: together they are one thing that was said.
  const bool goes_on =
      !transcript_.empty() && transcript_.back().kind == "voice" &&
      transcript_.back().at + transcript_.back().length >= begin - milliseconds(40);
  if (!goes_on)
    return hears({.who = Heard::Who::caller, .kind = "voice", .at = begin, .length = length});
  transcript_.back().length = begin + length - transcript_.back().at;
  tell();
}

void CallLine::complain(bool is_error, Fault fault) {
  world_.complain(record_.sid, is_error, std::move(fault));
}

void CallLine::tell() {
  if (CallRecord* kept = world_.call(record_.sid)) *kept = record_;
  world_.changed("calls");
}

}  // namespace simulator
