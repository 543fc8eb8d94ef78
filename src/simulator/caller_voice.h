// What the person at the telephone says: sounds that follow one another in time, with silence
// between them.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/moment.h"
#include "simulator/sound.h"

namespace simulator {

class CallerVoice {
 public:
  /// What is still to sound is at most this long; more is not taken.
  static constexpr std::chrono::minutes most_ahead{10};

  /// Sounds from `now` on, or after what still sounds. The beginning of it, or nothing when it was
  /// empty or too much. `words`: what is said in it; empty: nobody knows.
  std::optional<Moment> speak(Moment now, std::string_view samples, std::string words = {});
  /// When the last of it has sounded; not after `now` when nothing sounds.
  Moment sounds_until() const;

  struct Voice {
    Moment begin;
    Moment end;
  };
  /// Between two moments: from where a voice is first heard to where it is last heard.
  std::optional<Voice> voice(Moment from, Moment to) const;
  /// What is said between two moments; nothing where some voice is heard whose words nobody knows.
  std::optional<std::string> words(Moment from, Moment to) const;
  /// The samples between two moments.
  std::string heard(Moment from, Moment to) const;
  /// Nobody will ask for what was before.
  void forget(Moment before);

 private:
  // Moments in samples, so that pieces of any length follow one another without a gap.
  struct Piece {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::string samples;
    std::string words;
    std::vector<Stretch> voice;
  };
  /// From where to where a voice is heard in it between two moments; empty: nowhere.
  static Stretch voice_of(const Piece& piece, Moment from, Moment to);

  std::deque<Piece> pieces_;
  std::int64_t end_ = 0;
};

}  // namespace simulator
