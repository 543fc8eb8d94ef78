#include "domain/callout/text_words.h"

#include <algorithm>
#include <array>

#include "domain/callout/text_fold.h"

namespace callout {
namespace {

bool is_wordy(SymbolKind kind) {
  return kind == SymbolKind::letter || kind == SymbolKind::digit;
}

/// Walks the body once. `gap_` gathers what was seen since the last word.
class Splitter {
 public:
  explicit Splitter(std::string_view body) : body_(body) {}

  WrittenText split() {
    for (std::size_t at = 0; at < body_.size();) {
      const Symbol symbol = symbol_at(body_, at);
      at = symbol.end;
      take(symbol);
    }
    return std::move(text_);
  }

 private:
  void take(const Symbol& symbol) {
    if (symbol.kind == SymbolKind::invisible) return;
    if (symbol.kind == SymbolKind::apostrophe) {
      text_.decorated = true;
      return;  // nothing between the letters of one word, nothing after it
    }
    if (is_wordy(symbol.kind)) {
      take_letter(symbol);
    } else if (symbol.code == U'&' || symbol.code == U'+') {
      start_word(symbol);
      in_word_ = false;
    } else if (!stands_for_apostrophe(symbol)) {
      take_gap(symbol);
    }
  }

  void take_letter(const Symbol& symbol) {
    if (!in_word_) {
      start_word(symbol);
      return;
    }
    text_.words.back().text += folded(body_, symbol);
    text_.words.back().end = symbol.end;
  }

  void start_word(const Symbol& symbol) {
    const Gap before = text_.words.empty() ? Gap::clause : gap();
    text_.words.push_back({folded(body_, symbol), symbol.begin, symbol.end, before});
    in_word_ = true;
    signs_.clear();
    spaced_ = false;
  }

  void take_gap(const Symbol& symbol) {
    in_word_ = false;
    if (symbol.kind == SymbolKind::space) {
      spaced_ = true;
      return;
    }
    text_.decorated = text_.decorated || symbol.kind != SymbolKind::newline;
    text_.asks = text_.asks || symbol.kind == SymbolKind::question;
    if (symbol.kind == SymbolKind::emoji) text_.emoji += symbol.code;
    if (signs_.size() < 2) signs_ += symbol.kind == SymbolKind::punctuation ? symbol.code : U'.';
    if (symbol.kind != SymbolKind::punctuation) spaced_ = true;
  }

  Gap gap() const {
    if (signs_.empty()) return Gap::space;
    if (signs_ == U",") return Gap::comma;
    if (signs_.size() > 1) return Gap::clause;
    const std::string& last = text_.words.back().text;
    if (signs_[0] == U'/' && (last == "w" || last == "b")) return Gap::space;  // "w/ fever", "b/c"
    if (spaced_) return Gap::clause;
    switch (signs_[0]) {
      case U'-': return Gap::hyphen;
      case U'/': return Gap::slash;
      case U':': return Gap::colon;
      case U'.': return Gap::dot;
      default: return Gap::clause;
    }
  }

  /// "can,t" and "i;m": the neighbouring key on a small keyboard.
  bool stands_for_apostrophe(const Symbol& symbol) const {
    if (!in_word_ || (symbol.code != U',' && symbol.code != U';' && symbol.code != U'"'))
      return false;
    static constexpr std::array<std::string_view, 6> endings = {"t", "m", "s", "ll", "ve", "re"};
    std::string following;
    for (std::size_t at = symbol.end; at < body_.size() && following.size() < 3;) {
      const Symbol next = symbol_at(body_, at);
      if (!is_wordy(next.kind)) break;
      following += folded(body_, next);
      at = next.end;
    }
    return std::find(endings.begin(), endings.end(), following) != endings.end();
  }

  std::string_view body_;
  WrittenText text_;
  std::u32string signs_;
  bool spaced_ = false;
  bool in_word_ = false;
};

}  // namespace

WrittenText split_into_words(std::string_view body) {
  return Splitter(body).split();
}

}  // namespace callout
