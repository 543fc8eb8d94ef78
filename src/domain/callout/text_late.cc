#include "domain/callout/text_late.h"

#include <vector>

namespace callout {
namespace {

bool is_late_or_early(Role role) {
  return role == Role::late || role == Role::early;
}

bool precedes_clock(const Reading& reading, std::size_t unit) {
  if (unit == 0) return false;
  for (const std::string_view word : {"at", "by", "around", "about", "till", "until", "til", "las",
                                      "la", "alas", "before", "for", "de"}) {
    if (reading.units()[unit - 1].text == word) return true;
  }
  return false;
}

void take_figure(const Reading& reading, std::size_t at, LateOrEarly& said) {
  const Unit& unit = reading.units()[at];
  if (unit.kind == Unit::Kind::duration) said.by = unit.minutes;
  if (unit.kind == Unit::Kind::time && !said.time_of_day) said.time_of_day = unit.minutes;
  if (unit.kind != Unit::Kind::number) return;
  if (!precedes_clock(reading, at)) {
    if (!said.by) said.by = base::Minutes(unit.number);
  } else if (!said.time_of_day && is_clock_number(unit.number)) {
    said.time_of_day = clock_of(unit.number);
  }
}

void take_figures(const Reading& reading, const Span& span, LateOrEarly& said) {
  for (std::size_t unit = span.first; unit < span.end; ++unit) take_figure(reading, unit, said);
}

bool is_measure(const Reading& reading, const Span& span) {
  return span.role == Role::other && reading.units()[span.first].kind != Unit::Kind::word;
}

/// Figures count inside the phrase, and where nothing but small words and a comma lies between:
/// "running late, 20 min", "late, in at 9:15".
LateOrEarly figures(const Reading& reading) {
  LateOrEarly said;
  bool near = false;
  for (const Span& span : reading.spans()) {
    const bool phrase = is_late_or_early(span.role);
    if (phrase || (near && is_measure(reading, span))) take_figures(reading, span, said);
    near = phrase || (near && is_one_of(span.role, {Role::filler, Role::preposition, Role::adverb,
                                                    Role::courtesy, Role::link, Role::today}));
  }
  return said;
}

}  // namespace

bool names_a_time(const Reading& reading) {
  const LateOrEarly said = figures(reading);
  return said.by || said.time_of_day;
}

std::optional<LateOrEarly> late_or_early_in(const Reading& reading) {
  if (reading.size() == 0) return std::nullopt;
  if (reading.has({Role::condition, Role::withdrawn, Role::past, Role::far, Role::hedge,
                   Role::tomorrow, Role::weekday, Role::date})) {
    return std::nullopt;
  }
  if (reading.starts_with(reading.spans().front(), {"ok", "okay", "yes", "yeah", "sure", "si"})) {
    return std::nullopt;  // an answer to something, not news
  }
  bool late = false;
  bool early = false;
  for (std::size_t at = 0; at < reading.size(); ++at) {
    if (!is_late_or_early(reading.role(at)) || !reading.speaks_of_sender(at)) continue;
    (reading.role(at) == Role::late ? late : early) = true;
  }
  if (late == early) return std::nullopt;
  LateOrEarly said = figures(reading);
  said.kind = late ? LateOrEarly::Kind::late : LateOrEarly::Kind::early;
  return said;
}

}  // namespace callout
