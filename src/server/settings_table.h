// The one table of settings: what is read at the start, .env.example and the README's table all
// come of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/settings.h"

namespace server {

struct Setting {
  std::string_view group;
  std::string_view name;
  std::string_view standard;  // what holds when it is not set; empty: nothing does
  std::string_view example;
  std::string_view meaning;  // one line
  bool is_secret = false;    // never shown
  /// Puts a non-empty value into the settings, or says what is wrong with it.
  std::optional<base::Problem> (*read)(const std::string& value, Settings& settings) = nullptr;
};

/// In the order in which people read them. MANAGER_<TEAM>_SMS stands for a family of names and has
/// no `read`.
std::span<const Setting> settings_table();

}  // namespace server
