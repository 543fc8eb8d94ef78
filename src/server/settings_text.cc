#include "server/settings_text.h"

#include "server/settings_table.h"

namespace server {
namespace {

std::string quoted(std::string_view value) {
  if (value.find_first_of(" #<>\"'") == std::string_view::npos) return std::string(value);
  return "\"" + std::string(value) + "\"";
}

std::string example_entry(const Setting& setting) {
  std::string entry = "# " + std::string(setting.meaning) + "\n";
  if (setting.read == nullptr) {
    return entry + "#MANAGER_CLINICAL_SMS=" + quoted(setting.example) + "\n";
  }
  if (setting.standard.empty()) entry += "# Example: " + std::string(setting.example) + "\n";
  return entry + std::string(setting.name) + "=" + quoted(setting.standard) + "\n";
}

std::string in_markdown(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

std::string code(std::string_view text) {
  return text.empty() ? "" : "`" + in_markdown(text) + "`";
}

struct Origin {
  std::string value;
  std::string_view from;
};

Origin origin_of(const Setting& setting, const Environment& environment, const Environment& file) {
  const auto set = environment.find(setting.name);
  if (set != environment.end() && !set->second.empty()) return {set->second, "environment"};
  const auto written = file.find(setting.name);
  if (set == environment.end() && written != file.end() && !written->second.empty()) {
    return {written->second, ".env"};
  }
  return {std::string(setting.standard), setting.standard.empty() ? "not set" : "default"};
}

}  // namespace

std::string env_example() {
  std::string text =
      "# Callout's settings, made by `callout settings --example`. Copy this file to .env and "
      "change\n"
      "# what you need: as it stands it says nothing but the defaults. A variable of the "
      "environment\n"
      "# wins over this file; one without a value counts as not set.\n";
  std::string_view group;
  for (const Setting& setting : settings_table()) {
    if (setting.group != group) text += "\n# ---- " + std::string(setting.group) + " ----\n";
    group = setting.group;
    text += "\n" + example_entry(setting);
  }
  return text;
}

std::string settings_markdown() {
  std::string text = "| Variable | Default | Example | Meaning |\n| --- | --- | --- | --- |\n";
  for (const Setting& setting : settings_table()) {
    text += "| " + code(setting.name) + " | " + code(setting.standard) + " | " +
            code(setting.example) + " | " + in_markdown(setting.meaning) + " |\n";
  }
  return text;
}

std::string settings_in_use(const Environment& environment, const std::filesystem::path& folder) {
  const auto read = read_env_file(folder);
  const Environment file = read ? read.value() : Environment();
  std::string text;
  for (const Setting& setting : settings_table()) {
    if (setting.read == nullptr) continue;
    const auto [value, from] = origin_of(setting, environment, file);
    const bool is_hidden = setting.is_secret && !value.empty();
    text += std::string(setting.name) + "=" + (is_hidden ? "(hidden)" : value) + "  # " +
            std::string(from) + "\n";
  }
  return text;
}

}  // namespace server
