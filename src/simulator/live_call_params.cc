#include "simulator/live_call_params.h"

#include <array>
#include <string_view>

namespace simulator {
namespace {

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The provider knows the country of a number, and often no more.
void append_place(http::Form& form, const std::string& whose, std::string_view number) {
  for (const char* part : {"City", "State", "Zip"}) form.emplace_back(whose + part, "");
  form.emplace_back(whose + "Country", number.starts_with("+1") ? "US" : "");
}

/// Of the SIP answer that such an end of a call goes along with.
std::string sip_code(const std::string& status) {
  if (status == "busy") return "486";
  if (status == "no-answer" || status == "canceled") return "487";
  return status == "failed" ? "404" : "200";
}

}  // namespace

http::Form standard_params(const Account& account, const CallRecord& call) {
  http::Form form = {
      {"AccountSid", account.sid},   {"ApiVersion", "2010-04-01"}, {"CallSid", call.sid},
      {"CallStatus", call.status},   {"Called", call.to},          {"Caller", call.from},
      {"Direction", call.direction}, {"From", call.from},          {"To", call.to}};
  append_place(form, "Called", call.to);
  append_place(form, "Caller", call.from);
  append_place(form, "From", call.from);
  append_place(form, "To", call.to);
  if (!call.forwarded_from.empty()) form.emplace_back("ForwardedFrom", call.forwarded_from);
  if (!call.attestation.empty()) form.emplace_back("StirVerstat", call.attestation);
  return form;
}

http::Form call_token(const Random& random) {
  // Decoded once it still holds escapes, as the provider's own does.
  return {{"CallToken", "%7B%22parentCallInfoToken%22%3A%22" + new_sid(random, "") + "%22%7D"}};
}

http::Form progress_params(const CallRecord& call, Moment now, int sequence_number) {
  http::Form form = {{"Timestamp", rfc2822(now)},
                     {"CallbackSource", "call-progress-events"},
                     {"SequenceNumber", std::to_string(sequence_number)}};
  if (!call.ended) return form;
  const auto talked = call.started ? *call.ended - *call.started : milliseconds(0);
  const auto whole = std::chrono::ceil<std::chrono::seconds>(talked);
  form.emplace_back("CallDuration", std::to_string(whole.count()));
  form.emplace_back("Duration",
                    std::to_string(std::chrono::ceil<std::chrono::minutes>(whole).count()));
  form.emplace_back("SipResponseCode", sip_code(call.status));
  return form;
}

http::Form recording_params(const World& world, const Recording& recording,
                            const std::string& status) {
  http::Form form = {{"AccountSid", world.account.sid},
                     {"CallSid", recording.call_sid},
                     {"RecordingSid", recording.sid},
                     {"RecordingUrl", recording_url(world, recording.sid)},
                     {"RecordingStatus", status},
                     {"RecordingChannels", "1"},
                     {"RecordingStartTime", rfc2822(recording.started)},
                     {"RecordingSource", recording.source},
                     {"ErrorCode", std::to_string(recording.error_code)}};
  if (status == "completed") form.emplace_back("RecordingDuration", seconds_of(recording.length));
  return form;
}

http::Form transcription_params(const World& world, const Recording& recording,
                                const Transcription& ended, const std::string& callback) {
  const std::string url = recording_url(world, recording.sid);
  http::Form form = {{"TranscriptionSid", ended.sid},
                     {"TranscriptionStatus", ended.status},
                     {"TranscriptionType", "fast"},
                     {"TranscriptionUrl", url + "/Transcriptions/" + ended.sid},
                     {"RecordingSid", recording.sid},
                     {"RecordingUrl", url},
                     {"url", callback}};
  if (ended.status == "completed") form.emplace_back("TranscriptionText", ended.text);
  return form;
}

std::string recording_url(const World& world, const std::string& recording_sid) {
  return world.rest_base + "/2010-04-01/Accounts/" + world.account.sid + "/Recordings/" +
         recording_sid;
}

std::string seconds_of(milliseconds length) {
  return std::to_string(
      std::chrono::floor<std::chrono::seconds>(length + milliseconds(500)).count());
}

std::string rfc2822(Moment moment) {
  static constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(moment - day));
  const auto part = [](auto count) {
    return two_digits(static_cast<unsigned>(count));
  };
  return std::string(days.at(std::chrono::weekday(day).c_encoding())) + ", " +
         part(static_cast<unsigned>(date.day())) + " " +
         months.at(static_cast<unsigned>(date.month()) - 1) + " " +
         std::to_string(static_cast<int>(date.year())) + " " + part(time.hours().count()) + ":" +
         part(time.minutes().count()) + ":" + part(time.seconds().count()) + " +0000";
}

void append(http::Form& form, const http::Form& more) {
  form.insert(form.end(), more.begin(), more.end());
}

}  // namespace simulator
