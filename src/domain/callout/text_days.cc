#include "domain/callout/text_days.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callout {
namespace {

struct NamedWeekday {
  std::string_view start;  // enough of the name, folded, to know it by
  unsigned weekday;        // as in C: Sunday is 0
};

constexpr std::array weekdays = {
    NamedWeekday{"mon", 1}, NamedWeekday{"lun", 1}, NamedWeekday{"tue", 2}, NamedWeekday{"mart", 2},
    NamedWeekday{"wed", 3}, NamedWeekday{"wen", 3}, NamedWeekday{"mie", 3}, NamedWeekday{"thu", 4},
    NamedWeekday{"thr", 4}, NamedWeekday{"jue", 4}, NamedWeekday{"fri", 5}, NamedWeekday{"vie", 5},
    NamedWeekday{"sat", 6}, NamedWeekday{"sab", 6}, NamedWeekday{"sun", 0}, NamedWeekday{"dom", 0},
};

const NamedWeekday* weekday_named(std::string_view word) {
  const auto* found =
      std::find_if(weekdays.begin(), weekdays.end(),
                   [word](const NamedWeekday& named) { return word.starts_with(named.start); });
  return found == weekdays.end() ? nullptr : found;
}

std::chrono::weekday weekday_in(const Reading& reading, const Span& span) {
  for (std::size_t at = span.first; at < span.end; ++at) {
    const NamedWeekday* named = weekday_named(reading.units()[at].text);
    if (named != nullptr) return std::chrono::weekday(named->weekday);
  }
  return {};
}

std::chrono::month_day date_in(const Reading& reading, const Span& span) {
  for (std::size_t at = span.first; at < span.end; ++at) {
    if (reading.units()[at].kind == Unit::Kind::date) return reading.units()[at].date;
  }
  return {};
}

DayWords day_in(const Reading& reading, const Span& span) {
  DayWords day;
  if (span.role == Role::today) day.kind = NamedDay::today;
  if (span.role == Role::tonight) day.kind = NamedDay::tonight;
  if (span.role == Role::tomorrow) day.kind = NamedDay::tomorrow;
  if (span.role == Role::weekday) {
    day.kind = NamedDay::weekday;
    day.weekday = weekday_in(reading, span);
  }
  if (span.role == Role::date) {
    day.kind = NamedDay::date;
    day.date = date_in(reading, span);
  }
  return day;
}

/// Words of which a list of days is made.
bool lists_days(Role role) {
  return is_day(role) || is_one_of(role, {Role::joiner, Role::alternative, Role::range,
                                          Role::several, Role::adverb});
}

/// Marks the spans that belong to the absences.
class Attachment {
 public:
  Attachment(const Reading& reading, const std::vector<std::size_t>& absences)
      : reading_(reading), attached_(reading.size(), false) {
    for (const std::size_t absence : absences) {
      attach_after(absence);
      attach_before(absence);
    }
    attach_clauses_of_days();
  }
  bool operator[](std::size_t span) const { return attached_[span]; }

 private:
  void attach_after(std::size_t absence) {
    for (std::size_t at = absence + 1; at < reading_.size() && !reading_.opens_clause(at); ++at) {
      if (!lists_days(reading_.role(at))) return;
      attached_[at] = true;
    }
  }

  // Only where nothing else comes first: "tomorrow I can't come in", not "saw doctor Monday can't
  // come in".
  void attach_before(std::size_t absence) {
    const std::size_t start = reading_.clause_start(absence);
    for (std::size_t at = start; at < absence; ++at) {
      const Role role = reading_.role(at);
      if (!lists_days(role) && !is_one_of(role, {Role::greeting, Role::courtesy, Role::link,
                                                 Role::introduction, Role::first_person})) {
        return;
      }
    }
    std::fill(attached_.begin() + static_cast<std::ptrdiff_t>(start),
              attached_.begin() + static_cast<std::ptrdiff_t>(absence), true);
  }

  // "Sick, today and tomorrow".
  void attach_clauses_of_days() {
    std::size_t start = 0;
    for (std::size_t at = 0; at < reading_.size(); ++at) {
      if (reading_.opens_clause(at)) start = at;
      const Role role = reading_.role(at);
      if (!lists_days(role) && !is_one_of(role, {Role::courtesy, Role::preposition, Role::hedge})) {
        start = reading_.size();
      }
      if (start < reading_.size() && reading_.opens_clause(at + 1)) {
        std::fill(attached_.begin() + static_cast<std::ptrdiff_t>(start),
                  attached_.begin() + static_cast<std::ptrdiff_t>(at + 1), true);
      }
    }
  }

  const Reading& reading_;
  std::vector<bool> attached_;
};

enum class Bond { one, list, unclear };  // what two days side by side mean

bool is_relative_day(NamedDay kind) {
  return kind == NamedDay::today || kind == NamedDay::tonight || kind == NamedDay::tomorrow;
}

/// "Monday 11/23" and "tomorrow, Friday" name one day twice, and the second is the closer.
bool refines(const DayWords& first, const DayWords& second) {
  if (first.kind == NamedDay::today && second.kind == NamedDay::tonight) return true;
  if (is_relative_day(first.kind)) return !is_relative_day(second.kind);
  return first.kind == NamedDay::weekday && second.kind == NamedDay::date;
}

Bond bond_between(const Reading& reading, std::size_t first, std::size_t second) {
  bool joined = second + 1 < reading.size() && reading.role(second + 1) == Role::joiner;
  for (std::size_t at = first + 1; at < second; ++at) {
    const Role role = reading.role(at);
    if (!lists_days(role) || role == Role::alternative) return Bond::unclear;
    joined = joined || role == Role::joiner || role == Role::range;
  }
  if (joined) return Bond::list;
  switch (reading.units()[reading.spans()[second].first].before) {
    case Gap::comma:
    case Gap::hyphen: return Bond::list;
    case Gap::space: return Bond::one;
    case Gap::slash:
    case Gap::colon:
    case Gap::dot:
    case Gap::clause: return Bond::unclear;
  }
  return Bond::unclear;
}

/// One more attached day; false if the two can't both be meant.
bool add(const Reading& reading, DaysSaid& said, std::size_t last, std::size_t next) {
  const DayWords day = day_in(reading, reading.spans()[next]);
  const bool tonight = said.first.kind == NamedDay::tonight && day.kind == NamedDay::today;
  if (day == said.first || tonight) return true;
  const Bond bond = bond_between(reading, last, next);
  const bool backwards = said.first.kind == NamedDay::tomorrow && is_relative_day(day.kind);
  if (bond == Bond::unclear || backwards) return false;
  if (refines(said.first, day) && next == last + 1) {
    said.first = day;
    return true;
  }
  if (bond == Bond::one) return said.several;  // "Monday 11/23 and Tuesday 11/24"
  said.several = true;
  return true;
}

/// "until Friday" and "back Thursday" anywhere, "rest of the week" beside the absence.
bool means_several(const Reading& reading, std::size_t span, bool attached) {
  const Span& said = reading.spans()[span];
  if (said.role == Role::several) {
    return attached || reading.starts_with(said, {"until", "till", "til", "hasta", "asta"});
  }
  if (said.role != Role::back) return false;
  const Unit& last = reading.units()[said.end - 1];
  return last.kind == Unit::Kind::date || last.text == "week" ||
         weekday_named(last.text) != nullptr;
}

bool is_doubtful(const Reading& reading, std::size_t span) {
  const Span* previous = reading.before(span);
  return previous != nullptr && previous->role == Role::hedge;
}

}  // namespace

std::optional<DaysSaid> days_of(const Reading& reading, const std::vector<std::size_t>& absences) {
  const Attachment attached(reading, absences);
  DaysSaid said;
  std::size_t last = reading.size();
  bool another_day_elsewhere = false;
  bool today_elsewhere = false;
  for (std::size_t at = 0; at < reading.size(); ++at) {
    said.several = said.several || means_several(reading, at, attached[at]);
    const Role role = reading.role(at);
    if (!is_day(role)) continue;
    if (!attached[at]) {
      (role == Role::today ? today_elsewhere : another_day_elsewhere) = true;
    } else if (is_doubtful(reading, at)) {
      return std::nullopt;
    } else if (last == reading.size()) {
      said.first = day_in(reading, reading.spans()[at]);
      last = at;
    } else if (add(reading, said, last, at)) {
      last = at;
    } else {
      return std::nullopt;
    }
  }
  if (last != reading.size()) return said;
  if (another_day_elsewhere) return std::nullopt;
  if (today_elsewhere) said.first.kind = NamedDay::today;
  return said;
}

}  // namespace callout
