#include "channels/twilio/media.h"

#include <utility>

#include "channels/twilio/provider_id.h"

namespace twilio {
namespace {

// What is longer the worker refuses by its size; beyond this it is not even read.
constexpr std::size_t longest_read = 16 * 1024 * 1024;

/// Gone, or refused for what it is; everything else may get better: not stored yet, rate, sign-in,
/// server.
bool is_final(int status) {
  return status == 400 || status == 410 || status == 415;
}

std::variant<app::Media, app::NotYet, app::Never> outcome_of(
    std::variant<http::Response, http::Unreachable> answer) {
  if (auto* lost = std::get_if<http::Unreachable>(&answer)) return app::NotYet{lost->why};
  auto& response = std::get<http::Response>(answer);
  const std::string status = "status " + std::to_string(response.status);
  if (is_final(response.status)) return app::Never{status};
  if (response.status != 200) return app::NotYet{status};
  return app::Media{std::move(response.content_type), std::move(response.body)};
}

}  // namespace

MediaStore::MediaStore(const Account& account)
    : account_(account), client_(account), lists_(account, client_) {}

bool MediaStore::is_configured() const {
  return account_.can_sign_in();
}

std::variant<app::Media, app::NotYet, app::Never> MediaStore::fetch_message_media(
    std::string_view message_sid, std::string_view media_sid) {
  if (!is_provider_id(message_sid) || !is_provider_id(media_sid)) return app::Never{"not an id"};
  return outcome_of(client_.media(message_sid, media_sid, longest_read));
}

std::variant<app::Media, app::NotYet, app::Never> MediaStore::fetch_recording(
    std::string_view recording_sid) {
  if (!is_provider_id(recording_sid)) return app::Never{"not an id"};
  return outcome_of(client_.recording(recording_sid, app::largest_recording));
}

bool MediaStore::delete_recording(std::string_view recording_sid) {
  if (!is_provider_id(recording_sid)) return true;  // there can be none of that name
  const auto answer = client_.delete_recording(recording_sid);
  const auto* response = std::get_if<http::Response>(&answer);
  return response != nullptr && (response->status == 204 || response->status == 404);
}

app::Listed<app::ListedText> MediaStore::texts_since(base::Day day) {
  return lists_.texts_since(day);
}

app::Listed<app::ListedCall> MediaStore::calls_since(base::Day day) {
  return lists_.calls_since(day);
}

app::Listed<app::ListedRecording> MediaStore::recordings_since(base::Day day) {
  return lists_.recordings_since(day);
}

app::Listed<app::ListedMedia> MediaStore::media_of(std::string_view message_sid) {
  if (!is_provider_id(message_sid)) return app::NotYet{"not an id"};
  return lists_.media_of(message_sid);
}

}  // namespace twilio
