// An account at the provider and its numbers, as its console shows them.
#pragma once

#include <string>
#include <vector>

#include "http/message.h"
#include "simulator/moment.h"

namespace simulator {

/// Of a webhook, as configured: its connection overrides behind "#" included. No URL: none is set.
struct Address {
  std::string url = {};
  http::Method method = http::Method::post;  // get or post
};

struct Number {
  std::string sid;           // "PN" and 32 hexadecimal digits
  std::string phone_number;  // E.164
  std::string friendly_name;
  Address voice = {};
  Address voice_fallback = {};
  Address status_callback = {};  // of calls that have ended
  Address sms = {};
  Address sms_fallback = {};
  Moment created = {};
  Moment updated = {};
};

struct Account {
  std::string sid;  // "AC" and 32 hexadecimal digits
  std::string auth_token;
  std::string api_key_sid = {};  // "SK…"; empty: there is none
  std::string api_key_secret = {};
};

}  // namespace simulator
