// What an installation is told from outside: environment variables, or a .env file in the working
// folder. Whatever a manager may want to change lives in the web application instead.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "channels/mail/smtp.h"
#include "domain/people/phone_number.h"
#include "platform/log.h"
#include "platform/secret_key.h"
#include "platform/time_zone.h"
#include "server/env_file.h"

namespace server {

enum class PinSignIn { pin, employee_number };

/// Valid as a whole. The table in settings_table.cc says what each is for; its defaults are the
/// ones that hold.
struct Settings {
  std::string twilio_account_sid;               // empty, like the next three: not configured
  std::vector<std::string> twilio_auth_tokens;  // several while one is being replaced
  std::string twilio_api_key_sid;
  std::string twilio_api_key_secret;
  std::optional<people::PhoneNumber> twilio_phone_number;
  std::optional<people::PhoneNumber> twilio_sms_number;  // the phone number unless set apart
  std::string twilio_api_base_url;                       // without a slash at its end

  bool enable_call_recording = true;
  std::chrono::seconds call_recording_max_length{};
  std::size_t pin_length = 0;
  PinSignIn pin_sign_in = PinSignIn::pin;

  std::string organization_name;
  platform::TimeZone time_zone = platform::TimeZone::utc();
  std::map<std::string, std::vector<people::PhoneNumber>> manager_sms;  // by <TEAM>: "FRONT_DESK"

  std::string public_base_url;  // without a slash at its end
  std::string host;             // an IP address
  std::uint16_t port = 0;
  std::vector<std::string> trusted_proxies;  // addresses, or networks as in 10.0.0.0/8

  std::filesystem::path data_dir;
  std::filesystem::path database_file;            // data_dir before it unless absolute
  std::optional<platform::SecretKey> secret_key;  // else the one that is kept in data_dir

  std::optional<mail::SmtpUrl> smtp;  // none: mail waits
  std::string mail_from;

  platform::Level log_level = platform::Level::info;

  std::vector<std::string> unknown;  // names in the .env file that mean nothing to us: mistyped?
};

/// Checks all and reports all that is wrong, each by its variable's name. Secrets are never
/// repeated.
base::Result<Settings, Problems> read_settings(const Environment& environment);

/// What `folder`/.env says; a missing file says nothing.
base::Result<Environment, Problems> read_env_file(const std::filesystem::path& folder);

/// Variables of the environment win over `folder`/.env.
base::Result<Settings, Problems> load_settings(const Environment& environment,
                                               const std::filesystem::path& folder);

/// Whom MANAGER_<TEAM>_SMS names for a team: "Front Desk" is MANAGER_FRONT_DESK_SMS.
std::vector<people::PhoneNumber> recipients_of(const Settings& settings, std::string_view team);

/// "  PORT is "70000": set it to a number from 1 to 65535", a line each.
std::string report_of(const Problems& problems);

}  // namespace server
