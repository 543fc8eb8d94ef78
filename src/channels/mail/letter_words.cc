#include "channels/mail/letter_words.h"

#include <algorithm>
#include <utility>

#include "domain/people/phone_number.h"

namespace mail {
namespace {

const char* yes_or_no(bool is_so) {
  return is_so ? "yes" : "no";
}

const char* when(const notice::Facts& facts) {
  if (!facts.day) return "unsaid";
  return facts.is_today ? "today" : "later";
}

const char* span(const notice::Facts& facts) {
  if (!facts.day) return "unsaid";
  return facts.last_day && facts.last_day != facts.day ? "several" : "one";
}

/// Only a call has a carrier who could vouch for its number.
const char* vouched(const notice::Facts& facts) {
  if (facts.source != "phone") return "unsaid";
  return yes_or_no(facts.attestation == "A");
}

/// Days and times that are known take the place of the empty words.
void fill_in_times(std::vector<text::Argument>& list, const notice::Facts& facts) {
  const auto set = [&](std::string_view name, auto value) {
    std::ranges::find(list, name, &text::Argument::name)->value = std::move(value);
  };
  if (facts.day) set("day", text::FullDay{*facts.day});
  if (facts.last_day) set("last_day", text::FullDay{*facts.last_day});
  if (facts.time_of_day) set("time", text::TimeOfDay{*facts.time_of_day});
  if (facts.late_at) {
    set("late_how", std::string("at"));
    set("at", text::WrittenTime{*facts.late_at});
  } else if (facts.late_by) {
    set("late_how", std::string("by"));
    set("by", std::int64_t{facts.late_by->count()});
  }
}

/// A name must not begin a paragraph of its own; only what is quoted has lines.
void keep_to_one_line(std::vector<text::Argument>& list) {
  for (text::Argument& argument : list) {
    auto* words = std::get_if<std::string>(&argument.value);
    const bool is_quoted = argument.name == "message" || argument.name == "denial_reason";
    if (words != nullptr && !is_quoted) std::ranges::replace(*words, '\n', ' ');
  }
}

/// Everything that any of the messages may want; each takes its own.
std::vector<text::Argument> arguments_of(const notice::Facts& facts, const std::string& somebody) {
  const std::string phone = people::number_for_people(facts.phone);
  const std::string& unnamed = phone.empty() ? somebody : phone;
  std::vector<text::Argument> list{
      {"name", facts.name.empty() ? unnamed : facts.name},
      {"first_name", facts.first_name},
      {"position", facts.position},
      {"team", facts.team},
      {"group", facts.position.empty() ? facts.team : facts.position},
      {"when", when(facts)},
      {"day", std::string()},
      {"last_day", std::string()},
      {"span", span(facts)},
      {"called", yes_or_no(facts.is_call_out)},
      {"pto_type", facts.pto_type},
      {"time", std::string()},
      {"how", facts.source},
      {"phone", phone},
      {"withheld", yes_or_no(phone.empty())},
      {"authentication", facts.authentication},
      {"vouched", vouched(facts)},
      {"out", facts.out},
      {"of", facts.of},
      {"number", facts.receipt_number},
      {"message", facts.message},
      {"denial_reason", facts.denial_reason},
      {"code", facts.code},
      {"manager", facts.manager},
      {"managed", yes_or_no(!facts.manager.empty())},
      {"told", yes_or_no(facts.is_somebody_told)},
      {"lateness", facts.lateness},
      {"late_how", "unsaid"},
      {"by", std::string()},
      {"at", std::string()},
  };
  fill_in_times(list, facts);
  keep_to_one_line(list);
  return list;
}

/// How many bytes at the front of the text stand for a character that is left out.
std::size_t unreadable_at_front(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x20 || first == 0x7F) return text.front() == '\n' ? 0 : 1;
  const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
  if (first == 0xC2 && second < 0xA0) return 2;  // C1 controls
  const auto third = text.size() > 2 ? static_cast<unsigned char>(text[2]) : 0;
  if (first != 0xE2) return 0;
  // U+202A–U+202E and U+2066–U+2069.
  const bool is_override = (second == 0x80 && third >= 0xAA && third <= 0xAE) ||
                           (second == 0x81 && third >= 0xA6 && third <= 0xA9);
  return is_override ? 3 : 0;
}

}  // namespace

std::string plainly_readable(std::string_view text) {
  std::string readable;
  while (!text.empty()) {
    const std::size_t skipped = unreadable_at_front(text);
    if (skipped == 0) readable += text.front();
    // A tab keeps words apart.
    if (text.front() == '\t') readable += ' ';
    text.remove_prefix(std::max<std::size_t>(skipped, 1));
  }
  return readable;
}

LetterWords::LetterWords(const text::Catalogue& catalogue, people::Language language,
                         const notice::Facts& facts)
    : catalogue_(catalogue),
      language_(language),
      arguments_(arguments_of(facts, catalogue.say(language, "mail.somebody"))) {}

std::string LetterWords::say(std::string_view message) const {
  return plainly_readable(catalogue_.say(language_, message, arguments_));
}

}  // namespace mail
