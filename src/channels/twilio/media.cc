#include "channels/twilio/media.h"

#include <algorithm>
#include <utility>

namespace twilio {
namespace {

// What is longer the worker refuses by its size; beyond this it is not even read.
constexpr std::size_t longest_read = 16 * 1024 * 1024;
constexpr std::size_t longest_id = 128;

/// Letters and digits only, so that an id can't name another path.
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_';
  });
}

/// Gone, or refused for what it is; everything else may get better: not stored yet, rate, sign-in,
/// server.
bool is_final(int status) {
  return status == 400 || status == 410 || status == 415;
}

}  // namespace

MediaStore::MediaStore(const Account& account) : account_(account), client_(account) {}

bool MediaStore::is_configured() const {
  return account_.can_sign_in();
}

std::variant<app::Media, app::NotYet, app::Never> MediaStore::fetch_message_media(
    std::string_view message_sid, std::string_view media_sid) {
  if (!is_id(message_sid) || !is_id(media_sid)) return app::Never{"not an id"};
  auto answer = client_.media(message_sid, media_sid, longest_read);
  if (auto* lost = std::get_if<http::Unreachable>(&answer)) return app::NotYet{lost->why};
  auto& response = std::get<http::Response>(answer);
  const std::string status = "status " + std::to_string(response.status);
  if (is_final(response.status)) return app::Never{status};
  if (response.status != 200) return app::NotYet{status};
  return app::Media{std::move(response.content_type), std::move(response.body)};
}

}  // namespace twilio
