#include "domain/callout/text_units.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace callout {
namespace {

struct NamedMonth {
  std::string_view name;
  unsigned month;
};

constexpr std::array months = {
    NamedMonth{"january", 1},   NamedMonth{"jan", 1},    NamedMonth{"enero", 1},
    NamedMonth{"february", 2},  NamedMonth{"feb", 2},    NamedMonth{"febrero", 2},
    NamedMonth{"march", 3},     NamedMonth{"mar", 3},    NamedMonth{"marzo", 3},
    NamedMonth{"april", 4},     NamedMonth{"apr", 4},    NamedMonth{"abril", 4},
    NamedMonth{"may", 5},       NamedMonth{"mayo", 5},   NamedMonth{"june", 6},
    NamedMonth{"jun", 6},       NamedMonth{"junio", 6},  NamedMonth{"july", 7},
    NamedMonth{"jul", 7},       NamedMonth{"julio", 7},  NamedMonth{"august", 8},
    NamedMonth{"aug", 8},       NamedMonth{"agosto", 8}, NamedMonth{"september", 9},
    NamedMonth{"sept", 9},      NamedMonth{"sep", 9},    NamedMonth{"septiembre", 9},
    NamedMonth{"october", 10},  NamedMonth{"oct", 10},   NamedMonth{"octubre", 10},
    NamedMonth{"november", 11}, NamedMonth{"nov", 11},   NamedMonth{"noviembre", 11},
    NamedMonth{"december", 12}, NamedMonth{"dec", 12},   NamedMonth{"diciembre", 12},
};

template <std::size_t size>
bool among(std::string_view text, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

constexpr std::array<std::string_view, 6> minute_words = {"min",     "mins",    "minute",
                                                          "minutes", "minutos", "minuto"};
constexpr std::array<std::string_view, 7> hour_words = {"hour", "hours", "hr",   "hrs",
                                                        "hora", "horas", "hours"};
constexpr std::array<std::string_view, 4> ordinal_endings = {"st", "nd", "rd", "th"};
// "pain is 10/10", "a 1/2 day": not dates.
constexpr std::array<std::string_view, 8> before_a_fraction = {"is", "a",  "pain", "dolor",
                                                               "es", "un", "at",   "like"};

/// The number that a word starts with and the letters after it: "30min", "2pm", "23rd".
struct Numeral {
  int value = 0;
  std::string_view suffix;
};

std::optional<Numeral> numeral(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > 4) return std::nullopt;
  Numeral result{0, text.substr(digits)};
  for (const char digit : text.substr(0, digits)) result.value = result.value * 10 + (digit - '0');
  return result;
}

std::optional<unsigned> month_named(std::string_view text) {
  const auto* found = std::find_if(months.begin(), months.end(),
                                   [text](const NamedMonth& month) { return month.name == text; });
  return found == months.end() ? std::nullopt : std::optional(found->month);
}

/// What was recognised, and how many words it takes.
struct Measure {
  Unit unit;
  std::size_t words = 0;
};

/// Reads the measure, if any, that starts at one word.
class MeasureReader {
 public:
  MeasureReader(const std::vector<Word>& words, std::size_t at) : words_(words), at_(at) {}

  std::optional<Measure> read() const {
    if (auto measure = named_duration()) return measure;
    if (auto measure = named_time()) return measure;
    if (auto measure = month_first()) return measure;
    const auto first = numeral(text(0));
    if (!first) return std::nullopt;
    if (auto measure = duration(*first)) return measure;
    if (auto measure = time(*first)) return measure;
    if (auto measure = slash_date(*first)) return measure;
    if (auto measure = day_first(*first)) return measure;
    if (!first->suffix.empty()) return std::nullopt;
    Measure plain = measure(Unit::Kind::number, 1);
    plain.unit.number = first->value;
    return plain;
  }

 private:
  std::string_view text(std::size_t offset) const {
    return at_ + offset < words_.size() ? std::string_view(words_[at_ + offset].text) : "";
  }
  Gap gap(std::size_t offset) const {
    return at_ + offset < words_.size() ? words_[at_ + offset].before : Gap::clause;
  }
  bool follows(std::size_t offset, std::string_view expected) const {
    return text(offset) == expected && gap(offset) == Gap::space;
  }
  static Measure measure(Unit::Kind kind, std::size_t words) {
    Measure result;
    result.unit.kind = kind;
    result.words = words;
    return result;
  }
  static Measure lasting(int minutes, std::size_t words) {
    Measure result = measure(Unit::Kind::duration, words);
    result.unit.minutes = base::Minutes(minutes);
    return result;
  }
  static Measure at_clock(int minutes, std::size_t words) {
    Measure result = measure(Unit::Kind::time, words);
    result.unit.minutes = base::Minutes(minutes);
    return result;
  }

  // "half an hour", "media hora", "an hour".
  std::optional<Measure> named_duration() const {
    if (text(0) == "half" && follows(1, "an") && follows(2, "hour")) return lasting(30, 3);
    if ((text(0) == "half" && follows(1, "hour")) || (text(0) == "media" && follows(1, "hora"))) {
      return lasting(30, 2);
    }
    if (text(0) == "couple" && follows(1, "hours")) return lasting(120, 2);
    const bool one = text(0) == "an" || text(0) == "one" || text(0) == "una";
    if (one && (follows(1, "hour") || follows(1, "hora"))) return lasting(60, 2);
    return std::nullopt;
  }

  std::optional<Measure> named_time() const {
    const bool noon = text(0) == "noon" || text(0) == "midday" || text(0) == "mediodia";
    return noon ? std::optional(at_clock(12 * 60, 1)) : std::nullopt;
  }

  // "30min", "30 minutes", "30-40 min", "2 hrs", "1.5 hours".
  std::optional<Measure> duration(const Numeral& first) const {
    const auto second = numeral(text(1));
    if (!first.suffix.empty() || !second) return duration_of(first, 0);
    if (gap(1) == Gap::hyphen) return duration_of(*second, 1);
    if (gap(1) == Gap::dot && second->value == 5 && second->suffix.empty() &&
        among(text(2), hour_words)) {
      return lasting(first.value * 60 + 30, 3);
    }
    return std::nullopt;
  }

  std::optional<Measure> duration_of(const Numeral& count, std::size_t offset) const {
    const bool apart = count.suffix.empty();
    if (apart && gap(offset + 1) != Gap::space && gap(offset + 1) != Gap::hyphen) {
      return std::nullopt;
    }
    const std::string_view word = apart ? text(offset + 1) : count.suffix;
    const std::size_t used = offset + (apart ? 2 : 1);
    if (among(word, minute_words) || word == "m") return lasting(count.value, used);
    if (among(word, hour_words) || word == "h") return lasting(count.value * 60, used);
    return std::nullopt;
  }

  // "9:15", "9:15pm", "2 pm", "3 de la tarde", "3 y media".
  std::optional<Measure> time(const Numeral& first) const {
    const auto second = numeral(text(1));
    const bool tight = gap(1) == Gap::colon || gap(1) == Gap::dot;
    if (first.suffix.empty() && second && tight && text(1).size() - second->suffix.size() == 2) {
      return time_of(first.value, second->value, second->suffix, 2);
    }
    if (follows(1, "y") && (follows(2, "media") || follows(2, "cuarto"))) {
      return time_of(first.value, text(2) == "media" ? 30 : 15, first.suffix, 3);
    }
    return time_of(first.value, 0, first.suffix, 1);
  }

  std::optional<Measure> time_of(int hour, int minute, std::string_view suffix,
                                 std::size_t used) const {
    const bool colon = used == 2;
    auto half = suffix.empty() ? half_of_day(used) : std::pair(suffix, used);
    if (half.first.empty() && used == 1) return std::nullopt;
    const bool known = half.first.empty() || half.first == "am" || half.first == "pm";
    const bool twelve = !half.first.empty();
    if (used == 1 && hour > 99 && twelve) {
      minute = hour % 100;
      hour /= 100;
    }
    if (!known || minute > 59 || hour > (twelve ? 12 : 23) || (twelve && hour == 0)) {
      return std::nullopt;
    }
    if (half.first.empty() && colon && gap(1) == Gap::dot) return std::nullopt;  // "102.50"
    if (half.first == "pm" && hour < 12) hour += 12;
    if (half.first == "am" && hour == 12) hour = 0;
    return at_clock(hour * 60 + minute, half.second);
  }

  /// The words after the figures that say which half of the day, and the words used with them.
  std::pair<std::string_view, std::size_t> half_of_day(std::size_t used) const {
    if (follows(used, "am") || follows(used, "pm")) return {text(used), used + 1};
    const bool spelled = (text(used) == "a" || text(used) == "p") && text(used + 1) == "m";
    if (spelled && gap(used + 1) == Gap::dot) {
      return {text(used) == "a" ? "am" : "pm", used + 2};
    }
    if (follows(used, "de") && follows(used + 1, "la")) {
      if (follows(used + 2, "tarde") || follows(used + 2, "noche")) return {"pm", used + 3};
      if (follows(used + 2, "manana")) return {"am", used + 3};
    }
    return {"", used};
  }

  // "11/23", "11-23-2026"; "23/11" can only be the day first.
  std::optional<Measure> slash_date(const Numeral& first) const {
    const auto second = numeral(text(1));
    if (!second || !first.suffix.empty() || !second->suffix.empty()) return std::nullopt;
    const Gap sign = gap(1);
    if (sign != Gap::slash && sign != Gap::hyphen) return std::nullopt;
    if (first.value == 24 && second->value == 7) return std::nullopt;
    if (at_ > 0 && gap(0) == Gap::space && among(words_[at_ - 1].text, before_a_fraction)) {
      return std::nullopt;
    }
    const bool year = gap(2) == sign && numeral(text(2)) && numeral(text(2))->suffix.empty();
    const std::size_t used = year ? 3 : 2;
    if (auto date = dated(first.value, second->value, used)) return date;
    return dated(second->value, first.value, used);
  }

  // "nov 23", "November 23rd".
  std::optional<Measure> month_first() const {
    const auto month = month_named(text(0));
    const auto day = numeral(text(1));
    if (!month || !day || gap(1) != Gap::space) return std::nullopt;
    if (!day->suffix.empty() && !among(day->suffix, ordinal_endings)) return std::nullopt;
    return dated(static_cast<int>(*month), day->value, 2);
  }

  // "23 de noviembre", "23rd of November", "23 nov".
  std::optional<Measure> day_first(const Numeral& day) const {
    if (!day.suffix.empty() && !among(day.suffix, ordinal_endings)) return std::nullopt;
    const std::size_t used = follows(1, "de") || follows(1, "of") ? 2 : 1;
    const auto month = month_named(text(used));
    if (!month || gap(used) != Gap::space || (used == 1 && text(1) == "may")) return std::nullopt;
    return dated(static_cast<int>(*month), day.value, used + 1);
  }

  static std::optional<Measure> dated(int month, int day, std::size_t used) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::month_day date{std::chrono::month(static_cast<unsigned>(month)),
                                      std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    Measure result = measure(Unit::Kind::date, used);
    result.unit.date = date;
    return result;
  }

  const std::vector<Word>& words_;
  std::size_t at_;
};

}  // namespace

std::vector<Unit> units_of(const std::vector<Word>& words) {
  std::vector<Unit> units;
  units.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    auto measure = MeasureReader(words, at).read().value_or(Measure{{}, 1});
    measure.unit.text = words[at].text;
    measure.unit.begin = words[at].begin;
    measure.unit.end = words[at + measure.words - 1].end;
    measure.unit.before = words[at].before;
    units.push_back(measure.unit);
    at += measure.words;
  }
  return units;
}

bool is_clock_number(int number) {
  return number < 100 ? number <= 23 : number / 100 <= 23 && number % 100 <= 59;
}

base::Minutes clock_of(int number) {
  return base::Minutes(number < 100 ? number * 60 : number / 100 * 60 + number % 100);
}

}  // namespace callout
