// The folder in which the demo keeps its data: its own, by a mark in it, so that --fresh never
// deletes anything else.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace server {

/// Made if need be; emptied first where it begins anew. Why it can't be, in words, if so.
std::optional<std::string> prepare_demo_folder(const std::filesystem::path& folder, bool is_fresh);

}  // namespace server
