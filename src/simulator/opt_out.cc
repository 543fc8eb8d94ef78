#include "simulator/opt_out.h"

#include <algorithm>
#include <array>

#include "http/field.h"

namespace simulator {
namespace {

constexpr std::array<std::string_view, 8> stops = {"STOP",    "UNSUBSCRIBE", "END",    "QUIT",
                                                   "STOPALL", "REVOKE",      "OPTOUT", "CANCEL"};
constexpr std::array<std::string_view, 3> starts = {"START", "UNSTOP", "YES"};
constexpr std::array<std::string_view, 2> helps = {"HELP", "INFO"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

OptOutWord opt_out_word(std::string_view body) {
  const auto is_body = [word = trimmed(body)](std::string_view one) {
    return http::equal_without_case(word, one);
  };
  if (std::ranges::any_of(stops, is_body)) return OptOutWord::stop;
  if (std::ranges::any_of(starts, is_body)) return OptOutWord::start;
  if (std::ranges::any_of(helps, is_body)) return OptOutWord::help;
  return OptOutWord::none;
}

std::string_view carrier_answer(OptOutWord word) {
  switch (word) {
    case OptOutWord::stop:
      return "You have successfully been unsubscribed. You will not receive any more messages from "
             "this number. Reply START to resubscribe.";
    case OptOutWord::start:
      return "You have successfully been re-subscribed to messages from this number. Reply HELP "
             "for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
    case OptOutWord::help: return "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
    case OptOutWord::none: return {};
  }
  return {};
}

}  // namespace simulator
