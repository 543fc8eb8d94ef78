// A recording as it lies in the data folder: sealed, and only in its own place, so that a file that
// was exchanged for another's does not open.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "app/kept_file.h"
#include "platform/vault.h"
#include "store/queries/recordings.h"

namespace app {

/// Seals and writes it; returns the file's name. Throws std::system_error when the disk does not
/// take it.
std::string keep_recording(const platform::Vault& vault, const std::filesystem::path& folder,
                           store::RecordingId id, std::string_view sound,
                           Durable durable = Durable::at_once);

/// Nothing when the file is missing or altered. Takes its time: for the slow lane and workers.
std::optional<std::string> open_recording(const platform::Vault& vault,
                                          const std::filesystem::path& folder,
                                          const store::Recording& recording);

}  // namespace app
