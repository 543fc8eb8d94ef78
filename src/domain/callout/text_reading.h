// A text, read: its words, what they stand for, and the questions that more than one judge asks of
// them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "domain/callout/text_phrases.h"
#include "domain/callout/text_units.h"
#include "domain/callout/text_words.h"

namespace callout {

class Reading {
 public:
  /// `written` and the body must outlive it.
  Reading(std::string_view body, const WrittenText& written);

  std::string_view body() const { return body_; }
  const std::vector<Unit>& units() const { return units_; }
  const std::vector<Span>& spans() const { return spans_; }

  std::size_t size() const { return spans_.size(); }
  Role role(std::size_t span) const { return spans_[span].role; }
  bool opens_clause(std::size_t span) const {
    return span >= spans_.size() || spans_[span].opens_clause;
  }
  bool has(std::initializer_list<Role> roles) const;
  /// The last span before, or nothing if this one opens its clause.
  const Span* before(std::size_t span) const;
  std::size_t clause_start(std::size_t span) const;
  bool starts_with(const Span& span, std::initializer_list<std::string_view> words) const;

  /// A clause that begins like a question, with or without its mark.
  bool begins_a_question() const;
  /// The sender is who the words speak of: they say so, or name nobody else.
  bool speaks_of_sender(std::size_t span) const;

 private:
  void absorb_names();
  std::size_t subject_of_clause(std::size_t start) const;
  bool names_sender(const Span& span) const;
  bool may_precede_open(std::size_t span) const;
  bool names_stranger(std::size_t span) const;
  bool clause_is_of_sender(std::size_t start, std::size_t end) const;
  bool earlier_clauses_are_of_sender(std::size_t start) const;

  std::string_view body_;
  std::vector<Unit> units_;
  std::vector<Span> spans_;
};

bool is_one_of(Role role, std::initializer_list<Role> roles);
/// Today to a date.
bool is_day(Role role);
bool is_absence_word(Role role);

}  // namespace callout
