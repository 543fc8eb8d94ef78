// Our account at the provider, as the settings say it (product.md, Configuration).
#pragma once

#include <string>
#include <vector>

namespace twilio {

struct Account {
  std::string sid;  // "AC…"
  std::vector<std::string>
      auth_tokens;          // the first signs in; during rotation webhooks may carry either
  std::string api_key_sid;  // "SK…": signs in instead, if set
  std::string api_key_secret;
  std::string phone_number;  // E.164
  std::string sms_number;    // E.164; empty: phone_number
  std::string base_url = "https://api.twilio.com";
  std::string public_base_url;  // ours, without a slash at the end

  bool has_api_key() const { return !api_key_sid.empty() && !api_key_secret.empty(); }
  bool can_sign_in() const {
    return !sid.empty() &&
           (has_api_key() || (!auth_tokens.empty() && !auth_tokens.front().empty()));
  }
  const std::string& texts_from() const { return sms_number.empty() ? phone_number : sms_number; }
};

}  // namespace twilio
