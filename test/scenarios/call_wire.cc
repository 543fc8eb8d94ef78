#include "scenarios/call_wire.h"

#include <gtest/gtest.h>

#include "scenarios/scenario.h"

namespace scenario {
namespace {

constexpr const char* fallback_path = "/twilio/voice/fallback";
constexpr const char* status_path = "/twilio/voice/status";
constexpr const char* moment = "Mon, 23 Nov 2020 09:58:12 +0000";

void add(Params& params, const Params& more) {
  params.insert(params.end(), more.begin(), more.end());
}

std::string recording_url(const Recorded& recorded) {
  return std::string("https://api.twilio.com/2010-04-01/Accounts/") + account_sid + "/Recordings/" +
         recorded.sid;
}

}  // namespace

CallWire::CallWire(Scenario& scenario, std::string from, CallSettings settings)
    : scenario_(scenario),
      settings_(std::move(settings)),
      from_(std::move(from)),
      sid_(scenario.next_sid("CA")) {
  if (settings_.to.empty()) settings_.to = line_number;
}

Params CallWire::standard(const std::string& call_status) const {
  Params params = {{"AccountSid", account_sid}, {"ApiVersion", "2010-04-01"},
                   {"CallSid", sid_},           {"CallStatus", call_status},
                   {"Called", settings_.to},    {"Caller", from_},
                   {"Direction", "inbound"},    {"From", from_},
                   {"To", settings_.to}};
  for (const char* who : {"Called", "Caller", "From", "To"}) {
    for (const char* what : {"City", "State", "Zip"})
      params.emplace_back(std::string(who) + what, "");
    params.emplace_back(std::string(who) + "Country", "US");
  }
  if (!settings_.attestation.empty()) params.emplace_back("StirVerstat", settings_.attestation);
  return params;
}

HttpReply CallWire::fetch(const std::string& url, const Params& more,
                          const std::string& call_status) {
  Params params = standard(call_status);
  if (is_first_)
    params.emplace_back("CallToken", "%7B%22parentCallInfoToken%22%3A%22eyJhbGc%22%7D");
  is_first_ = false;
  add(params, more);
  newest_path_ = path_of(url);
  newest_params_ = params;
  HttpReply reply = scenario_.post_signed(newest_path_, params);
  if (reply.status != 200) reply = by_fallback(params, newest_path_);
  newest_body_ = reply.body;
  return reply;
}

HttpReply CallWire::fetch_again() {
  return scenario_.post_signed(newest_path_, newest_params_);
}

HttpReply CallWire::fetch_again_by_fallback() {
  return by_fallback(newest_params_, newest_path_);
}

HttpReply CallWire::by_fallback(Params params, const std::string& path) const {
  add(params, {{"ErrorCode", "11200"}, {"ErrorUrl", public_base + path}});
  return scenario_.post_signed(fallback_path, params);
}

// Relative to the document before it; the fragment is for the provider alone.
std::string CallWire::path_of(const std::string& url) const {
  std::string path = url.substr(0, url.find('#'));
  if (path.starts_with(public_base)) path = path.substr(std::string(public_base).size());
  EXPECT_FALSE(path.find("://") != std::string::npos) << "a URL that is not ours: " << url;
  if (path.starts_with("/")) return path;
  const std::string before = newest_path_.substr(0, newest_path_.find('?'));
  if (path.starts_with("?")) return before + path;
  return before.substr(0, before.rfind('/') + 1) + path;
}

Params CallWire::of_recording(const Recorded& recorded) const {
  return {{"Digits", recorded.key},
          {"RecordingDuration", std::to_string(recorded.seconds)},
          {"RecordingSid", recorded.sid},
          {"RecordingUrl", recording_url(recorded)}};
}

void CallWire::post_recording_status(const Recorded& recorded) {
  const std::string status = recorded.is_absent ? "absent" : "completed";
  if (recorded.callback.empty() || recorded.events.find(status) == std::string::npos) return;
  Params params = {{"AccountSid", account_sid},
                   {"CallSid", sid_},
                   {"ErrorCode", "0"},
                   {"RecordingChannels", "1"},
                   {"RecordingSid", recorded.sid},
                   {"RecordingSource", "RecordVerb"},
                   {"RecordingStartTime", moment},
                   {"RecordingStatus", status},
                   {"RecordingUrl", recording_url(recorded)}};
  if (!recorded.is_absent)
    params.emplace_back("RecordingDuration", std::to_string(recorded.seconds));
  post_callback(path_of(recorded.callback), params);
}

void CallWire::post_call_status(const std::string& status, int seconds) {
  Params params = standard(status);
  add(params, {{"CallDuration", std::to_string(seconds)},
               {"CallbackSource", "call-progress-events"},
               {"Duration", std::to_string((seconds + 59) / 60)},
               {"SequenceNumber", "0"},
               {"Timestamp", moment}});
  post_callback(status_path, params);
}

HttpReply CallWire::post_transcript(const Recorded& recorded, const std::string& words) {
  const std::string path = "/twilio/voice/transcription";
  Params params = {{"AccountSid", account_sid},
                   {"ApiVersion", "2010-04-01"},
                   {"CallSid", sid_},
                   {"CallStatus", "completed"},
                   {"Called", settings_.to},
                   {"Caller", from_},
                   {"Direction", "inbound"},
                   {"From", from_},
                   {"RecordingSid", recorded.sid},
                   {"RecordingUrl", recording_url(recorded)},
                   {"To", settings_.to},
                   {"TranscriptionSid", "TR" + recorded.sid.substr(2)},
                   {"TranscriptionStatus", words.empty() ? "failed" : "completed"},
                   {"TranscriptionText", words},
                   {"TranscriptionType", "fast"},
                   {"url", public_base + path}};
  return scenario_.post_signed(path, params);
}

// A callback that is not taken as documented makes the provider's debugger complain (1.6).
void CallWire::post_callback(const std::string& path, const Params& params) {
  const HttpReply reply = scenario_.post_signed(path, params);
  const bool is_empty = reply.status == 204 && reply.body.empty();
  const bool is_document = reply.status == 200 && reply.content_type.starts_with("text/xml");
  EXPECT_TRUE(is_empty || is_document) << path << ": " << reply.status << " " << reply.body;
}

}  // namespace scenario
