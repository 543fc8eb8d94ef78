#include "domain/callout/text_phrases.h"

#include <algorithm>
#include <bit>

namespace callout {
namespace {

constexpr std::size_t longest_phrase = 31;

/// The parts between the separators, blanks around them taken off, empty ones left out.
std::vector<std::string_view> parts(std::string_view text, char separator) {
  std::vector<std::string_view> result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    part = part.substr(0, part.find_last_not_of(' ') + 1);
    if (!part.empty()) result.push_back(part);
  }
  return result;
}

}  // namespace

Phrasebook::Phrasebook(std::span<const Group> groups, std::span<const Phrase> phrases) {
  for (const Group& group : groups) {
    std::vector<Sequence> choices;
    for (const auto choice : parts(group.choices, '|')) choices.push_back(parsed(choice));
    group_names_.emplace(group.name, groups_.size());
    groups_.push_back(std::move(choices));
  }
  for (const Phrase& phrase : phrases) {
    for (const auto pattern : parts(phrase.patterns, '\n')) {
      entries_.push_back({phrase.role, phrase.subject, parsed(pattern)});
    }
  }
  entries_by_opening_.resize(ids_.size() + 1);
  for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
    std::vector<int> openings;
    collect_openings(entries_[entry].sequence, openings);
    std::sort(openings.begin(), openings.end());
    openings.erase(std::unique(openings.begin(), openings.end()), openings.end());
    for (const int id : openings) {
      entries_by_opening_[static_cast<std::size_t>(id)].push_back(entry);
    }
  }
}

std::vector<Span> Phrasebook::find(const std::vector<Unit>& units) const {
  std::vector<int> ids;
  ids.reserve(units.size());
  for (const Unit& unit : units) ids.push_back(known_id(unit));
  std::vector<Span> spans;
  std::size_t clause_end = 0;
  for (std::size_t at = 0; at < units.size();) {
    const bool opens = at == clause_end;
    if (opens) {
      ++clause_end;
      while (clause_end < units.size() && !ends_clause(units[clause_end].before)) ++clause_end;
    }
    const std::size_t length = std::min(clause_end - at, longest_phrase);
    Span span = longest(std::span(ids).subspan(at, length), at);
    span.opens_clause = opens;
    spans.push_back(span);
    at = span.end;
  }
  return spans;
}

Span Phrasebook::longest(std::span<const int> ids, std::size_t first) const {
  Span best{Role::other, Subject::open, first, first + 1, false};
  std::size_t best_length = 0;
  for (const std::size_t index : entries_by_opening_[static_cast<std::size_t>(ids[0])]) {
    const Entry& entry = entries_[index];
    const Reach reach = match(entry.sequence, ids, 1);
    const auto length = reach == 0 ? 0 : static_cast<std::size_t>(std::bit_width(reach)) - 1;
    if (length <= best_length) continue;
    best_length = length;
    best = {entry.role, entry.subject, first, first + length, false};
  }
  return best;
}

Phrasebook::Reach Phrasebook::match(const Sequence& sequence, std::span<const int> ids,
                                    Reach from) const {
  for (const Element& element : sequence) {
    from = match(element, ids, from);
    if (from == 0) return 0;
  }
  return from;
}

Phrasebook::Reach Phrasebook::match(const Element& element, std::span<const int> ids,
                                    Reach from) const {
  Reach reach = element.optional ? from : 0;
  for (std::size_t used = 0; used < ids.size(); ++used) {
    if ((from >> used & 1U) == 0) continue;
    if (std::find(element.words.begin(), element.words.end(), ids[used]) != element.words.end()) {
      reach |= Reach{1} << (used + 1);
    }
  }
  for (const std::size_t group : element.groups) {
    for (const Sequence& choice : groups_[group]) reach |= match(choice, ids, from);
  }
  return reach;
}

Phrasebook::Sequence Phrasebook::parsed(std::string_view pattern) {
  Sequence sequence;
  for (const auto text : parts(pattern, ' ')) sequence.push_back(parsed_element(text));
  return sequence;
}

Phrasebook::Element Phrasebook::parsed_element(std::string_view text) {
  Element element;
  element.optional = text.ends_with('?');
  if (element.optional) text.remove_suffix(1);
  for (const auto choice : parts(text, '|')) {
    if (choice.starts_with('<')) {
      element.groups.push_back(group_names_.at(std::string(choice.substr(1, choice.size() - 2))));
    } else {
      element.words.push_back(id_of(choice));
    }
  }
  return element;
}

void Phrasebook::collect_openings(const Sequence& sequence, std::vector<int>& openings) const {
  for (const Element& element : sequence) {
    openings.insert(openings.end(), element.words.begin(), element.words.end());
    for (const std::size_t group : element.groups) {
      for (const Sequence& choice : groups_[group]) collect_openings(choice, openings);
    }
    if (!element.optional) return;
  }
}

int Phrasebook::id_of(std::string_view word) {
  return ids_.emplace(word, static_cast<int>(ids_.size()) + 1).first->second;
}

int Phrasebook::known_id(const Unit& unit) const {
  const auto name = [&unit]() -> std::string_view {
    switch (unit.kind) {
      case Unit::Kind::word: return unit.text;
      case Unit::Kind::number: return "NUMBER";
      case Unit::Kind::date: return "DATE";
      case Unit::Kind::time: return "TIME";
      case Unit::Kind::duration: return "DURATION";
    }
    return "";
  }();
  const auto found = ids_.find(std::string(name));
  return found == ids_.end() ? 0 : found->second;
}

}  // namespace callout
