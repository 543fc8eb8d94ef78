// The letters of a text as a reader compares them: one case, no accents, no invisible marks.
// "MAÑANA", "mañana" and a decomposed "man̄ana" from an old phone are one word. Any bytes are safe,
// NUL included.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace callout {

enum class SymbolKind {
  letter,
  digit,
  invisible,  // combining accents, zero-width and direction marks: as if not there
  apostrophe,
  space,
  newline,
  question,
  punctuation,
  emoji,
  broken  // not UTF-8, or a control character
};

/// One character of the body and the bytes [begin, end) where it stands.
struct Symbol {
  SymbolKind kind = SymbolKind::broken;
  char32_t code = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The character that starts at `at`, which must be less than `body.size()`. Always moves on.
Symbol symbol_at(std::string_view body, std::size_t at);

/// Lower case without an accent ("É" is "e"); letters of other scripts stay as they are.
std::string folded(std::string_view body, const Symbol& symbol);

/// The words as they were written, with what no screen or database should be given taken out:
/// broken bytes and control characters become one space, marks that turn the writing direction are
/// dropped.
std::string presentable(std::string_view words);

}  // namespace callout
