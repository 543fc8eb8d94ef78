// A text cut into words, each with its place in the body, so that a reason can be handed on in the
// sender's own writing however it was compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace callout {

/// What stands between a word and the one before it. `space` and `hyphen` keep a phrase together
/// ("call-out"); the three tight signs make dates and times; everything else ends a clause.
enum class Gap { space, hyphen, slash, colon, dot, comma, clause };

struct Word {
  std::string text;       // folded: "can't" is "cant", "Mañana" is "manana"
  std::size_t begin = 0;  // bytes [begin, end) of the body
  std::size_t end = 0;
  Gap before = Gap::clause;
};

struct WrittenText {
  std::vector<Word> words;
  std::u32string emoji;    // every pictograph, in order
  bool asks = false;       // a question mark anywhere
  bool decorated = false;  // holds more than words and white space
};

WrittenText split_into_words(std::string_view body);

inline bool ends_clause(Gap gap) {
  return gap != Gap::space && gap != Gap::hyphen;
}

}  // namespace callout
