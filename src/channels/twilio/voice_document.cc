#include "channels/twilio/voice_document.h"

#include <stdexcept>

#include "channels/twilio/twiml.h"

namespace twilio {
namespace {

struct Voice {
  std::string_view name;
  std::string_view language;
};

Voice voice_of(people::Language language) {
  switch (language) {
    case people::Language::en: return {"Polly.Joanna", "en-US"};
    case people::Language::es: return {"Polly.Lupe", "es-US"};
  }
  throw std::logic_error("no voice speaks this language");
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escape_xml(value) + "\"";
}
std::string attribute(std::string_view name, std::chrono::seconds value) {
  return attribute(name, std::to_string(value.count()));
}

std::string verbs_of(const Speech& speech) {
  std::string verbs;
  for (const Spoken& spoken : speech) {
    const Voice voice = voice_of(spoken.language);
    verbs += "<Say" + attribute("voice", voice.name) + attribute("language", voice.language) + ">" +
             escape_xml(spoken.words) + "</Say>";
  }
  return verbs;
}

}  // namespace

void VoiceDocument::say(const Speech& speech) {
  verbs_ += verbs_of(speech);
}

void VoiceDocument::gather(const Gather& gather, const Speech& question) {
  verbs_ += "<Gather" + attribute("action", gather.action) + attribute("method", "POST") +
            attribute("timeout", gather.patience) + attribute("finishOnKey", "#");
  if (gather.digits) verbs_ += attribute("numDigits", std::to_string(*gather.digits));
  verbs_ += ">" + verbs_of(question) + "</Gather>";
}

void VoiceDocument::record(const Record& record) {
  verbs_ += "<Record" + attribute("action", record.action) + attribute("method", "POST") +
            attribute("timeout", record.silence) + attribute("finishOnKey", record.ending_keys) +
            attribute("maxLength", record.longest) + attribute("playBeep", "true") +
            attribute("recordingStatusCallback", record.status_callback) +
            attribute("recordingStatusCallbackMethod", "POST") +
            attribute("recordingStatusCallbackEvent", "completed absent") + "/>";
}

void VoiceDocument::pause(std::chrono::seconds length) {
  verbs_ += "<Pause" + attribute("length", length) + "/>";
}

void VoiceDocument::redirect(std::string_view url) {
  verbs_ += "<Redirect" + attribute("method", "POST") + ">" + escape_xml(url) + "</Redirect>";
}

void VoiceDocument::hang_up() {
  verbs_ += "<Hangup/>";
}

std::string VoiceDocument::text() const {
  return std::string(xml_declaration) + "<Response>" + verbs_ + "</Response>";
}

}  // namespace twilio
