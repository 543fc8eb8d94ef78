#include "simulator/webhook_request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "http/percent.h"

namespace simulator {
namespace {

/// Whether an address lies below that beginning, which may be a whole host.
bool begins_with(std::string_view address, std::string_view beginning) {
  if (beginning.empty() || !address.starts_with(beginning)) return false;
  const std::string_view rest = address.substr(beginning.size());
  return rest.empty() || beginning.ends_with('/') || rest.front() == '/' || rest.front() == '?';
}

std::string real_address(const std::string& address, const ConnectTo& connect_to) {
  // The longest beginning comes last in the map's order.
  for (auto entry = connect_to.rbegin(); entry != connect_to.rend(); ++entry) {
    if (begins_with(address, entry->first)) {
      return entry->second + address.substr(entry->first.size());
    }
  }
  return address;
}

void sign_in(const WebhookRequest& request, http::Call& call) {
  const std::string_view user_info = request.url.user_info;
  const auto colon = std::min(user_info.find(':'), user_info.size());
  const std::string_view user = user_info.substr(0, colon);
  const std::string_view password = user_info.substr(std::min(colon + 1, user_info.size()));
  call.user = http::percent_decode(user, http::Plus::is_plus).value_or(std::string(user));
  call.password =
      http::percent_decode(password, http::Plus::is_plus).value_or(std::string(password));
}

}  // namespace

std::string url_on_the_wire(const WebhookRequest& request) {
  std::string url = bare(request.url);
  if (request.method != http::Method::get || request.params.empty()) return url;
  url += request.url.target.find('?') == std::string::npos ? '?' : '&';
  return url + http::write_form(request.params);
}

std::string signature_of(const WebhookRequest& request, std::string_view auth_token) {
  const bool is_form = request.method != http::Method::get;
  return sign(auth_token, url_on_the_wire(request), is_form ? request.params : http::Form{},
              request.signer);
}

http::Call call_of(const WebhookRequest& request, const std::string& signature,
                   const ConnectTo& connect_to) {
  http::Call call;
  call.method = request.method;
  const std::string url = url_on_the_wire(request);
  call.url = real_address(url, connect_to);
  call.gives_up_crawling = false;
  call.fields = {{"User-Agent", "TwilioProxy/1.1"},
                 {"Accept", "*/*"},
                 {"X-Twilio-Signature", signature},
                 {"I-Twilio-Idempotency-Token", request.idempotency_token},
                 {"X-Home-Region", "us1"}};
  if (call.url != url) call.fields.push_back({"Host", authority(request.url)});
  if (!request.cookies.empty()) call.fields.push_back({"Cookie", request.cookies});
  if (request.signs_in) sign_in(request, call);
  if (request.method == http::Method::get) return call;
  std::string type = "application/x-www-form-urlencoded";
  if (request.signer == Signer::voice) type += "; charset=UTF-8";
  call.fields.push_back({"Content-Type", std::move(type)});
  call.body = http::write_form(request.params);
  return call;
}

http::Form params_behind_redirect(const http::Form& params) {
  constexpr std::array<std::string_view, 9> of_the_step = {
      "Digits",       "FinishedOnKey",     "msg",
      "SpeechResult", "Confidence",        "UnstableSpeechResult",
      "RecordingUrl", "RecordingDuration", "RecordingSid"};
  http::Form kept = params;
  std::erase_if(kept, [&](const auto& param) {
    return std::ranges::find(of_the_step, param.first) != of_the_step.end();
  });
  return kept;
}

}  // namespace simulator
