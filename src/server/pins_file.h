// The one file in which new PINs stand in clear, for HR to print letters from and then to delete.
#pragma once

#include <filesystem>
#include <optional>
#include <span>

#include "app/import_people.h"

namespace server {

/// Makes the file, for this user only (0600), and syncs it. Never overwrites one.
std::optional<base::Problem> make_pins_file(const std::filesystem::path& file,
                                            std::span<const app::NewPin> pins);
/// Writes the file that `make_pins_file` made anew: some of its people did not get in.
std::optional<base::Problem> rewrite_pins_file(const std::filesystem::path& file,
                                               std::span<const app::NewPin> pins);

}  // namespace server
