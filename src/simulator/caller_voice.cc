#include "simulator/caller_voice.h"

#include <algorithm>
#include <utility>

namespace simulator {
namespace {

std::int64_t in_samples(Moment moment) {
  return moment.time_since_epoch().count() * samples_a_millisecond;
}

/// A begun millisecond counts.
Moment moment_of(std::int64_t samples) {
  return Moment(milliseconds((samples + samples_a_millisecond - 1) / samples_a_millisecond));
}

}  // namespace

std::optional<Moment> CallerVoice::speak(Moment now, std::string_view samples, std::string words) {
  samples = samples.substr(0, samples.size() / bytes_a_sample * bytes_a_sample);
  const std::int64_t begin = std::max(in_samples(now), end_);
  const auto length = static_cast<std::int64_t>(samples.size() / bytes_a_sample);
  if (length == 0 || begin + length > in_samples(now + most_ahead)) return {};
  pieces_.push_back({.begin = begin,
                     .end = begin + length,
                     .samples = std::string(samples),
                     .words = std::move(words),
                     .voice = voice_in(samples)});
  end_ = begin + length;
  return moment_of(begin);
}

Moment CallerVoice::sounds_until() const {
  return moment_of(end_);
}

std::optional<CallerVoice::Voice> CallerVoice::voice(Moment from, Moment to) const {
  Stretch found;
  for (const Piece& piece : pieces_) {
    const Stretch voice = voice_of(piece, from, to);
    if (voice.begin == voice.end) continue;
    if (found.begin == found.end) found.begin = voice.begin;
    found.end = voice.end;
  }
  if (found.begin == found.end) return {};
  return Voice{moment_of(found.begin), moment_of(found.end)};
}

Stretch CallerVoice::voice_of(const Piece& piece, Moment from, Moment to) {
  Stretch found;
  for (const Stretch& one : piece.voice) {
    const std::int64_t begin = std::max(piece.begin + one.begin, in_samples(from));
    const std::int64_t end = std::min(piece.begin + one.end, in_samples(to));
    if (begin < end) found = Stretch{found.begin == found.end ? begin : found.begin, end};
  }
  return found;
}

std::optional<std::string> CallerVoice::words(Moment from, Moment to) const {
  std::string said;
  for (const Piece& piece : pieces_) {
    const Stretch voice = voice_of(piece, from, to);
    if (voice.begin == voice.end) continue;
    if (piece.words.empty()) return {};
    said += (said.empty() ? "" : " ") + piece.words;
  }
  if (said.empty()) return {};
  return said;
}

std::string CallerVoice::heard(Moment from, Moment to) const {
  const std::int64_t first = in_samples(from);
  const std::int64_t last = std::max(in_samples(to), first);
  std::string sound(static_cast<std::size_t>(last - first) * bytes_a_sample, '\0');
  for (const Piece& piece : pieces_) {
    const std::int64_t begin = std::max(piece.begin, first);
    const std::int64_t end = std::min(piece.end, last);
    if (begin >= end) continue;
    sound.replace(static_cast<std::size_t>(begin - first) * bytes_a_sample,
                  static_cast<std::size_t>(end - begin) * bytes_a_sample, piece.samples,
                  static_cast<std::size_t>(begin - piece.begin) * bytes_a_sample,
                  static_cast<std::size_t>(end - begin) * bytes_a_sample);
  }
  return sound;
}

void CallerVoice::forget(Moment before) {
  while (!pieces_.empty() && pieces_.front().end <= in_samples(before)) pieces_.pop_front();
}

}  // namespace simulator
