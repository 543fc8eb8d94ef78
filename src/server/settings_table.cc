#include "server/settings_table.h"

#include <array>
#include <utility>

#include "server/setting_values.h"

namespace server {
namespace {

using Problem = std::optional<base::Problem>;

template <class Read, class Place>
Problem keep(base::Result<Read> read, Place& place) {
  if (!read) return read.problem();
  place = static_cast<Place>(std::move(read).value());
  return {};
}

Problem auth_tokens(const std::string& value, Settings& settings) {
  settings.twilio_auth_tokens = read_list(value);
  for (const std::string& token : settings.twilio_auth_tokens) {
    if (token.find_first_of(" \t\"'") != std::string::npos) {
      return base::Problem{"", "has a token with a blank or a quote in it",
                           "copy the auth token from the provider's console; several go between "
                           "commas"};
    }
  }
  return {};
}

Problem api_key_secret(const std::string& value, Settings& settings) {
  settings.twilio_api_key_secret = value;
  return {};
}

Problem recording_length(const std::string& value, Settings& settings) {
  const auto seconds = read_number(value, 5, 3600);
  if (!seconds) return seconds.problem();
  settings.call_recording_max_length = std::chrono::seconds(seconds.value());
  return {};
}

Problem pin_sign_in(const std::string& value, Settings& settings) {
  if (value != "pin" && value != "employee_number") {
    return base::Problem{"", is_value(value), "set it to pin or employee_number"};
  }
  settings.pin_sign_in = value == "pin" ? PinSignIn::pin : PinSignIn::employee_number;
  return {};
}

Problem time_zone(const std::string& value, Settings& settings) {
  return keep(platform::TimeZone::find(value), settings.time_zone);
}

Problem secret_key(const std::string& value, Settings& settings) {
  return keep(platform::SecretKey::parse(value), settings.secret_key);
}

Problem smtp_url(const std::string& value, Settings& settings) {
  return keep(mail::SmtpUrl::parse(value), settings.smtp);
}

Problem log_level(const std::string& value, Settings& settings) {
  using Named = std::pair<std::string_view, platform::Level>;
  constexpr std::array<Named, 4> levels = {{{"debug", platform::Level::debug},
                                            {"info", platform::Level::info},
                                            {"warning", platform::Level::warning},
                                            {"error", platform::Level::error}}};
  for (const auto& [name, level] : levels) {
    if (value != name) continue;
    settings.log_level = level;
    return {};
  }
  return base::Problem{"", is_value(value), "set it to debug, info, warning or error"};
}

constexpr std::array<Setting, 24> table = {{
    {"The organization", "ORGANIZATION_NAME", "Our Team", "Riverside Clinic",
     "Who the line says it belongs to: \"Welcome to Riverside Clinic Call-Out Line\".", false,
     [](const auto& v, auto& s) {
       return keep(read_words(v), s.organization_name);
     }},
    {"The organization", "TIME_ZONE", "America/New_York", "America/Chicago",
     "The zone that decides what \"today\" is, where a site does not say otherwise.", false,
     time_zone},
    {"The organization", "MANAGER_<TEAM>_SMS", "", "+15550100150,+15550100151",
     "Numbers that are told of a team's call-outs by text; read once, when that team is first "
     "made.",
     false, nullptr},

    {"The web", "PUBLIC_BASE_URL", "", "https://callout.example.org",
     "Where people and the provider reach the server. Unset: http://localhost and the port.", false,
     [](const auto& v, auto& s) {
       return keep(read_base_url(v), s.public_base_url);
     }},
    {"The web", "HOST", "127.0.0.1", "0.0.0.0", "The IP address that the server listens on.", false,
     [](const auto& v, auto& s) {
       return keep(read_address(v), s.host);
     }},
    {"The web", "PORT", "5000", "8080", "The port that the server listens on.", false,
     [](const auto& v, auto& s) {
       return keep(read_number(v, 1, 65535), s.port);
     }},
    {"The web", "TRUSTED_PROXIES", "", "127.0.0.1,10.0.0.0/8",
     "Reverse proxies whose X-Forwarded-For is believed; addresses or networks.", false,
     [](const auto& v, auto& s) {
       return keep(read_networks(v), s.trusted_proxies);
     }},

    {"Telephone provider", "TWILIO_ACCOUNT_SID", "", "AC00000000000000000000000000000000",
     "The account. Until it is set, webhooks are refused and texts wait.", false,
     [](const auto& v, auto& s) {
       return keep(read_sid(v, "AC"), s.twilio_account_sid);
     }},
    {"Telephone provider", "TWILIO_AUTH_TOKEN", "", "0123456789abcdef0123456789abcdef",
     "Checks the webhooks' signatures. While it is being replaced: both tokens, between commas.",
     true, auth_tokens},
    {"Telephone provider", "TWILIO_API_KEY_SID", "", "SK00000000000000000000000000000000",
     "An API key for what we ask of the provider, instead of the auth token.", false,
     [](const auto& v, auto& s) {
       return keep(read_sid(v, "SK"), s.twilio_api_key_sid);
     }},
    {"Telephone provider", "TWILIO_API_KEY_SECRET", "", "secret-of-the-api-key",
     "The API key's secret.", true, api_key_secret},
    {"Telephone provider", "TWILIO_PHONE_NUMBER", "", "+15550100100",
     "The number that people call.", false,
     [](const auto& v, auto& s) {
       return keep(people::PhoneNumber::parse(v), s.twilio_phone_number);
     }},
    {"Telephone provider", "TWILIO_SMS_NUMBER", "", "+15550100101",
     "The number that people text, where it is another one.", false,
     [](const auto& v, auto& s) {
       return keep(people::PhoneNumber::parse(v), s.twilio_sms_number);
     }},
    {"Telephone provider", "TWILIO_API_BASE_URL", "https://api.twilio.com", "http://localhost:5050",
     "The provider's API; another one for a compatible provider.", false,
     [](const auto& v, auto& s) {
       return keep(read_base_url(v), s.twilio_api_base_url);
     }},

    {"The line", "ENABLE_CALL_RECORDING", "True", "False",
     "Callers speak their reason; otherwise they choose from a menu.", false,
     [](const auto& v, auto& s) {
       return keep(read_flag(v), s.enable_call_recording);
     }},
    {"The line", "CALL_RECORDING_MAX_LENGTH", "120", "90",
     "The longest reason that is recorded, in seconds (5 to 3600).", false, recording_length},
    {"The line", "PIN_LENGTH", "4", "6", "Digits of a PIN (4 to 8).", false,
     [](const auto& v, auto& s) {
       return keep(read_number(v, 4, 8), s.pin_length);
     }},
    {"The line", "PIN_SIGN_IN", "pin", "employee_number",
     "What a caller keys in first: the PIN alone, or the employee number and then the PIN.", false,
     pin_sign_in},

    {"Data", "DATA_DIR", "./data", "/var/lib/callout",
     "The folder of everything that is kept: database, recordings, secret key.", false,
     [](const auto& v, auto& s) {
       return keep(base::Result<std::string>(v), s.data_dir);
     }},
    {"Data", "DATABASE_URL", "sqlite:callout.db", "sqlite:/srv/callout/callout.db",
     "The database, relative to DATA_DIR. SQLite only in this release.", false,
     [](const auto& v, auto& s) {
       return keep(read_database_url(v), s.database_file);
     }},
    {"Data", "CALLOUT_SECRET_KEY", "", "64 hexadecimal digits",
     "Encrypts reasons and messages. Unset: made once and kept as secret.key in DATA_DIR.", true,
     secret_key},

    {"Mail", "SMTP_URL", "", "smtp://user:password@mail.example.org:587",
     "The mail server. Until it is set, mail waits.", true, smtp_url},
    {"Mail", "MAIL_FROM", "", "Callout <callout@example.org>", "The sender of the mail.", false,
     [](const auto& v, auto& s) {
       return keep(read_mail_from(v), s.mail_from);
     }},

    {"The log", "LOG_LEVEL", "info", "debug",
     "The least that is logged: debug, info, warning, error.", false, log_level},
}};

}  // namespace

std::span<const Setting> settings_table() {
  return table;
}

}  // namespace server
