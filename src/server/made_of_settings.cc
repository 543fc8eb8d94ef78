#include "server/made_of_settings.h"

#include <utility>

namespace server {

twilio::Account account_of(const Settings& settings) {
  const auto e164 = [](const std::optional<people::PhoneNumber>& number) {
    return number ? number->e164() : std::string();
  };
  return {.sid = settings.twilio_account_sid,
          .auth_tokens = settings.twilio_auth_tokens,
          .api_key_sid = settings.twilio_api_key_sid,
          .api_key_secret = settings.twilio_api_key_secret,
          .phone_number = e164(settings.twilio_phone_number),
          .sms_number = e164(settings.twilio_sms_number),
          .base_url = settings.twilio_api_base_url,
          .public_base_url = settings.public_base_url};
}

app::Line line_of(const Settings& settings, platform::Vault vault, const platform::Random& random) {
  app::Line line{.vault = std::move(vault),
                 .random = random,
                 .time_zone = settings.time_zone.name(),
                 .own_numbers = {}};
  for (const auto& number : {settings.twilio_phone_number, settings.twilio_sms_number}) {
    if (number) line.own_numbers.push_back(number->e164());
  }
  return line;
}

app::CallRules call_rules_of(const Settings& settings) {
  return {.may_record = settings.enable_call_recording,
          .asks_employee_number = settings.pin_sign_in == PinSignIn::employee_number,
          .longest_recording = settings.call_recording_max_length};
}

twilio::CallWords call_words_of(const Settings& settings) {
  return {.organization = settings.organization_name,
          .pin_length = settings.pin_length,
          .longest_recording = settings.call_recording_max_length};
}

app::ImportOptions import_options_of(const Settings& settings, std::string source,
                                     base::Moment now) {
  app::ImportOptions options;
  options.source = std::move(source);
  options.pin_length = settings.pin_length;
  options.pin_alone_signs_in = settings.pin_sign_in == PinSignIn::pin;
  for (const auto& number : {settings.twilio_phone_number, settings.twilio_sms_number}) {
    if (number) options.line_numbers.push_back(*number);
  }
  options.rules = {.time_zone = settings.time_zone.name(),
                   .team_recipients =
                       [&settings](std::string_view team) { return recipients_of(settings, team); },
                   .today = settings.time_zone.local(now).day,
                   .now = now};
  return options;
}

}  // namespace server
