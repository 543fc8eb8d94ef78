// The settings table as people read it.
#pragma once

#include <filesystem>
#include <string>

#include "server/env_file.h"

namespace server {

/// The whole .env.example. Copied to .env as it is, it sets nothing but defaults.
std::string env_example();
/// The README's table, in Markdown.
std::string settings_markdown();
/// What holds now and where it comes from, secrets hidden.
std::string settings_in_use(const Environment& environment, const std::filesystem::path& folder);

}  // namespace server
