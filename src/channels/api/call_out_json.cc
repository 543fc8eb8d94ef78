#include "channels/api/call_out_json.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "channels/api/entry_json.h"
#include "store/queries/call_out_details.h"
#include "store/queries/history.h"

namespace api {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

// What the contract names; the rest of the audit trail is said as "other".
constexpr std::array<std::string_view, 19> actions = {
    "call_out_recorded",        "unverified_call_out_recorded",
    "call_out_updated",         "call_out_taken_back",
    "call_out_acknowledged",    "call_out_assigned",
    "call_out_merged",          "call_out_rejected",
    "category_chosen",          "request_submitted",
    "request_approved",         "request_denied",
    "request_cancelled",        "request_charged",
    "request_not_charged",      "recording_heard",
    "call_out_reopened",        "acknowledgement_kept",
    "acknowledgement_set_aside"};

std::string_view action_of(const store::HistoryEntry& entry) {
  const bool is_known = std::ranges::find(actions, entry.action) != actions.end();
  return is_known ? std::string_view(entry.action) : "other";
}

std::string_view state_for_people(store::RecordingState state) {
  switch (state) {
    case store::RecordingState::announced:
    case store::RecordingState::ready: return "coming";
    case store::RecordingState::kept: return "ready";
    case store::RecordingState::absent: return "absent";
    case store::RecordingState::failed: return "failed";
    case store::RecordingState::deleted: return "deleted";
  }
  return "failed";
}

value waveform_json(const base::Bytes& waveform) {
  if (waveform.empty()) return nullptr;
  return array(waveform.begin(), waveform.end());
}

value number_or_null(const std::optional<std::int64_t>& number) {
  return number ? value(*number) : value();
}

value transcript_json(const std::optional<store::Transcript>& transcript) {
  if (!transcript) return nullptr;
  return object{{"text", transcript->text},
                {"confidence_percent", number_or_null(transcript->confidence_percent)}};
}

array recordings_json(const std::vector<store::RecordingSeen>& recordings) {
  array all;
  for (const store::RecordingSeen& recording : recordings) {
    all.push_back(object{{"id", recording.id.value()},
                         {"state", state_for_people(recording.state)},
                         {"duration", number_or_null(recording.duration)},
                         {"waveform", waveform_json(recording.waveform)},
                         {"transcript", transcript_json(recording.transcript)}});
  }
  return all;
}

array messages_json(const std::vector<store::LaterMessage>& messages) {
  array all;
  for (const store::LaterMessage& later : messages) {
    all.push_back(object{{"at", base::iso(later.at)}, {"message", text_or_null(later.message)}});
  }
  return all;
}

object may_json(const store::CallOutDetails& call_out, const store::Access& access) {
  const bool is_open = access.may_decide && call_out.state == store::CallOutDetails::State::live;
  const bool is_nobodys = !call_out.person;
  return {{"acknowledge", is_open && !call_out.acknowledged},
          {"assign", is_open && is_nobodys},
          {"reject", is_open && is_nobodys}};
}

}  // namespace

array history_json(store::Transaction& tx, const store::Access& access,
                   std::optional<store::RequestId> request,
                   std::optional<store::CallOutId> call_out) {
  array history;
  for (const store::HistoryEntry& entry : store::history_of(tx, request, call_out)) {
    const bool is_hidden = !access.may_decide && entry.action == "recording_heard";
    history.push_back(object{{"at", base::iso(entry.at)},
                             {"actor", is_hidden ? std::string() : entry.actor},
                             {"action", action_of(entry)}});
  }
  return history;
}

array notices_json(store::Transaction& tx, const store::Access& access,
                   std::optional<store::RequestId> request,
                   std::optional<store::CallOutId> call_out) {
  array notices;
  if (!access.may_decide) return notices;
  for (const store::NoticeSeen& notice : store::notices_of(tx, request, call_out)) {
    notices.push_back(object{{"kind", notice.kind},
                             {"channel", notice.channel},
                             {"to", notice.to},
                             {"is_employee", notice.is_employee},
                             {"state", notice.state},
                             {"at", base::iso(notice.at)}});
  }
  return notices;
}

value call_out_json(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                    const store::Access& access, store::CallOutId id) {
  const auto call_out =
      store::read_call_out(tx, pages.vault, id, words_for(viewer, access.may_read));
  if (!call_out) return nullptr;
  return object{{"id", call_out->id.value()},
                {"receipt_number", call_out->receipt_number},
                {"request_id", id_or_null(call_out->request)},
                {"person", person_json(call_out->person)},
                {"day", base::iso(call_out->day)},
                {"state", store::code_of(call_out->state)},
                {"source", call_out->source},
                {"phone_number_used", text_or_null(call_out->phone_number_used)},
                {"verified", call_out->is_verified},
                {"authentication_method", call_out->authentication_method},
                {"attestation", text_or_null(call_out->attestation)},
                {"received_at", base::iso(call_out->received_at)},
                {"acknowledged", acknowledgement_json(call_out->acknowledged)},
                {"claimed_name", text_or_null(call_out->claimed_name)},
                {"message", text_or_null(call_out->message)},
                {"more_messages", messages_json(call_out->more_messages)},
                {"recordings", recordings_json(call_out->recordings)},
                {"withheld", withheld(viewer, access.may_read, call_out->has_words)},
                {"merged_into_id", id_or_null(call_out->merged_into)},
                {"may", may_json(*call_out, access)},
                {"history", history_json(tx, access, {}, id)},
                {"notices", notices_json(tx, access, {}, id)}};
}

}  // namespace api
