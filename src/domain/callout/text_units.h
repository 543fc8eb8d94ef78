// Words and measures: "11/23" is one date, "9:15 am" one time, "30 min" one duration, everything
// else stays a word. Phrases are made of units.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/callout/text_words.h"

namespace callout {

struct Unit {
  enum class Kind { word, number, date, time, duration };
  Kind kind = Kind::word;
  std::string_view text;  // of a word: folded. Lives as long as the words
  std::size_t begin = 0;  // bytes [begin, end) of the body
  std::size_t end = 0;
  Gap before = Gap::clause;
  base::Minutes minutes{};  // of a time: after midnight as written; of a duration: its length
  int number = 0;           // of a number
  std::chrono::month_day date{};
};

/// As long as `words` lives.
std::vector<Unit> units_of(const std::vector<Word>& words);

/// 9 is 9:00, 915 is 9:15; nothing for 77 or 980. The 2 in "leaving at 2".
bool is_clock_number(int number);
base::Minutes clock_of(int number);

}  // namespace callout
