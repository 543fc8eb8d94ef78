#include "simulator/twiml_prompts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "http/percent.h"
#include "simulator/twiml_attributes.h"

namespace simulator {
namespace {

constexpr std::array<std::string_view, 11> speech_marks = {
    "break", "emphasis", "lang", "p", "phoneme",      "prosody",
    "s",     "say-as",   "sub",  "w", "amazon:effect"};
constexpr std::size_t most_escaped = 4500;
constexpr int longest_pause = 14'400;  // a call ends then

std::size_t most_characters(std::string_view voice) {
  if (voice.starts_with("Polly.")) return 3000;
  if (voice.starts_with("Google.")) return 5000;
  return 4096;
}

/// Which voices a maker has changes from month to month: their names are not checked.
bool is_voice(std::string_view voice) {
  if (voice == "man" || voice == "woman" || voice == "alice") return true;
  const std::size_t dot = voice.find('.');
  if (dot == std::string_view::npos || dot + 1 == voice.size()) return false;
  const std::string_view maker = voice.substr(0, dot);
  return maker == "Polly" || maker == "Google" || maker == "ElevenLabs";
}

std::optional<verb::Prompt> read_say(const Element& element, Within within,
                                     std::vector<Finding>& findings) {
  const bool in_gather = within == Within::gather;
  Attributes attributes(element, findings, {"voice", "language", "loop"});
  verb::Say say{.words = words_of(element.text),
                .voice = attributes.text("voice", "man"),
                .language = attributes.language(13512),
                .loop = attributes.loop(in_gather ? 13322 : 13510)};
  if (!is_voice(say.voice)) {
    attributes.warn(in_gather ? 13321 : 13511, "voice");
    say.voice = "man";
  }
  for (const std::string& mark : element.within) {
    if (std::ranges::find(speech_marks, mark) == speech_marks.end())
      warn(findings, 12200, "<" + mark + "> in a Say is ignored, its words are read");
  }
  if (say.words.empty()) {
    warn(findings, 13520, "Say: there is no text to read");
    return {};
  }
  if (characters_in(say.words) > most_characters(say.voice) ||
      http::percent_encode(say.words).size() > most_escaped) {
    warn(findings, 13521, "Say: the text is too long for the voice " + say.voice);
    return {};
  }
  return say;
}

std::optional<verb::Prompt> read_play(const Element& element, Within /*within*/,
                                      std::vector<Finding>& findings) {
  Attributes attributes(element, findings, {"digits", "loop"});
  verb::Play play{.url = trimmed(element.own_text),
                  .digits = attributes.text("digits", ""),
                  .loop = attributes.loop(13410)};
  if (play.digits.find_first_not_of("0123456789*#wW") != std::string::npos) {
    attributes.warn(13430, "digits");
    play.digits.clear();
  }
  if (play.url.empty() && play.digits.empty()) {
    warn(findings, 12200, "Play has neither an address nor digits");
    return {};
  }
  return play;
}

std::optional<verb::Prompt> read_pause(const Element& element, Within /*within*/,
                                       std::vector<Finding>& findings) {
  Attributes attributes(element, findings, {"length"});
  return verb::Pause{std::chrono::seconds(attributes.number("length", 1, 0, longest_pause, 13910))};
}

}  // namespace

ReadPrompt read_prompt(const Element& element, Within within, std::vector<Finding>& findings) {
  const auto read = [&](auto one) {
    return ReadPrompt{.is_prompt = true, .prompt = one(element, within, findings)};
  };
  if (element.name == "Say") return read(read_say);
  if (element.name == "Play") return read(read_play);
  if (element.name == "Pause") return read(read_pause);
  return {};
}

}  // namespace simulator
