#include "channels/twilio/signed_requests.h"

#include <utility>

#include "channels/twilio/form_values.h"
#include "channels/twilio/signature.h"
#include "work/lanes.h"

namespace twilio {
namespace {

http::Response refusal(int status, std::string_view words) {
  return {.status = status,
          .content_type = "text/plain; charset=utf-8",
          .body = std::string(words) + "\n"};
}

}  // namespace

SignedRequests::SignedRequests(const Account& account, platform::Log log)
    : account_(&account), log_(std::move(log)) {}

http::Route SignedRequests::route(std::string pattern, std::vector<std::string_view> ids,
                                  Act act) const {
  return {
      .method = http::Method::post,
      .pattern = std::move(pattern),
      .handler = [passes = *this, ids = std::move(ids), act = std::move(act)](
                     const http::Request& request) { return passes.checked(request, ids, act); },
      .on_error =
          [passes = *this](const http::Request&, const std::exception& error) {
            return passes.failure(error);
          }};
}

http::Response SignedRequests::failure(const std::exception& error) const {
  const bool is_overload = dynamic_cast<const work::Overload*>(&error) != nullptr;
  log_.write(platform::Level::error, "webhook failed",
             {{platform::LogField::error, std::string_view(error.what())}});
  return {.status = is_overload ? 503 : 500};
}

http::Answer SignedRequests::checked(const http::Request& request,
                                     const std::vector<std::string_view>& ids,
                                     const Act& act) const {
  const auto signature = request.field("X-Twilio-Signature");
  if (!signature) return refusal(403, "not signed");
  const auto form = http::parse_form(request.body);
  if (!form) return refusal(400, "the body is not a form");
  if (!is_from_provider(request, *form, *signature))
    return refusal(403, "the signature does not match");
  if (http::form_value(*form, "AccountSid") != account_->sid)
    return refusal(403, "another account");
  for (const std::string_view id : ids) {
    if (id_in(*form, id).empty()) return refusal(400, std::string(id) + " is missing or no id");
  }
  return act(request, *form);
}

bool SignedRequests::is_from_provider(const http::Request& request, const http::Form& form,
                                      std::string_view signature) const {
  std::string url = account_->public_base_url + request.path;
  if (!request.query.empty()) url += "?" + request.query;
  return is_authentic(account_->auth_tokens, url, form, signature);
}

}  // namespace twilio
