#include "domain/callout/text_answer.h"

#include <array>
#include <string>

#include "domain/callout/text_words.h"

namespace callout {
namespace {

constexpr std::size_t longest_choice = 3;  // "2 thank you"

struct NumberWord {
  std::string_view word;
  int number;
};
constexpr std::array number_words{NumberWord{"one", 1},   NumberWord{"uno", 1},
                                  NumberWord{"two", 2},   NumberWord{"dos", 2},
                                  NumberWord{"three", 3}, NumberWord{"tres", 3}};

}  // namespace

std::optional<int> read_choice(std::string_view body) {
  const WrittenText text = split_into_words(body);
  if (text.words.empty() || text.words.size() > longest_choice || text.asks) return {};
  const std::string& first = text.words.front().text;
  // "2:30" and "2-3" choose nothing.
  const Gap gap = text.words.size() > 1 ? text.words[1].before : Gap::space;
  if (gap == Gap::colon || gap == Gap::slash || gap == Gap::hyphen) return {};
  if (first.size() == 1 && first[0] >= '1' && first[0] <= '9') return first[0] - '0';
  for (const NumberWord& known : number_words) {
    if (known.word == first) return known.number;
  }
  return {};
}

std::optional<DayWords> read_day(std::string_view body) {
  // The answer completes the sentence that the question began.
  const TextCommand command = read_text("calling out " + std::string(body));
  const auto* report = std::get_if<AbsenceReport>(&command);
  const bool is_one_day =
      report != nullptr && report->reason.empty() && !report->names_several_days;
  if (!is_one_day || report->day.kind == NamedDay::unsaid) return {};
  return report->day;
}

bool is_signed_by(std::string_view body, std::string_view first_name) {
  const WrittenText text = split_into_words(body);
  const WrittenText name = split_into_words(first_name);
  if (text.words.empty() || name.words.empty()) return false;
  const std::string& wanted = name.words.front().text;
  return text.words.front().text == wanted || text.words.back().text == wanted;
}

}  // namespace callout
