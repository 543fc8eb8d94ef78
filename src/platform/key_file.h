// The file that holds the master key: private to its owner, written whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace platform {

/// The first bytes of the file; nothing when there is none. A Problem when it can't be read, is no
/// file, or when others than its owner may read or change it.
base::Result<std::optional<std::string>> read_key_file(const std::filesystem::path& file);

/// Puts the file there, synced together with its folder, unless there is one already; the folder is
/// made if missing. `unique` tells apart those that try at the same moment. Nobody ever sees half a
/// key.
std::optional<base::Problem> publish_key_file(const std::filesystem::path& file,
                                              std::string_view text, std::string_view unique);

}  // namespace platform
