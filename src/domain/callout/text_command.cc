#include "domain/callout/text_command.h"

#include "domain/callout/text_absence.h"
#include "domain/callout/text_late.h"
#include "domain/callout/text_reading.h"
#include "domain/callout/text_whole.h"
#include "domain/callout/text_words.h"

namespace callout {

TextCommand read_text(std::string_view body) {
  const WrittenText text = split_into_words(body);
  if (auto word = carrier_word_in(text)) return *word;
  if (auto command = whole_command_in(text)) return *command;
  if (text.asks) return Unclear{};

  const Reading reading(body, text);
  if (reading.begins_a_question()) return Unclear{};
  if (auto absence = absence_in(reading)) return *absence;
  if (auto late_or_early = late_or_early_in(reading)) return *late_or_early;
  return Unclear{};
}

std::optional<AbsenceReport> likely_absence(std::string_view body) {
  const WrittenText text = split_into_words(body);
  if (text.asks || carrier_word_in(text) || whole_command_in(text)) return std::nullopt;
  const Reading reading(body, text);
  if (reading.begins_a_question()) return std::nullopt;
  return likely_absence_in(reading);
}

}  // namespace callout
