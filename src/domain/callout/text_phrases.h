// Finds what a text's words stand for: one pass from left to right, the longest phrase of the
// vocabulary wins, phrases do not reach over a comma or a full stop.
//
// A phrase is written as words with blanks between them: `a|b` is a choice, `?` after a word makes
// it optional, `<name>` stands for a group, whose choices may be several words long. NUMBER, DATE,
// TIME and DURATION stand for measures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/callout/text_units.h"

namespace callout {

enum class Role {
  other,         // no word of ours: a name, a typo, anything
  adverb,        // "just", "still"
  filler,        // "a", "is", "have": meaning comes from what follows
  preposition,   // "with", "for"
  link,          // "because", "so", "but"
  joiner,        // "and", "also"
  alternative,   // "or"
  first_person,  // "I", "we"
  third_person,  // "she", "they"
  relative,      // "my kid"
  cause,         // an illness or a mishap
  greeting,
  introduction,  // "this is (Ana)"
  courtesy,      // "sorry", "please let me know"
  absent,        // "can't come in": the words themselves say absent
  away,          // "out": absent if a day or a cause follows
  sick,          // "sick": absent if nothing says otherwise
  fmla,
  not_sick,
  withdrawn,  // "not calling out", "never mind"
  coming,     // "coming in"
  better,     // "feeling better"
  late,
  early,
  today,
  tonight,
  tomorrow,
  weekday,
  date,
  several,    // "rest of the week", "until Friday"
  back,       // "back tomorrow": a day on which the sender is not absent
  since,      // "since Monday"
  past,       // "yesterday"
  far,        // "next month"
  hedge,      // "maybe"
  condition,  // "if"
  question,   // "what time"
  auxiliary,  // "is", "does": a question where a text begins with it
  range,      // "to" between two days
  report,     // "said"
};

/// Whether the words themselves name the sender ("I can't come in", "no voy") or leave it open
/// ("can't come in").
enum class Subject { open, sender };

struct Phrase {
  Role role;
  Subject subject;
  std::string_view patterns;  // one per line
};

struct Group {
  std::string_view name;
  std::string_view choices;  // separated by |
};

/// A phrase found: units [first, end).
struct Span {
  Role role = Role::other;
  Subject subject = Subject::open;
  std::size_t first = 0;
  std::size_t end = 0;
  bool opens_clause = false;
};

class Phrasebook {
 public:
  /// A group may use the groups before it. Of two phrases of one length the earlier wins.
  Phrasebook(std::span<const Group> groups, std::span<const Phrase> phrases);

  /// Every unit belongs to exactly one span.
  std::vector<Span> find(const std::vector<Unit>& units) const;

 private:
  struct Element;
  using Sequence = std::vector<Element>;
  struct Element {
    bool optional = false;
    std::vector<int> words;
    std::vector<std::size_t> groups;
  };
  struct Entry {
    Role role;
    Subject subject;
    Sequence sequence;
  };
  // Bit n: the phrase can have used n units so far. 31 are more than any phrase needs.
  using Reach = std::uint32_t;

  int id_of(std::string_view word);
  int known_id(const Unit& unit) const;
  Sequence parsed(std::string_view pattern);
  Element parsed_element(std::string_view text);
  void collect_openings(const Sequence& sequence, std::vector<int>& openings) const;
  Reach match(const Sequence& sequence, std::span<const int> ids, Reach from) const;
  Reach match(const Element& element, std::span<const int> ids, Reach from) const;
  Span longest(std::span<const int> ids, std::size_t first) const;

  std::unordered_map<std::string, int> ids_;
  std::unordered_map<std::string, std::size_t> group_names_;
  std::vector<std::vector<Sequence>> groups_;
  std::vector<Entry> entries_;
  std::vector<std::vector<std::size_t>> entries_by_opening_;  // by the id of a first word
};

}  // namespace callout
