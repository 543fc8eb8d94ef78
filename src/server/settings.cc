#include "server/settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "server/setting_values.h"
#include "server/settings_table.h"

namespace server {
namespace {

constexpr std::string_view manager_prefix = "MANAGER_";
constexpr std::string_view manager_suffix = "_SMS";

/// "FRONT_DESK" of MANAGER_FRONT_DESK_SMS; empty for another name.
std::string_view team_in(std::string_view name) {
  if (!name.starts_with(manager_prefix) || !name.ends_with(manager_suffix)) return {};
  if (name.size() <= manager_prefix.size() + manager_suffix.size()) return {};
  name.remove_prefix(manager_prefix.size());
  name.remove_suffix(manager_suffix.size());
  return name;
}

void add(Problems& problems, std::string_view name, base::Problem problem) {
  problem.field = name;
  problems.push_back(std::move(problem));
}

/// A name without a value is as good as none: .env.example has many.
std::string value_of(const Environment& environment, const Setting& setting) {
  const auto found = environment.find(setting.name);
  if (found != environment.end() && !found->second.empty()) return found->second;
  return std::string(setting.standard);
}

void read_table(const Environment& environment, Settings& settings, Problems& problems) {
  for (const Setting& setting : settings_table()) {
    const std::string value = value_of(environment, setting);
    if (setting.read == nullptr || value.empty()) continue;
    if (auto problem = setting.read(value, settings)) {
      add(problems, setting.name, std::move(*problem));
    }
  }
}

void read_recipients(const Environment& environment, Settings& settings, Problems& problems) {
  for (const auto& [name, value] : environment) {
    const std::string_view team = team_in(name);
    if (team.empty()) continue;
    auto numbers = read_numbers(value);
    if (numbers) {
      settings.manager_sms.emplace(team, std::move(numbers).value());
    } else {
      add(problems, name, numbers.problem());
    }
  }
}

/// What depends on more than one of them.
void complete(Settings& settings, Problems& problems) {
  if (settings.twilio_api_key_sid.empty() != settings.twilio_api_key_secret.empty()) {
    add(problems, "TWILIO_API_KEY_SID",
        {"", "and TWILIO_API_KEY_SECRET are not both set", "set both or none"});
  }
  if (!settings.twilio_sms_number) settings.twilio_sms_number = settings.twilio_phone_number;
  settings.database_file = settings.data_dir / settings.database_file;
  if (settings.public_base_url.empty()) {
    settings.public_base_url = "http://localhost:" + std::to_string(settings.port);
  }
}

std::vector<std::string> unknown_names(const Environment& file) {
  std::vector<std::string> unknown;
  for (const auto& [name, value] : file) {
    const bool is_known =
        std::ranges::find(settings_table(), name, &Setting::name) != settings_table().end();
    if (!is_known && team_in(name).empty()) unknown.push_back(name);
  }
  return unknown;
}

}  // namespace

base::Result<Settings, Problems> read_settings(const Environment& environment) {
  Settings settings;
  Problems problems;
  read_table(environment, settings, problems);
  read_recipients(environment, settings, problems);
  complete(settings, problems);
  if (!problems.empty()) return problems;
  return settings;
}

base::Result<Environment, Problems> read_env_file(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / ".env";
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return Environment();
  std::ifstream stream(path, std::ios::binary);
  if (!stream || !std::filesystem::is_regular_file(path, error)) {
    return Problems{{path.string(), "can't be read", "see to its permissions"}};
  }
  return parse_env_file(std::string{std::istreambuf_iterator<char>(stream), {}});
}

base::Result<Settings, Problems> load_settings(const Environment& environment,
                                               const std::filesystem::path& folder) {
  auto file = read_env_file(folder);
  if (!file) return file.problem();
  Environment merged = environment;
  merged.insert(file.value().begin(), file.value().end());
  auto settings = read_settings(merged);
  if (settings) settings.value().unknown = unknown_names(file.value());
  return settings;
}

std::vector<people::PhoneNumber> recipients_of(const Settings& settings, std::string_view team) {
  std::string name(team);
  std::ranges::transform(name, name.begin(), [](char c) {
    if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
  });
  const auto found = settings.manager_sms.find(name);
  if (found == settings.manager_sms.end()) return {};
  return found->second;
}

std::string report_of(const Problems& problems) {
  std::string report;
  for (const base::Problem& problem : problems) {
    report += "  " + problem.field + " " + problem.what + ": " + problem.remedy + "\n";
  }
  return report;
}

}  // namespace server
