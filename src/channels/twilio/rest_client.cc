#include "channels/twilio/rest_client.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "channels/twilio/error_classes.h"
#include "channels/twilio/message_json.h"

namespace twilio {
namespace {

constexpr std::chrono::milliseconds connect_timeout{4000};
constexpr std::chrono::milliseconds timeout{10000};
// An hour of sound is 58 MB.
constexpr std::chrono::milliseconds long_timeout{60000};
// 200 messages with their 1600 characters each, and some.
constexpr std::size_t longest_list = 4 * 1024 * 1024;

using Answer = std::variant<http::Response, http::Unreachable>;

/// Nothing when the answer has that status; else why the request counts as not accepted.
std::optional<app::NotAccepted> refusal(const Answer& answer, int expected) {
  if (const auto* lost = std::get_if<http::Unreachable>(&answer)) {
    return app::NotAccepted{.error = app::ErrorClass::retry, .code = 0, .in_doubt = lost->sent};
  }
  const auto& response = std::get<http::Response>(answer);
  if (response.status == expected) return {};
  const int code = error_code_of(response.body);
  // What broke after a 5xx is unknown; a 4xx was refused before anything was done.
  return app::NotAccepted{
      .error = send_error(response.status, code), .code = code, .in_doubt = response.status >= 500};
}

/// "https://host:port" of an URL, or empty.
std::string_view origin_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

bool is_redirect(const Answer& answer) {
  const auto* response = std::get_if<http::Response>(&answer);
  return response != nullptr && response->status >= 301 && response->status <= 308 &&
         response->status != 304;
}

}  // namespace

RestClient::RestClient(const Account& account) : account_(account) {}

std::string RestClient::resource(std::string_view path) const {
  std::string url = account_.base_url;
  while (url.ends_with('/')) url.pop_back();
  return url.append("/2010-04-01/Accounts/").append(account_.sid).append(path);
}

http::Call RestClient::signed_in(http::Method method, std::string url) const {
  http::Call call{.method = method, .url = std::move(url)};
  call.user = account_.has_api_key() ? account_.api_key_sid : account_.sid;
  if (account_.has_api_key()) {
    call.password = account_.api_key_secret;
  } else if (!account_.auth_tokens.empty()) {
    call.password = account_.auth_tokens.front();
  }
  call.connect_timeout = connect_timeout;
  call.timeout = timeout;
  return call;
}

std::variant<SentMessage, app::NotAccepted> RestClient::create_message(
    std::string_view to, std::string_view body, std::string_view status_callback) {
  http::Call call = signed_in(http::Method::post, resource("/Messages.json"));
  call.fields = {{"Content-Type", "application/x-www-form-urlencoded"}};
  http::Form form{
      {"To", std::string(to)}, {"From", account_.texts_from()}, {"Body", std::string(body)}};
  if (!status_callback.empty()) form.emplace_back("StatusCallback", status_callback);
  call.body = http::write_form(form);
  const Answer answer = client_.call(call);
  if (const auto refused = refusal(answer, 201)) return *refused;
  auto message = read_message(std::get<http::Response>(answer).body);
  if (message) return *std::move(message);
  // Taken, by its status, but nobody knows as what.
  return app::NotAccepted{.error = app::ErrorClass::retry, .code = 0, .in_doubt = true};
}

std::variant<std::vector<SentMessage>, app::NotAccepted> RestClient::messages_to(
    std::string_view to, base::Day since) {
  const std::string query = http::write_form({{"To", std::string(to)},
                                              {"From", account_.texts_from()},
                                              {"DateSent>", base::iso(since)},
                                              {"PageSize", "200"}});
  http::Call call = signed_in(http::Method::get, resource("/Messages.json?" + query));
  call.max_body = longest_list;
  const Answer answer = client_.call(call);
  if (const auto refused = refusal(answer, 200)) return *refused;
  auto messages = read_messages(std::get<http::Response>(answer).body);
  if (messages) return *std::move(messages);
  return app::NotAccepted{.error = app::ErrorClass::retry, .code = 0, .in_doubt = false};
}

Answer RestClient::list(std::string_view path, const http::Form& query) {
  const std::string url = resource(std::string(path) + "?" + http::write_form(query));
  http::Call call = signed_in(http::Method::get, url);
  call.max_body = longest_list;
  return client_.call(call);
}

std::optional<Answer> RestClient::next_page(std::string_view path, std::string_view uri) {
  const bool is_printable =
      std::ranges::all_of(uri, [](char letter) { return letter > ' ' && letter <= '~'; });
  const std::string url = std::string(origin_of(account_.base_url)).append(uri);
  const std::string same_list = resource(std::string(path) + "?");
  if (!is_printable || uri.find('#') != std::string_view::npos || !url.starts_with(same_list))
    return {};
  http::Call call = signed_in(http::Method::get, url);
  call.max_body = longest_list;
  return client_.call(call);
}

bool RestClient::may_follow(std::string_view location) const {
  if (location.starts_with("https://")) return true;
  return origin_of(location) == origin_of(account_.base_url) && !origin_of(location).empty();
}

std::variant<http::Response, http::Unreachable> RestClient::media(std::string_view message_sid,
                                                                  std::string_view media_sid,
                                                                  std::size_t max_body) {
  const std::string path =
      "/Messages/" + std::string(message_sid) + "/Media/" + std::string(media_sid);
  http::Call call = signed_in(http::Method::get, resource(path));
  call.max_body = max_body;
  return stored(std::move(call));
}

std::variant<http::Response, http::Unreachable> RestClient::recording(
    std::string_view recording_sid, std::size_t max_body) {
  const std::string path = "/Recordings/" + std::string(recording_sid) + ".wav";
  http::Call call = signed_in(http::Method::get, resource(path));
  call.max_body = max_body;
  call.timeout = long_timeout;
  return stored(std::move(call));
}

std::variant<http::Response, http::Unreachable> RestClient::delete_recording(
    std::string_view recording_sid) {
  const std::string path = "/Recordings/" + std::string(recording_sid) + ".json";
  return client_.call(signed_in(http::Method::del, resource(path)));
}

Answer RestClient::stored(http::Call call) {
  Answer answer = client_.call(call);
  if (!is_redirect(answer)) return answer;
  const auto location = std::get<http::Response>(answer).field("Location");
  if (!location || !may_follow(*location)) return answer;
  call.url = std::string(*location);
  call.user.clear();
  call.password.clear();
  return client_.call(call);
}

}  // namespace twilio
