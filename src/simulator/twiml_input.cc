#include "simulator/twiml_input.h"

#include <algorithm>
#include <string_view>

#include "simulator/twiml_attributes.h"
#include "simulator/twiml_prompts.h"

namespace simulator {
namespace {

using std::chrono::seconds;

constexpr std::string_view keys = "1234567890*#";
constexpr int longest_call = 14'400;  // seconds
constexpr int usual_length = 3'600;
constexpr int usual_transcribed = 120;
constexpr int longest_transcribed = 119;
constexpr std::size_t most_hints = 500;
constexpr std::size_t longest_hint = 100;

bool are_keys(std::string_view text) {
  return text.find_first_not_of(keys) == std::string_view::npos;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

void read_speech(Attributes& attributes, verb::Gather& gather) {
  const std::string input =
      attributes.one_of("input", "dtmf", {"dtmf", "speech", "dtmf speech", "speech dtmf"}, 13326);
  gather.takes_keys = input != "speech";
  gather.takes_speech = input != "dtmf";
  const auto speech_timeout = attributes.text("speechTimeout");
  if (speech_timeout && *speech_timeout != "auto")
    gather.speech_timeout = seconds(attributes.number(
        "speechTimeout", static_cast<int>(gather.timeout.count()), 1, longest_call, 13327));
  if (speech_timeout == "auto" && attributes.text("speechModel", "default") == "default")
    attributes.warn(13335, "speechTimeout");
  attributes.number("maxSpeechTime", 60, 1, 60, 13328);
  attributes.method("partialResultCallbackMethod", 13329);
  attributes.flag("profanityFilter", true, 13333);
  const std::vector<std::string> hints = split(attributes.text("hints", ""), ',');
  const bool is_long = std::ranges::any_of(
      hints, [](const std::string& hint) { return hint.size() > longest_hint; });
  if (hints.size() > most_hints || is_long) attributes.warn(13330, "hints");
}

void read_prompts(const Element& element, verb::Gather& gather, std::vector<Finding>& findings) {
  if (!trimmed(element.own_text).empty())
    warn(findings, 12200, "Text in a Gather is ignored; it belongs into a Say");
  for (const Element& child : element.children) {
    ReadPrompt read = read_prompt(child, Within::gather, findings);
    if (!read.is_prompt) warn(findings, 13320, "Gather: <" + child.name + "> can't stand in it");
    if (read.prompt) gather.prompts.push_back(std::move(*read.prompt));
  }
}

void read_recording_callback(Attributes& attributes, verb::Record& record,
                             std::vector<Finding>& findings) {
  record.status_callback = {.url = trimmed(attributes.text("recordingStatusCallback", "")),
                            .method = attributes.method("recordingStatusCallbackMethod", 13256)};
  const auto events = attributes.text("recordingStatusCallbackEvent");
  if (!events) return;
  record.status_events.clear();
  for (std::string& event : split(words_of(*events), ' ')) {
    const bool is_known = event == "in-progress" || event == "completed" || event == "absent";
    if (is_known)
      record.status_events.push_back(std::move(event));
    else
      findings.push_back(
          {.is_error = true,
           .fault = {13621, "Record: \"" + event + "\" is no recordingStatusCallbackEvent"}});
  }
}

void read_transcription(Attributes& attributes, verb::Record& record) {
  record.transcribe_callback = trimmed(attributes.text("transcribeCallback", ""));
  record.transcribe = attributes.flag("transcribe", !record.transcribe_callback.empty(), 13614);
}

void read_length(Attributes& attributes, verb::Record& record) {
  const int usual = record.transcribe ? usual_transcribed : usual_length;
  const int length = attributes.number("maxLength", usual, 1, longest_call, 13612);
  record.max_length = seconds(length);
  if (record.transcribe && attributes.text("maxLength") && length > longest_transcribed)
    attributes.warn(13615, "maxLength");
}

}  // namespace

verb::Gather read_gather(const Element& element, std::vector<Finding>& findings) {
  Attributes attributes(
      element, findings,
      {"action", "method", "input", "timeout", "numDigits", "finishOnKey", "actionOnEmptyResult",
       "language", "speechTimeout", "speechModel", "profanityFilter", "hints",
       "partialResultCallback", "partialResultCallbackMethod", "bargeIn", "maxSpeechTime", "debug",
       "enhanced"});
  verb::Gather gather{.action = attributes.action(13312)};
  gather.timeout = seconds(attributes.number("timeout", 5, 1, longest_call, 13313));
  if (attributes.text("numDigits")) {
    const int digits = attributes.number("numDigits", 0, 1, 1'000'000, 13314);
    if (digits > 0) gather.num_digits = digits;
  }
  gather.finish_on_key = attributes.text("finishOnKey", "#");
  if (gather.finish_on_key.size() > 1 || !are_keys(gather.finish_on_key)) {
    attributes.warn(13310, "finishOnKey");
    gather.finish_on_key = "#";
  }
  gather.action_on_empty_result = attributes.text("actionOnEmptyResult", "false") == "true";
  if (attributes.text("actionOnEmptyResult", "false") != "false" && !gather.action_on_empty_result)
    findings.push_back({.is_error = true, .fault = {13338, "Gather: invalid actionOnEmptyResult"}});
  gather.barge_in = attributes.flag("bargeIn", true, 13332);
  gather.language = attributes.language(13331);
  read_speech(attributes, gather);
  read_prompts(element, gather, findings);
  return gather;
}

verb::Record read_record(const Element& element, std::vector<Finding>& findings) {
  Attributes attributes(element, findings,
                        {"action", "method", "timeout", "finishOnKey", "maxLength", "playBeep",
                         "trim", "recordingStatusCallback", "recordingStatusCallbackMethod",
                         "recordingStatusCallbackEvent", "transcribe", "transcribeCallback"});
  verb::Record record{.action = attributes.action(13610)};
  record.timeout = seconds(attributes.number("timeout", 5, 0, longest_call, 13611));
  read_transcription(attributes, record);
  read_length(attributes, record);
  record.finish_on_key = attributes.text("finishOnKey", std::string(keys));
  if (!are_keys(record.finish_on_key)) {
    attributes.warn(13613, "finishOnKey");
    record.finish_on_key = keys;
  }
  record.play_beep = attributes.flag("playBeep", true, 13616);
  record.trims_silence = attributes.one_of("trim", "trim-silence", {"trim-silence", "do-not-trim"},
                                           12200) == "trim-silence";
  read_recording_callback(attributes, record, findings);
  if (!element.within.empty() || !trimmed(element.own_text).empty())
    warn(findings, 12200, "Record has nothing within; what stands there is ignored");
  return record;
}

}  // namespace simulator
