#include "channels/twilio/voice_requests.h"

#include <algorithm>
#include <limits>

#include "channels/twilio/form_values.h"

namespace twilio {
namespace {

constexpr std::string_view pages = "/twilio/voice/";

}  // namespace

app::IncomingCall call_in(const http::Form& form) {
  return {.sid = id_in(form, "CallSid"),
          .from = id_in(form, "From"),
          .attestation = id_in(form, "StirVerstat")};
}

callout::MessageLeft message_in(const http::Form& form) {
  const bool is_named = !http::form_value(form, "RecordingSid").empty() ||
                        !http::form_value(form, "RecordingUrl").empty();
  const bool has_no_length = http::form_value(form, "RecordingDuration") == "0";
  return {.key = id_in(form, "Digits"), .is_empty = !is_named || has_no_length};
}

std::optional<app::RecordingNews> recording_in(const http::Form& form) {
  app::RecordingNews news{
      .recording_sid = id_in(form, "RecordingSid"),
      .call_sid = id_in(form, "CallSid"),
      .status = id_in(form, "RecordingStatus"),
      .duration = std::max<std::int64_t>(0, number_in(form, "RecordingDuration"))};
  if (news.recording_sid.empty()) return {};
  return news;
}

app::TranscriptNews transcript_in(const http::Form& form) {
  return {.transcription_sid = id_in(form, "TranscriptionSid"),
          .recording_sid = id_in(form, "RecordingSid"),
          .call_sid = id_in(form, "CallSid"),
          .status = id_in(form, "TranscriptionStatus"),
          .text = std::string(http::form_value(form, "TranscriptionText"))};
}

int question_in(std::string_view query) {
  const auto values = http::parse_form(query);
  const std::int64_t number = values ? number_in(*values, "question") : 0;
  const bool is_question = number > 0 && number <= std::numeric_limits<int>::max();
  return is_question ? static_cast<int>(number) : 0;
}

std::optional<FailedRequest> failed_request_in(const http::Form& form) {
  std::string_view url = http::form_value(form, "ErrorUrl");
  url = url.substr(0, url.find('#'));
  const std::size_t mark = url.find('?');
  const std::string_view path = url.substr(0, mark);
  const std::size_t at = path.rfind(pages);
  if (at == std::string_view::npos) return {};
  const std::string_view query = mark == std::string_view::npos ? "" : url.substr(mark + 1);
  return FailedRequest{.page = std::string(path.substr(at + pages.size())),
                       .query = std::string(query)};
}

std::string key_of_call(const app::IncomingCall& call) {
  return "call:" + call.sid;
}

std::string key_of_answer(const app::IncomingCall& call, int question) {
  return key_of_call(call) + ":" + std::to_string(question);
}

std::string key_of_message(const app::IncomingCall& call, const app::RecordingNews& recording) {
  return key_of_call(call) + ":recorded:" + recording.recording_sid;
}

std::string key_of_recording(const app::RecordingNews& recording) {
  return "recording:" + recording.recording_sid + ":" + recording.status;
}

std::string key_of_transcript(const app::TranscriptNews& transcript) {
  return "transcription:" + transcript.transcription_sid;
}

std::string key_of_status(const http::Form& form) {
  std::string key = "call-status:" + id_in(form, "CallSid") + ":" + id_in(form, "CallStatus");
  const std::string number = id_in(form, "SequenceNumber");
  return number.empty() ? key : key + ":" + number;
}

}  // namespace twilio
