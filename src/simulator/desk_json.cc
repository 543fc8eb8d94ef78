#include "simulator/desk_json.h"

#include <array>
#include <cstdio>

#include "base/time.h"
#include "simulator/sound.h"

namespace simulator {
namespace {

namespace json = boost::json;

void add(json::object& object, const char* name, const std::optional<Moment>& moment) {
  if (moment) object[name] = iso(*moment);
}
void add(json::object& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}

json::object json_of(const Telephone& telephone) {
  json::object object{{"name", telephone.name}, {"number", telephone.number}};
  add(object, "note", telephone.note);
  add(object, "language", telephone.language);
  add(object, "pin", telephone.pin);
  add(object, "employee_number", telephone.employee_number);
  return object;
}

double seconds_of(milliseconds length) {
  return static_cast<double>(length.count()) / 1000;
}

const char* code_of(Heard::Who who) {
  switch (who) {
    case Heard::Who::line: return "line";
    case Heard::Who::caller: return "caller";
    case Heard::Who::provider: return "provider";
  }
  return "";
}

json::object json_of(const Heard& heard) {
  json::object object{{"who", code_of(heard.who)},
                      {"kind", heard.kind},
                      {"words", heard.words},
                      {"at", iso(heard.at)},
                      {"milliseconds", heard.length.count()}};
  add(object, "language", heard.language);
  add(object, "voice", heard.voice);
  return object;
}

json::object json_of(const Doing& doing) {
  json::object object{{"kind", doing.kind}, {"since", iso(doing.since)}};
  add(object, "until", doing.until);
  add(object, "keys", doing.keys);
  add(object, "finish_on_key", doing.finish_on_key);
  if (doing.num_digits) object["num_digits"] = *doing.num_digits;
  if (doing.max_seconds) object["max_seconds"] = *doing.max_seconds;
  return object;
}

json::object json_of(const Fault& fault) {
  return {{"code", fault.code}, {"message", fault.message}};
}

}  // namespace

std::string iso(Moment moment) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(moment);
  std::string text = base::iso(seconds);
  std::array<char, 8> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%03dZ",
                static_cast<int>((moment - seconds).count()));
  text.pop_back();
  return text + fraction.data();
}

json::object json_of(const Desk& desk) {
  json::array telephones;
  for (const Telephone& telephone : desk.telephones) telephones.push_back(json_of(telephone));
  json::array samples;
  for (const VoiceSample& sample : desk.samples) {
    samples.push_back({{"name", sample.name},
                       {"words", sample.words},
                       {"language", sample.language},
                       {"seconds", seconds_of(length_of(samples_of_wav(sample.wav)))}});
  }
  json::array links;
  for (const Link& link : desk.links) links.push_back({{"name", link.name}, {"url", link.url}});
  return {{"mode", desk.mode},
          {"number", desk.number},
          {"sms_number", desk.sms_number},
          {"telephones", std::move(telephones)},
          {"samples", std::move(samples)},
          {"links", std::move(links)}};
}

json::object json_of(const CallRecord& call) {
  json::object object{{"sid", call.sid},       {"from", call.from},
                      {"to", call.to},         {"direction", call.direction},
                      {"status", call.status}, {"created", iso(call.created)}};
  add(object, "answered", call.started);
  add(object, "ended", call.ended);
  return object;
}

json::object json_of(const CallView& call, const World& world) {
  json::object object = json_of(call.record);
  object["now"] = iso(world.now);
  object["doing"] = json_of(call.doing);
  json::array transcript;
  for (const Heard& heard : call.transcript) transcript.push_back(json_of(heard));
  object["transcript"] = std::move(transcript);
  json::array recordings;
  for (const Recording& recording : world.recordings) {
    if (recording.call_sid != call.record.sid) continue;
    recordings.push_back({{"sid", recording.sid},
                          {"status", recording.status},
                          {"seconds", seconds_of(recording.length)}});
  }
  object["recordings"] = std::move(recordings);
  return object;
}

json::object json_of(const Message& message) {
  json::array media;
  for (const Media& one : message.media)
    media.push_back({{"sid", one.sid}, {"content_type", one.content_type}});
  json::object object{{"sid", message.sid},
                      {"from", message.from},
                      {"to", message.to},
                      {"body", message.body},
                      {"direction", message.direction},
                      {"status", message.status},
                      {"created", iso(message.created)},
                      {"media", std::move(media)}};
  if (message.error_code) object["error_code"] = *message.error_code;
  return object;
}

json::object json_of(const Exchange& exchange) {
  json::array params;
  for (const auto& [name, value] : exchange.params)
    params.push_back({{"name", name}, {"value", value}});
  json::object object{{"number", exchange.number},
                      {"at", iso(exchange.at)},
                      {"subject", exchange.subject},
                      {"what", exchange.what},
                      {"method", exchange.method == http::Method::get ? "GET" : "POST"},
                      {"url", exchange.url},
                      {"params", std::move(params)},
                      {"signature", exchange.signature},
                      {"attempt", exchange.attempt},
                      {"is_fallback", exchange.is_fallback},
                      {"status", exchange.status},
                      {"milliseconds", exchange.took.count()}};
  add(object, "content_type", exchange.content_type);
  add(object, "body", exchange.body);
  add(object, "failure", exchange.failure);
  if (exchange.fault) object["fault"] = json_of(*exchange.fault);
  return object;
}

json::object json_of(const Complaint& complaint) {
  json::object object = json_of(complaint.fault);
  object["number"] = complaint.number;
  object["at"] = iso(complaint.at);
  object["subject"] = complaint.subject;
  object["is_error"] = complaint.is_error;
  return object;
}

}  // namespace simulator
