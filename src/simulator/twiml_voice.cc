#include <algorithm>
#include <array>
#include <string_view>

#include "simulator/twiml.h"
#include "simulator/twiml_attributes.h"
#include "simulator/twiml_content.h"
#include "simulator/twiml_input.h"
#include "simulator/twiml_prompts.h"

namespace simulator {
namespace {

using Findings = std::vector<Finding>;

Verb read_redirect(const Element& element, Findings& findings) {
  Attributes attributes(element, findings, {"method"});
  return verb::Redirect{
      {.url = trimmed(element.own_text), .method = attributes.method("method", 13710)}};
}

Verb read_reject(const Element& element, Findings& findings) {
  Attributes attributes(element, findings, {"reason"});
  return verb::Reject{
      .is_busy = attributes.one_of("reason", "rejected", {"rejected", "busy"}, 13810) == "busy"};
}

Verb read_dial(const Element& element, Findings& findings) {
  Attributes attributes(
      element, findings,
      {"action", "answerOnBridge", "callReason", "callerId", "events", "hangupOnStar", "method",
       "record", "recordingStatusCallback", "recordingStatusCallbackEvent",
       "recordingStatusCallbackMethod", "recordingTrack", "referMethod", "referUrl", "ringTone",
       "sequential", "timeLimit", "timeout", "trim"});
  verb::Dial dial{.number = trimmed(element.text)};
  const verb::Action action = attributes.action(13210);
  if (!action.url.empty()) dial.action = action;
  dial.timeout = std::chrono::seconds(attributes.number("timeout", 30, 1, 600, 13212));
  return dial;
}

Verb read_hang_up(const Element& element, Findings& findings) {
  const Attributes none(element, findings, {});
  return verb::Hangup{};
}

Verb read_aside(const Element& element, Findings& findings) {
  const Attributes any(element, findings, {"action", "method"});
  return verb::Aside{element.name};
}

struct Reader {
  std::string_view name;
  Verb (*read)(const Element&, Findings&);
};
constexpr std::array<Reader, 8> readers = {{
    {"Gather",
     [](const Element& one, Findings& all) -> Verb {
       return read_gather(one, all);
     }},
    {"Record",
     [](const Element& one, Findings& all) -> Verb {
       return read_record(one, all);
     }},
    {"Redirect", read_redirect},
    {"Hangup", read_hang_up},
    {"Reject", read_reject},
    {"Dial", read_dial},
    {"Start", read_aside},
    {"Stop", read_aside},
}};

void read_verb(const Element& element, VoiceDocument& document) {
  ReadPrompt read = read_prompt(element, Within::response, document.findings);
  if (read.prompt)
    std::visit([&](auto& prompt) { document.verbs.emplace_back(std::move(prompt)); }, *read.prompt);
  if (read.is_prompt) return;
  const auto* const reader = std::ranges::find(readers, element.name, &Reader::name);
  if (reader != readers.end())
    document.verbs.push_back(reader->read(element, document.findings));
  else if (element.name == "Sms")
    warn(document.findings, 12200, "Sms sends nothing here; send by the REST API instead");
  else
    warn(document.findings, 12200,
         "<" + element.name + "> is no verb of a call that is known here");
}

VoiceDocument read_verbs(const Element& root) {
  VoiceDocument document;
  const Attributes none(root, document.findings, {});
  if (!trimmed(root.own_text).empty())
    warn(document.findings, 12200, "Text outside of a verb is ignored; it belongs into a Say");
  for (const Element& element : root.children) read_verb(element, document);
  return document;
}

VoiceDocument nothing_but(const Fault& fault) {
  return {.findings = {{.is_error = true, .fault = fault}}, .is_readable = false};
}

VoiceDocument read_aloud(const PlainText& plain) {
  const std::string words = words_of(plain.text);
  if (words.empty()) return {};
  return {.verbs = {verb::Say{.words = words}}};
}

}  // namespace

std::optional<Fault> judge_document(const http::Response& answer) {
  Content content = read_content(answer);
  if (auto* fault = std::get_if<Fault>(&content)) return std::move(*fault);
  return {};
}

VoiceDocument read_voice_document(const http::Response& answer, const std::string& url) {
  const Content content = read_content(answer);
  if (const auto* root = std::get_if<Element>(&content)) return read_verbs(*root);
  if (const auto* plain = std::get_if<PlainText>(&content)) return read_aloud(*plain);
  if (const auto* fault = std::get_if<Fault>(&content)) return nothing_but(*fault);
  const verb::Play play{.url = url, .is_here = true, .length = std::get<Sound>(content).length};
  return {.verbs = {play, verb::Hangup{}}};
}

VoiceDocument read_voice_twiml(const std::string& twiml) {
  const std::variant<Element, Fault> read = read_twiml(twiml, "");
  if (const auto* fault = std::get_if<Fault>(&read)) return nothing_but(*fault);
  return read_verbs(std::get<Element>(read));
}

}  // namespace simulator
