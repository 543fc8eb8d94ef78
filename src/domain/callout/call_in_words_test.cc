#include "domain/callout/call_in_words_test.h"

#include <map>
#include <stdexcept>

namespace callout {
namespace {

const people::MemberId ana{7};

std::string rest_after(std::string_view kind, std::string_view words) {
  const std::string_view rest = words.substr(kind.size());
  return std::string(rest == "-" ? "" : rest);
}

struct WordsForAct {
  std::string operator()(const Ask&) const { return "ask"; }
  std::string operator()(const CheckPin&) const { return "check PIN"; }
  std::string operator()(const FindDay&) const { return "find day"; }
  std::string operator()(const FileCallOut&) const { return "file"; }
  std::string operator()(const FileUnverified&) const { return "file unverified"; }
  std::string operator()(const NoteCategory&) const { return "note category"; }
  std::string operator()(const LeftIncomplete& left) const {
    return left.is_certain ? "left incomplete" : "left incomplete, perhaps";
  }
  std::string operator()(const LeftUnrecognised&) const { return "left unrecognised"; }
  std::string operator()(const NothingMore&) const { return "nothing"; }
};

}  // namespace

CallEvent event_of(std::string_view words) {
  static const std::map<std::string_view, CallEvent> events{
      {"began", CallBegan{}},
      {"began recognised", CallBegan{.member = ana}},
      {"began closed", CallBegan{.is_sign_in_closed = true}},
      {"accepted", PinAccepted{.member = ana}},
      {"refused", PinRefused{}},
      {"refused, closed", PinRefused{.is_closed = true}},
      {"day found", DayFound{.decision = Record{monday}}},
      {"day on record", DayFound{.decision = Record{monday}, .on_record = {monday}}},
      {"either day", DayFound{.decision = AskDay{monday, tuesday}, .is_second_likely = true}},
      {"filed", CallOutFiled{{.receipt_number = 1042}}},
      {"recording", RecordingHeardOf{}},
      {"left elsewhere", MessageLeftElsewhere{}},
      {"hung up", HungUp{}}};
  if (words.starts_with("keys ")) return Keys{rest_after("keys ", words)};
  if (words.starts_with("message ")) return MessageLeft{rest_after("message ", words)};
  const auto event = events.find(words);
  if (event == events.end()) throw std::invalid_argument("no such event: " + std::string(words));
  return event->second;
}

std::string words_for(const CallAct& act) {
  return std::visit(WordsForAct(), act);
}

std::string words_for(const CallMove& move) {
  return words_for(move.act) + " | " + std::string(code_of(move.state.step)) + " " +
         std::string(code_of(move.state.cue)) + " " + std::to_string(move.state.tries);
}

}  // namespace callout
