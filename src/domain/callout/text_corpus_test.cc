// Every text of test/corpus/texts.tsv, read and compared; the table of precision and recall is
// printed.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "domain/callout/text_command.h"

#ifndef CALLOUT_SOURCE_DIR
#define CALLOUT_SOURCE_DIR ""  // then the corpus is found beside this source
#endif

namespace callout {
namespace {

struct Row {
  std::string text;
  std::string expected;
  std::string day;
  std::string reason;
  std::string flags;
};

std::filesystem::path corpus_path() {
  const std::filesystem::path named(CALLOUT_SOURCE_DIR);
  const auto root =
      named.empty() ? std::filesystem::path(__FILE__).parent_path() / "../../.." : named;
  return root / "test/corpus/texts.tsv";
}

std::string unescaped(std::string_view field) {
  std::string result;
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (field[at] != '\\' || at + 1 == field.size()) {
      result += field[at];
      continue;
    }
    const char escape = field[++at];
    result += escape == 'n' ? '\n' : escape == 't' ? '\t' : escape;
  }
  return result;
}

std::vector<Row> rows() {
  std::ifstream file(corpus_path());
  std::vector<Row> result;
  bool header = true;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# ")) continue;
    if (std::exchange(header, false)) continue;
    std::array<std::string, 5> fields;
    std::size_t begin = 0;
    for (std::string& field : fields) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      field = unescaped(std::string_view(line).substr(begin, end - begin));
      begin = std::min(end + 1, line.size());
    }
    result.push_back({fields[0], fields[1], fields[2], fields[3], fields[4]});
  }
  return result;
}

std::string class_of(const TextCommand& command) {
  static constexpr std::array<const char*, 11> names = {
      "absence", "late",    "complete", "undo", "acknowledge", "choose",
      "thanks",  "opt_out", "opt_in",   "help", "unclear"};
  static_assert(names.size() == std::variant_size_v<TextCommand>);
  const auto* late = std::get_if<LateOrEarly>(&command);
  if (late != nullptr && late->kind == LateOrEarly::Kind::early) return "early";
  return names.at(command.index());
}

std::string written(const DayWords& day) {
  static constexpr std::array<const char*, 7> weekdays = {"sun", "mon", "tue", "wed",
                                                          "thu", "fri", "sat"};
  const auto two_digits = [](unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  switch (day.kind) {
    case NamedDay::unsaid: return "-";
    case NamedDay::today: return "today";
    case NamedDay::tonight: return "tonight";
    case NamedDay::tomorrow: return "tomorrow";
    case NamedDay::weekday: return weekdays.at(day.weekday.c_encoding());
    case NamedDay::date:
      return two_digits(static_cast<unsigned>(day.date.month())) + "-" +
             two_digits(static_cast<unsigned>(day.date.day()));
  }
  return "";
}

std::string flags_of(const TextCommand& command) {
  std::string flags;
  const auto add = [&flags](const std::string& flag) {
    flags += (flags.empty() ? "" : ",") + flag;
  };
  if (const auto* absence = std::get_if<AbsenceReport>(&command)) {
    if (absence->claims_fmla) add("fmla");
    if (absence->names_several_days) add("several");
  } else if (const auto* late = std::get_if<LateOrEarly>(&command)) {
    if (late->by) add("by=" + std::to_string(late->by->count()));
    if (late->time_of_day) add("at=" + std::to_string(late->time_of_day->count()));
  } else if (const auto* code = std::get_if<Acknowledge>(&command)) {
    add("code=" + code->code);
  } else if (const auto* chosen = std::get_if<Choose>(&command)) {
    add("option=" + std::to_string(chosen->option));
  }
  return flags.empty() ? "-" : flags;
}

/// Exactly as labelled, but an absence may be missed: then the sender is asked, and recall counts
/// it.
void expect_as_labelled(const Row& row, const TextCommand& command) {
  if (row.expected == "absence" && class_of(command) == "unclear") {
    std::cout << "missed: " << row.text << "\n";
    return;
  }
  EXPECT_EQ(class_of(command), row.expected) << row.text;
  if (class_of(command) != row.expected) return;
  EXPECT_EQ(flags_of(command), row.flags) << row.text;
  const auto* absence = std::get_if<AbsenceReport>(&command);
  EXPECT_EQ(absence != nullptr ? written(absence->day) : "-", row.day) << row.text;
  EXPECT_EQ(absence != nullptr ? absence->reason : "", row.reason) << row.text;
}

struct Tally {
  int labelled = 0;
  int read = 0;
  int right = 0;
};

double percent(int part, int whole) {
  return whole == 0 ? 100 : 100.0 * part / whole;
}

void print(const std::map<std::string, Tally>& tallies) {
  std::cout << "class         labelled  read  precision  recall\n"
            << std::fixed << std::setprecision(1);
  for (const auto& [name, tally] : tallies) {
    std::cout << std::left << std::setw(12) << name << std::right << std::setw(10) << tally.labelled
              << std::setw(6) << tally.read << std::setw(10) << percent(tally.right, tally.read)
              << "%" << std::setw(7) << percent(tally.right, tally.labelled) << "%\n";
  }
}

TEST(Corpus, HoldsEnoughTextsOfEveryKind) {
  std::map<std::string, int> count;
  for (const Row& row : rows()) ++count[row.expected];
  EXPECT_EQ(count.size(), 12U);
  EXPECT_GE(count["absence"], 150);
  EXPECT_GE(count["unclear"], 200);
}

TEST(Corpus, IsReadAsLabelled) {
  for (const Row& row : rows()) expect_as_labelled(row, read_text(row.text));
}

TEST(Corpus, YieldsNoFalseAbsenceCompletionOrUndoAndFewMissedAbsences) {
  std::map<std::string, Tally> tallies;
  for (const Row& row : rows()) {
    const std::string read = class_of(read_text(row.text));
    ++tallies[row.expected].labelled;
    ++tallies[read].read;
    if (read == row.expected) ++tallies[read].right;
  }
  print(tallies);
  for (const char* name : {"absence", "complete", "undo"}) {
    EXPECT_EQ(tallies[name].right, tallies[name].read) << name;
  }
  EXPECT_GE(percent(tallies["absence"].right, tallies["absence"].labelled), 95);
}

}  // namespace
}  // namespace callout
