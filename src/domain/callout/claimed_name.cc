#include "domain/callout/claimed_name.h"

#include <algorithm>
#include <cstddef>

#include "domain/callout/text_fold.h"

namespace callout {
namespace {

bool is_in_word(SymbolKind kind) {
  return kind == SymbolKind::letter || kind == SymbolKind::digit;
}

bool is_without_trace(SymbolKind kind) {
  return kind == SymbolKind::invisible || kind == SymbolKind::apostrophe;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < name.size();) {
    const Symbol symbol = symbol_at(name, at);
    at = symbol.end;
    if (is_without_trace(symbol.kind)) continue;
    if (is_in_word(symbol.kind)) {
      word += folded(name, symbol);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool is_name_given(std::string_view said, std::string_view name) {
  const std::vector<std::string> said_words = name_words(said);
  std::vector<std::string> words = name_words(name);
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  const auto found = std::ranges::count_if(words, [&](const std::string& word) {
    return std::ranges::find(said_words, word) != said_words.end();
  });
  return found > 0 && (found >= 2 || words.size() == 1);
}

bool is_part_of_name(std::string_view typed, std::string_view name) {
  const std::string sought = joined(name_words(typed));
  if (sought.empty()) return typed.empty();
  return joined(name_words(name)).find(sought) != std::string::npos;
}

}  // namespace callout
