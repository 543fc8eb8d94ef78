#include "server/settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "server/settings_table.h"
#include "server/settings_text.h"
#include "temporary_folder.h"

namespace server {
namespace {

std::string content(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::filesystem::path source_folder() {
#ifdef CALLOUT_SOURCE_DIR
  return CALLOUT_SOURCE_DIR;
#else
  return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
#endif
}

std::string refusal(const Environment& environment) {
  const auto settings = read_settings(environment);
  return settings ? "accepted" : report_of(settings.problem());
}

TEST(Settings, HaveDefaultsThatStart) {
  const auto read = read_settings({});
  ASSERT_TRUE(read.ok()) << report_of(read.problem());
  const Settings& settings = read.value();
  EXPECT_EQ(settings.host, "127.0.0.1");
  EXPECT_EQ(settings.port, 5000);
  EXPECT_EQ(settings.public_base_url, "http://localhost:5000");
  EXPECT_EQ(settings.twilio_api_base_url, "https://api.twilio.com");
  EXPECT_EQ(settings.database_file, "./data/callout.db");
  EXPECT_TRUE(settings.enable_call_recording);
  EXPECT_EQ(settings.call_recording_max_length, std::chrono::seconds(120));
  EXPECT_EQ(settings.pin_length, 4u);
  EXPECT_EQ(settings.pin_sign_in, PinSignIn::pin);
  EXPECT_EQ(settings.time_zone.name(), "America/New_York");
  EXPECT_FALSE(settings.secret_key || settings.smtp || settings.twilio_phone_number);
}

TEST(Settings, AreTakenFromTheEnvironment) {
  const auto read = read_settings({{"TWILIO_ACCOUNT_SID", "AC0123456789abcdef0123456789abcdef"},
                                   {"TWILIO_AUTH_TOKEN", "new-token, old-token"},
                                   {"TWILIO_PHONE_NUMBER", "(555) 010-0100"},
                                   {"ENABLE_CALL_RECORDING", "no"},
                                   {"PIN_SIGN_IN", "employee_number"},
                                   {"PUBLIC_BASE_URL", "https://Callout.Example.org/"},
                                   {"HOST", "localhost"},
                                   {"TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,::1"},
                                   {"DATA_DIR", "/var/lib/callout"},
                                   {"SMTP_URL", "smtp://u:p@mail.example.org:587"},
                                   {"MAIL_FROM", "Callout <callout@example.org>"},
                                   {"LOG_LEVEL", "warning"},
                                   {"PORT", ""},
                                   {"UNRELATED", "value"}});
  ASSERT_TRUE(read.ok()) << report_of(read.problem());
  const Settings& settings = read.value();
  EXPECT_EQ(settings.twilio_auth_tokens, (std::vector<std::string>{"new-token", "old-token"}));
  EXPECT_EQ(settings.twilio_phone_number->e164(), "+15550100100");
  EXPECT_EQ(settings.twilio_sms_number, settings.twilio_phone_number) << "one number for both";
  EXPECT_FALSE(settings.enable_call_recording);
  EXPECT_EQ(settings.pin_sign_in, PinSignIn::employee_number);
  EXPECT_EQ(settings.public_base_url, "https://callout.example.org");
  EXPECT_EQ(settings.host, "127.0.0.1");
  EXPECT_EQ(settings.port, 5000) << "without a value it is as good as not set";
  EXPECT_EQ(settings.trusted_proxies.size(), 3u);
  EXPECT_EQ(settings.database_file, "/var/lib/callout/callout.db");
  EXPECT_EQ(settings.smtp->user(), "u");
  EXPECT_EQ(settings.log_level, platform::Level::warning);
}

TEST(Settings, ThatAreWrongAreAllReportedAtOnceByName) {
  EXPECT_EQ(refusal({{"PORT", "70000"}, {"PIN_LENGTH", "3"}, {"TIME_ZONE", "Mars/Olympus"}})
                .substr(0, 12),
            "  TIME_ZONE ");
  const std::string report =
      refusal({{"PORT", "70000"}, {"PIN_LENGTH", "3"}, {"LOG_LEVEL", "loud"}});
  EXPECT_EQ(report,
            "  PORT is \"70000\": set it to a whole number from 1 to 65535\n"
            "  PIN_LENGTH is \"3\": set it to a whole number from 4 to 8\n"
            "  LOG_LEVEL is \"loud\": set it to debug, info, warning or error\n");
}

TEST(Settings, OfEveryKindAreRefusedWhenTheyAreWrong) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"TWILIO_ACCOUNT_SID", "AC123"},
      {"TWILIO_ACCOUNT_SID", "SK0123456789abcdef0123456789abcdef"},
      {"TWILIO_AUTH_TOKEN", "two words"},
      {"TWILIO_API_KEY_SID", "SK0123456789abcdef0123456789abcdef"},
      {"TWILIO_API_KEY_SECRET", "alone"},
      {"TWILIO_PHONE_NUMBER", "555-0100"},
      {"TWILIO_API_BASE_URL", "http://api.twilio.com"},
      {"TWILIO_API_BASE_URL", "ftp://localhost"},
      {"ENABLE_CALL_RECORDING", "maybe"},
      {"CALL_RECORDING_MAX_LENGTH", "4"},
      {"CALL_RECORDING_MAX_LENGTH", "2 minutes"},
      {"PIN_SIGN_IN", "name"},
      {"MANAGER_CLINICAL_SMS", "+15550100150,555"},
      {"ORGANIZATION_NAME", "two\nlines"},
      {"PUBLIC_BASE_URL", "http://callout.example.org"},
      {"PUBLIC_BASE_URL", "https://callout.example.org/callout"},
      {"PUBLIC_BASE_URL", "https://callout.example.org?x=1"},
      {"PUBLIC_BASE_URL", "https://user@callout.example.org"},
      {"PUBLIC_BASE_URL", "https://callout.example.org:0"},
      {"PUBLIC_BASE_URL", "https://"},
      {"HOST", "callout.example.org"},
      {"HOST", "127.0.0.1:5000"},
      {"PORT", "0"},
      {"PORT", "80 "},
      {"PORT", "+80"},
      {"TRUSTED_PROXIES", "10.0.0.0/33"},
      {"TRUSTED_PROXIES", "proxy"},
      {"DATABASE_URL", "callout.db"},
      {"DATABASE_URL", "sqlite:"},
      {"DATABASE_URL", "sqlite:///callout.db"},
      {"DATABASE_URL", "sqlite::memory:"},
      {"SMTP_URL", "https://mail.example.org"},
      {"MAIL_FROM", "Callout"},
      {"MAIL_FROM", "Callout <callout@example.org>\r\nBcc: x@example.org"},
      {"CALLOUT_SECRET_KEY", "123"},
  };
  for (const auto& [name, value] : cases) {
    const std::string report = refusal({{name, value}});
    EXPECT_NE(report, "accepted") << name << "=" << value;
    EXPECT_NE(report.find(": "), std::string::npos) << "no remedy: " << report;
    EXPECT_EQ(report.find('\r'), std::string::npos);
  }
}

TEST(Settings, NamePostgresAsWhatThisReleaseDoesNotServe) {
  const std::string report = refusal({{"DATABASE_URL", "postgresql://callout:hunter2@db/callout"}});
  EXPECT_NE(report.find("DATABASE_URL names a PostgreSQL server"), std::string::npos) << report;
  EXPECT_NE(report.find("sqlite:callout.db"), std::string::npos);
  EXPECT_EQ(report.find("hunter2"), std::string::npos);
}

TEST(Settings, ThatAreSecretAreNeverRepeated) {
  for (const Setting& setting : settings_table()) {
    if (!setting.is_secret) continue;
    const std::string report = refusal({{std::string(setting.name), "hunter2 \" secret"}});
    EXPECT_EQ(report.find("hunter2"), std::string::npos) << setting.name;
  }
  const test_support::TemporaryFolder folder;
  const std::string shown =
      settings_in_use({{"TWILIO_AUTH_TOKEN", "hunter2"}, {"PORT", "81"}}, folder.path());
  EXPECT_EQ(shown.find("hunter2"), std::string::npos);
  EXPECT_NE(shown.find("TWILIO_AUTH_TOKEN=(hidden)  # environment\n"), std::string::npos);
  EXPECT_NE(shown.find("PORT=81  # environment\n"), std::string::npos);
  EXPECT_NE(shown.find("PIN_LENGTH=4  # default\n"), std::string::npos);
}

TEST(Settings, ForRecipientsAreFoundByTheTeamsName) {
  const auto read = read_settings({{"MANAGER_CLINICAL_SMS", "(555) 010-0150, +15550100151,"},
                                   {"MANAGER_FRONT_DESK_SMS", "+15550100152"},
                                   {"MANAGER__SMS", "nothing"},
                                   {"MANAGER_SMS", "nothing"}});
  ASSERT_TRUE(read.ok()) << report_of(read.problem());
  EXPECT_EQ(recipients_of(read.value(), "Clinical").size(), 2u);
  EXPECT_EQ(recipients_of(read.value(), "Front Desk").front().e164(), "+15550100152");
  EXPECT_TRUE(recipients_of(read.value(), "Admin").empty());
}

TEST(Settings, OfTheEnvironmentWinOverTheFile) {
  const test_support::TemporaryFolder folder;
  std::ofstream(folder / ".env")
      << "PORT=6000\r\nORGANIZATION_NAME=\"From the file\"\nTWILO_SID=x\n";
  const auto read = load_settings({{"PORT", "7000"}}, folder.path());
  ASSERT_TRUE(read.ok()) << report_of(read.problem());
  EXPECT_EQ(read.value().port, 7000);
  EXPECT_EQ(read.value().organization_name, "From the file");
  EXPECT_EQ(read.value().unknown, std::vector<std::string>{"TWILO_SID"});
}

TEST(Settings, InAFileThatCannotBeReadAreAProblem) {
  const test_support::TemporaryFolder folder;
  std::filesystem::create_directory(folder / ".env");
  EXPECT_FALSE(load_settings({}, folder.path()).ok());
  const test_support::TemporaryFolder malformed;
  std::ofstream(malformed / ".env") << "PORT\n";
  const auto read = load_settings({}, malformed.path());
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.problem().front().field, ".env line 1");
}

TEST(EnvExample, IsGeneratedFromTheTable) {
  EXPECT_EQ(content(source_folder() / ".env.example"), env_example())
      << "run: callout settings --example > .env.example";
}

TEST(EnvExample, SetsNothingButDefaults) {
  const auto environment = parse_env_file(env_example());
  ASSERT_TRUE(environment.ok());
  for (const auto& [name, value] : environment.value()) {
    const auto found = std::ranges::find(settings_table(), name, &Setting::name);
    ASSERT_NE(found, settings_table().end()) << name;
    EXPECT_EQ(value, found->standard) << name;
  }
  EXPECT_TRUE(read_settings(environment.value()).ok());
}

TEST(EnvExample, HasExamplesThatAreAccepted) {
  for (const Setting& setting : settings_table()) {
    const bool is_own_words = setting.name == "CALLOUT_SECRET_KEY";
    if (setting.read == nullptr || is_own_words) continue;
    Settings settings;
    const auto problem = setting.read(std::string(setting.example), settings);
    EXPECT_FALSE(problem) << setting.name << " " << problem->what;
  }
}

TEST(Readme, HasTheTableOfSettings) {
  const std::string readme = content(source_folder() / "README.md");
  const std::string opening = "<!-- settings -->\n";
  const std::size_t begin = readme.find(opening);
  const std::size_t end = readme.find("<!-- /settings -->");
  if (readme.empty()) GTEST_SKIP() << "there is no README.md yet";
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos && begin < end)
      << "README.md has no <!-- settings --> … <!-- /settings -->";
  const std::size_t first = begin + opening.size();
  EXPECT_EQ(readme.substr(first, end - first), settings_markdown())
      << "put the output of `callout settings --markdown` between the markers";
}

}  // namespace
}  // namespace server
